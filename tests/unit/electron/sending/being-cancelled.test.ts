import { expect, test } from "vitest";
import type { PartEvent } from "../../../../shared/campaign/part-event.ts";
import type { DeliveryStatistics } from "../../../../shared/campaign/status.ts";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { foundAll, post, taken } from "./a-part.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";
const nothing = { delivered: 0, sent: 0, scheduled: 0, moderation: 0, sending: 0 };
const noOutcome = { expired: 0, failed: 0, undelivered: 0, unknown: 0, read: 0 };
const nobody = { ...nothing, ...noOutcome, accepted: 0 };
const stopping: PartEvent[] = [{ kind: "cancel" }];
const stopped: PartEvent[] = [...stopping, { kind: "stopped", missing: 0 }];

/** A cancelled campaign of three people: what its campaigns show in the figures, and the word of each person. */
function cancelled(
  events: PartEvent[],
  reads: { status: string; statistics: Partial<DeliveryStatistics> }[],
  words: (string | null)[],
) {
  const { journal, database } = openJournal();
  journal.confirm(aCampaign({ recipients: people(words.length) }), { now, undoUntil: null });
  for (const event of [post, taken(), ...events]) journal.apply({ campaignId: "campaign-1", index: 0, event }, now);
  const ids = database.prepare("SELECT service_id FROM owned ORDER BY service_id").all();
  for (const [index, { status, statistics }] of reads.entries()) {
    const totalMessages = Object.values(statistics).reduce((sum, count) => sum + count, 0);
    const reading = { status, finishedAt: null, totalMessages, statistics: { ...nobody, ...statistics } };
    const id = String(ids[index]?.["service_id"]);
    database.prepare("UPDATE owned SET reading = ? WHERE service_id = ?").run(JSON.stringify(reading), id);
  }
  for (const [place, word] of words.entries()) {
    database.prepare("UPDATE person SET word = ? WHERE position = ?").run(word, place);
  }
  const details = journal.details("campaign-1");
  const states = journal.people("campaign-1", { offset: 0, limit: 9 }).rows.map(({ state }) => state);
  return { sums: details?.parts[0]?.counts, listed: journal.peopleCounts("campaign-1", ""), states };
}

test("of a campaign that is being cancelled those whom whom it does not name are not certain, in the list as in the sums", () => {
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

test("so long as one campaign of a part is not stopped, those of the other one are still being cancelled, in the sums as in the list", () => {
  const reads = [
    { status: "stopped", statistics: { accepted: 2 } },
    { status: "sending", statistics: { accepted: 1 } },
  ];
  const told = cancelled([...stopping, foundAll("901")], reads, ["accepted", "accepted", "accepted"]);
  expect(told.sums).toMatchObject({ waiting: 3, notSent: 0 });
  expect(told.listed).toEqual(told.sums);
});

test.each([
  ["accepted", "accepted"],
  ["scheduled", null],
])(
  "whom the service had only taken in when it stopped (%s, %s) was not sent at once, in the list as in the sums",
  (...words) => {
    const statistics = { delivered: 1, accepted: 2 };
    const told = cancelled(stopped, [{ status: "stopped", statistics }], ["delivered", ...words]);
    expect(told.states).toEqual(["delivered", "not-sent", "not-sent"]);
    expect(told.sums).toMatchObject({ delivered: 1, notSent: 2 });
    expect(told.listed).toEqual(told.sums);
  },
);

test("where some have left since their words were read nobody can say yet who", () => {
  const statistics = { delivered: 2, accepted: 1 };
  const told = cancelled(stopped, [{ status: "stopped", statistics }], ["delivered", "accepted", "accepted"]);
  expect(told.states).toEqual(["delivered", "not-certain", "not-certain"]);
  expect(told.sums).toMatchObject({ delivered: 2, notSent: 1 });
});
