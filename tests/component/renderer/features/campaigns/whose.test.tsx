import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Campaign } from "../../../../../renderer/features/campaigns/campaign.tsx";
import type { KeptAccount } from "../../../../../shared/account.ts";
import type { CampaignDetails } from "../../../../../shared/campaign/view.ts";
import { ok } from "../../../../../shared/result.ts";
import { aCampaign, counts } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { anAppState, giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

async function show(
  changes: Partial<CampaignDetails>,
  accounts: KeptAccount[] = [],
  asked: string[] = [],
): Promise<void> {
  await giveDesk({
    listAccounts: () => Promise.resolve(ok(accounts)),
    switchAccount: ({ identity }) => {
      asked.push(identity);
      return Promise.resolve(ok(anAppState.account));
    },
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

test("one whose account's key is kept is named by its key, and a click changes to that account", async () => {
  const asked: string[] = [];
  await show(
    { identity: "99001", canCancel: false },
    [{ identity: "99001", keyHint: "live_…X8k", testKey: false }],
    asked,
  );
  fireEvent.click(await screen.findByRole("button", { name: "Change to that account" }));
  expect(screen.getByText(/belongs to the account with the key live_…X8k/)).toBeTruthy();
  expect(asked).toEqual(["99001"]);
});
