import { expect, test } from "vitest";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { post, taken } from "./a-part.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";

test("whom a campaign is known not to have reached are people who can be texted again: nobody who was erased", () => {
  const { journal, database } = openJournal();
  journal.confirm(aCampaign({ recipients: people(8) }), { now, undoUntil: null });
  for (const event of [post, taken()]) journal.apply({ campaignId: "campaign-1", index: 0, event }, now);
  const words = ["delivered", "failed", "undelivered", "expired", "expired", "unknown", "sent", "failed"];
  for (const [position, word] of words.entries()) {
    database.prepare("UPDATE person SET word = ? WHERE position = ?").run(word, position);
  }
  expect(journal.details("campaign-1")).toMatchObject({ peopleKnown: true, notReached: 0 });
  database.exec("UPDATE campaign SET counts_final = 1");
  expect(journal.details("campaign-1")?.notReached).toBe(5);
  database.exec("UPDATE person SET number = '#UA' || position WHERE position IN (1, 3)");
  expect(journal.details("campaign-1")?.notReached).toBe(3);
});

test("of Contact Book lists nobody knows who was not reached", () => {
  const { journal, database } = openJournal();
  const groups = [{ id: "7002", name: "Wholesale", people: 30 }];
  journal.confirm(aCampaign({ recipients: [], groups }), { now, undoUntil: null });
  database.exec("UPDATE campaign SET counts_final = 1");
  expect(journal.details("campaign-1")).toMatchObject({ peopleKnown: false, notReached: 0, counts: { total: 30 } });
});
