import { expect, test } from "vitest";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { empty, post, refused, taken } from "./a-part.ts";
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

test("a campaign that does not go out as it was confirmed has no price in the list until the service has said its own", () => {
  const { journal, database } = openJournal();
  const rowOf = (id: string) => journal.list(null, all).rows.find((row) => row.id === id);
  for (const campaignId of ["whole", "half", "refused"]) {
    journal.confirm(aCampaign({ campaignId, recipients: people(10_001) }), { now, undoUntil: null });
    journal.apply({ campaignId, index: 0, event: post }, now);
  }
  for (const [index, campaignId] of ["whole", "half"].entries()) {
    journal.apply({ campaignId, index: 0, event: taken(String(index)) }, now);
  }
  for (const event of [refused(), empty(0)]) journal.apply({ campaignId: "refused", index: 0, event }, now);
  journal.cancel("half", now);
  const confirmed = aCampaign().priceShown;
  expect(["whole", "half", "refused"].map((id) => rowOf(id)?.price)).toEqual([confirmed, null, null]);
  const charged = { millionths: 120_000, currency: "EUR" };
  database.prepare("UPDATE campaign SET price_final = ? WHERE id = 'half'").run(JSON.stringify(charged));
  expect(rowOf("half")?.price).toEqual(charged);
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
