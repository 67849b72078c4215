import { expect, test } from "vitest";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { empty, post, refused } from "./a-part.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";
const all = { search: "", filter: "all", offset: 0, limit: 10 } as const;

test("a campaign that went to nobody has no price in the list; one that may still go out has what was confirmed", () => {
  const { journal } = openJournal();
  const priceOf = (id: string) => journal.list(null, all).rows.find((row) => row.id === id)?.price;
  const confirm = (campaignId: string) => journal.confirm(aCampaign({ campaignId }), { now, undoUntil: null });
  confirm("refused");
  confirm("cancelled");
  confirm("planned");
  for (const event of [post, refused(), empty(0)]) journal.apply({ campaignId: "refused", index: 0, event }, now);
  journal.cancel("cancelled", now);
  expect([priceOf("refused"), priceOf("cancelled")]).toEqual([null, null]);
  expect(priceOf("planned")).toEqual(aCampaign().priceShown);
});

test("a whole phone number finds the campaigns that the person was in, however it is written", () => {
  const { journal } = openJournal();
  journal.confirm(aCampaign({ campaignId: "with" }), { now, undoUntil: null });
  const others = people(3, "Good morning", 380_500_000_000);
  journal.confirm(aCampaign({ campaignId: "without", recipients: others }), { now, undoUntil: null });
  const found = (search: string) => journal.list(null, { ...all, search }).rows.map(({ id }) => id);
  for (const search of ["380670000001", "+380 67 000-00-01", "00380670000001"]) expect(found(search)).toEqual(["with"]);
  expect(found("38067000")).toEqual([]);
  expect(found("+380 67 000 00 09")).toEqual([]);
});
