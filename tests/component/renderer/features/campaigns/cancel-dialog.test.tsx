import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CancelDialog } from "../../../../../renderer/features/campaigns/cancel-dialog.tsx";
import { appErrorOf } from "../../../../../shared/errors.ts";
import { err, ok } from "../../../../../shared/result.ts";
import { aCampaign, counts } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

const refreshCampaigns = () => Promise.resolve(ok({}));
beforeEach(() => giveDesk({ refreshCampaigns }));
afterEach(cleanup);

test("says what can and what cannot be taken back, and where the doubt is", async () => {
  onTheDesk(<CancelDialog details={aCampaign()} onClose={() => undefined} />);
  const dialog = screen.getByRole("dialog", { name: "Cancel what is not sent yet?" });
  await waitFor(() =>
    expect(dialog.textContent).toContain(
      "17,079 of 25,001 people have been texted already; that cannot be taken back. 2,921 will not be texted. 5,001 are not certain.",
    ),
  );
  // The day of this computer's calendar: the third of December in a zone that is far ahead.
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" }).format(
    new Date("2026-12-02T12:00:00.000Z"),
  );
  expect(dialog.textContent).toContain(`are in part 3. The program keeps looking for it at the service until ${day}`);
});

test("names no figure before the service was asked for the present one", async () => {
  const asked = Promise.withResolvers<Awaited<ReturnType<typeof refreshCampaigns>>>();
  await giveDesk({ refreshCampaigns: () => asked.promise });
  onTheDesk(<CancelDialog details={aCampaign()} onClose={() => undefined} />);
  const dialog = screen.getByRole("dialog");
  expect(dialog.textContent).toContain("Asking the service how many have been texted by now.");
  expect(dialog.textContent).not.toContain("17,079");
  asked.resolve(ok({}));
  await waitFor(() => expect(dialog.textContent).toContain("17,079 of 25,001"));
});

test("says that nobody was texted while all is still ahead", async () => {
  const campaign = aCampaign();
  onTheDesk(
    <CancelDialog
      details={{ ...campaign, row: { ...campaign.row, state: "scheduled" }, counts: counts(2_388), parts: [] }}
      onClose={() => undefined}
    />,
  );
  await waitFor(() =>
    expect(screen.getByRole("dialog").textContent).toContain("Nobody has been texted yet. 2,388 will not be texted."),
  );
  expect(screen.getByRole("button", { name: "Keep it planned" })).toBeDefined();
});

test("a double click cancels once, and the dialog closes when main has taken it", async () => {
  const asked: string[] = [];
  let closed = 0;
  await giveDesk({
    refreshCampaigns,
    cancelCampaign: ({ id }) => {
      asked.push(id);
      return Promise.resolve(ok({}));
    },
  });
  onTheDesk(<CancelDialog details={aCampaign()} onClose={() => closed++} />);
  const button = screen.getByRole("button", { name: "Cancel the campaign" });
  fireEvent.click(button);
  fireEvent.click(button);
  await waitFor(() => expect(closed).toBe(1));
  expect(asked).toEqual(["c1"]);
});

test("a refusal stays in the dialog, in words", async () => {
  await giveDesk({
    refreshCampaigns,
    cancelCampaign: () => Promise.resolve(err(appErrorOf("campaign.not-cancellable"))),
  });
  onTheDesk(<CancelDialog details={aCampaign()} onClose={() => undefined} />);
  fireEvent.click(screen.getByRole("button", { name: "Cancel the campaign" }));
  expect((await screen.findByRole("alert")).textContent).toContain("This campaign can no longer be cancelled.");
});
