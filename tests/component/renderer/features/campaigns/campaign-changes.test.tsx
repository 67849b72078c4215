import { act, cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Campaign } from "../../../../../renderer/features/campaigns/campaign.tsx";
import type { CampaignDetails, PeopleCounts } from "../../../../../shared/campaign/view.ts";
import type { Desk } from "../../../../../shared/ipc/bridge.ts";
import { ok } from "../../../../../shared/result.ts";
import { aCampaign, counts } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

const million = 1_000_000;
const at = "2026-11-24T07:05:00.000Z";

/** A desk with one campaign of a million people that moves on, and the announcement that it did. */
async function aMovingCampaign(first: PeopleCounts) {
  let now = first;
  let final = false;
  let announce: (payload: { ids: string[] }) => void = () => undefined;
  const on: Desk["on"] = (event, listener) => {
    // Cards listen too; the page itself is the first.
    if (event === "campaignsChanged") announce = listener as typeof announce;
    return () => undefined;
  };
  const details = (): CampaignDetails => {
    const known = aCampaign({ counts: now, countsFinal: final, parts: [] });
    return { ...known, row: { ...known.row, state: final ? "finished" : "sending" } };
  };
  await giveDesk({
    on,
    openCampaign: async () => ok(details()),
    listCampaignPeople: async () => ok({ total: million, counts: now, rows: [] }),
    campaignCourse: async () =>
      ok({
        counts: now,
        from: at,
        steps: [{ at, delivered: now.delivered, failed: now.failed }],
        countries: [{ country: "UA", counts: now }],
      }),
  });
  onTheDesk(<Campaign id="c1" onOpenDraft={() => undefined} />);
  return (next: PeopleCounts) => {
    now = next;
    final = true;
    act(() => announce({ ids: ["c1"] }));
  };
}

test("once a campaign is final its card, its chart and its people say the same, however many they are", async () => {
  const becomes = await aMovingCampaign(counts(million, { delivered: 336, onTheWay: million - 336 }));
  const course = await screen.findByRole("region", { name: "Over time and by country" });
  expect(within(course).getAllByText("336").length).toBeGreaterThan(0);
  becomes(counts(million, { delivered: 359, failed: million - 359 }));
  const card = screen.getByRole("region", { name: "Delivered" });
  expect(await within(card).findByText("359")).toBeTruthy();
  expect((await within(course).findAllByText("359")).length).toBeGreaterThan(0);
  expect(await screen.findByRole("button", { name: /359/ })).toBeTruthy();
  expect(screen.queryByText("336")).toBeNull();
});
