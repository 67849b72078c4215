import { expect, test } from "vitest";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { post, taken } from "./a-part.ts";
import { day, Desk, minute, posts, second } from "./desk.ts";
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

test("of a cancel that came too late nobody whom the service still has as taken in can be texted anew", () => {
  const { journal, database } = openJournal();
  journal.confirm(aCampaign({ recipients: people(3) }), { now, undoUntil: null });
  const events = [post, taken(), { kind: "cancel" }, { kind: "stopped", missing: 0 }] as const;
  for (const event of events) journal.apply({ campaignId: "campaign-1", index: 0, event }, now);
  database.exec("UPDATE person SET word = iif(position = 0, 'delivered', 'accepted')");
  database.exec("UPDATE campaign SET counts_final = 1");
  const reading = { status: "done", finishedAt: now, totalMessages: 3, statistics: null };
  const read = database.prepare("UPDATE owned SET reading = ?, final = 1");
  const states = () => journal.people("campaign-1", { offset: 0, limit: 9 }).rows.map(({ state }) => state);
  read.run(JSON.stringify(reading));
  expect(states()).toEqual(["delivered", "handed-over", "handed-over"]);
  expect(journal.unreached("campaign-1")).toEqual([]);
  read.run(JSON.stringify({ ...reading, status: "stopped" }));
  expect(states()).toEqual(["delivered", "not-sent", "not-sent"]);
  expect(journal.unreached("campaign-1"), "what a stop has reached never leaves").toEqual([1, 2]);
});

test("of Contact Book lists nobody knows who was not reached", () => {
  const { journal, database } = openJournal();
  const groups = [{ id: "7002", name: "Wholesale", people: 30 }];
  journal.confirm(aCampaign({ recipients: [], groups }), { now, undoUntil: null });
  database.exec("UPDATE campaign SET counts_final = 1");
  expect(journal.details("campaign-1")).toMatchObject({ peopleKnown: false, notReached: 0, counts: { total: 30 } });
});

/** The numbers at these places whose text went out, by the ledger. */
function gone(desk: Desk, places: number[]): string[] {
  const numbers = new Set(people(60).flatMap(({ number }, place) => (places.includes(place) ? [number] : [])));
  return desk.accepted().flatMap(({ phone, goes }) => (goes && numbers.has(phone) ? [phone] : []));
}

test("of a campaign cancelled in the middle those not sent can be texted anew, and nobody who may have the text", async () => {
  const desk = await Desk.open({
    switches: { pace: { messagesPerSecond: 1, creationSeconds: 0, moderationSeconds: 0 } },
  });
  await desk.confirm({ recipients: people(60) });
  await desk.pass(20 * second);
  await desk.sending.cancel("campaign-1");
  expect(desk.journalFile.journal.unreached("campaign-1"), "while it is being cancelled nobody knows").toEqual([]);
  await desk.pass(30 * minute);
  const { counts, countsFinal, notReached, row } = await desk.details();
  expect(row.state).toBe("cancelled");
  expect(countsFinal).toBe(true);
  expect(counts.notSent).toBeGreaterThan(10);
  expect(notReached).toBe(counts.notSent + counts.failed);
  const places = desk.journalFile.journal.unreached("campaign-1");
  expect(places).toHaveLength(notReached);
  expect(gone(desk, places), "but for those whom the operator did not reach").toHaveLength(counts.failed);
});

test("of a part that left no trace nobody can be texted anew until its watch is over", async () => {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  desk.service.setSwitches({ faults: [{ ...posts, act: "reset", accepts: false, times: 1 }] });
  await desk.confirm();
  await desk.pass(second);
  await desk.sending.cancel("campaign-1");
  await desk.pass(20 * minute);
  expect(await desk.states()).toEqual(["cancelled-by-absence"]);
  expect((await desk.details()).notReached).toBe(0);
  expect(desk.journalFile.journal.unreached("campaign-1")).toEqual([]);
  await desk.sleep(9 * day);
  expect((await desk.details()).notReached).toBe(3);
  expect(desk.journalFile.journal.unreached("campaign-1")).toEqual([0, 1, 2]);
});

test("whoever was left out for the never-text list is not offered again", async () => {
  const desk = await Desk.open();
  const [first] = people(3);
  desk.neverText.add(first?.number ?? "");
  await desk.confirm({ start: null });
  await desk.pass(10 * minute);
  expect((await desk.details()).counts).toMatchObject({ total: 3, notSent: 1 });
  expect((await desk.details()).notReached).toBe((await desk.details()).counts.failed);
});
