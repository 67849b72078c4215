import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Campaign } from "../../../../../renderer/features/campaigns/campaign.tsx";
import type { CampaignDetails } from "../../../../../shared/campaign/view.ts";
import { ok } from "../../../../../shared/result.ts";
import { aCampaign, counts } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

async function show(changes: Partial<CampaignDetails>): Promise<void> {
  await giveDesk({
    openCampaign: () => Promise.resolve(ok(aCampaign(changes))),
    listCampaignPeople: () => Promise.resolve(ok({ total: 0, counts: counts(0), rows: [] })),
    campaignCourse: () => Promise.resolve(ok({ counts: counts(0), from: null, steps: [], countries: [] })),
  });
  onTheDesk(<Campaign id="c1" onOpenDraft={() => undefined} />);
  await screen.findByRole("heading", { name: "Autumn bulbs" });
}

test("a campaign of another account says whose it is, and why it cannot be cancelled from here", async () => {
  await show({ identity: "99001", canCancel: false });
  expect(screen.getByText(/belongs to the account 99001/)).toBeTruthy();
  const cancel = screen.getByRole("button", { name: "Cancel what is not sent yet" });
  expect(cancel.hasAttribute("disabled")).toBe(true);
  const reason = document.getElementById(cancel.getAttribute("aria-describedby") ?? "");
  expect(reason?.textContent).toContain("can be neither cancelled nor looked up");
});

test("one that is over offers no cancelling, and says that its figures are old", async () => {
  const { row } = aCampaign();
  await show({ identity: "99001", canCancel: false, row: { ...row, state: "finished" } });
  expect(screen.getByText(/the last ones that its own account brought/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Cancel what is not sent yet" })).toBeNull();
});

test("one of the connected account is nobody else's", async () => {
  await show({});
  expect(screen.queryByText(/belongs to/)).toBeNull();
  expect(screen.getByRole("button", { name: "Cancel what is not sent yet" }).hasAttribute("disabled")).toBe(false);
});

test("a campaign that began too early says so first", async () => {
  await show({ startedEarly: true });
  expect(screen.getByText("The service began to send before the planned time.")).toBeTruthy();
});
