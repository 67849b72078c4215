import { expect, test } from "vitest";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { post, taken } from "./a-part.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";
const nothing = { delivered: 0, sent: 0, scheduled: 0, moderation: 0, sending: 0 };
const noOutcome = { expired: 0, failed: 0, undelivered: 0, unknown: 0, read: 0 };

test("of a campaign that is being cancelled those whom it does not name are not certain, in the list as in the sums", () => {
  const { journal, database } = openJournal();
  journal.confirm(aCampaign({ recipients: people(3) }), { now, undoUntil: null });
  for (const event of [post, taken(), { kind: "cancel" } as const]) {
    journal.apply({ campaignId: "campaign-1", index: 0, event }, now);
  }
  const statistics = { ...nothing, ...noOutcome, accepted: 2 };
  const reading = { status: "sending", finishedAt: null, totalMessages: 2, statistics };
  database.prepare("UPDATE owned SET reading = ?").run(JSON.stringify(reading));
  database.exec("UPDATE person SET word = 'accepted' WHERE position < 2");
  const { rows } = journal.people("campaign-1", { offset: 0, limit: 9 });
  expect(rows.map(({ state }) => state)).toEqual(["being-cancelled", "being-cancelled", "not-certain"]);
  const sums = { total: 3, waiting: 2, notCertain: 1 };
  expect(journal.details("campaign-1")?.parts[0]?.counts).toMatchObject(sums);
  expect(journal.peopleCounts("campaign-1", "")).toMatchObject(sums);
});
