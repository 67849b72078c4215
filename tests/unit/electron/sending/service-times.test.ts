import { expect, test } from "vitest";
import type { SwitchesPatch } from "../../../../electron/practice/switches.ts";
import { people } from "../../../sending/a-campaign.ts";
import { Desk, hour, minute, onceEach } from "./desk.ts";

const account = (desk: Desk) => ({ base: desk.service.url, identity: "7100002" });
const zones = (desk: Desk) => desk.journalFile.journal.serviceZones(account(desk));

/** A campaign for one's own number, told to the service as if it kept UTC. */
async function testIn(desk: Desk, ms: number): Promise<void> {
  const utc = new Date(desk.time.now() + ms).toISOString();
  await desk.confirm({ start: { utc, service: utc.slice(0, 19).replace("T", " "), zone: "Europe/Kyiv" } });
}

async function deskIn(switches: SwitchesPatch): Promise<Desk> {
  return Desk.open({ network: "memory", journal: "memory", switches });
}

test("the zone of the service's times is measured by the first campaign, and its times are read by it", async () => {
  const desk = await deskIn({ createdAtZone: "Europe/Kyiv" });
  expect(zones(desk)).toEqual({ reading: null, start: null });
  await desk.confirm();
  await desk.pass(10 * minute);
  expect(zones(desk).reading).toMatchObject({ offset: 3 * hour });
  const { rows } = await desk.sending.people("campaign-1", { offset: 0, limit: 10 });
  const delivered = rows.flatMap(({ state, at }) => (state === "delivered" && at !== null ? [Date.parse(at)] : []));
  expect(delivered.length).toBeGreaterThan(0);
  for (const at of delivered) expect(Math.abs(at - desk.time.now())).toBeLessThan(11 * minute);
});

test("the zone of planned times is measured by when a test in 15 minutes really began", async () => {
  for (const [startAtZone, offset] of [
    ["UTC", 0],
    ["America/New_York", -4 * hour],
  ] as const) {
    const desk = await deskIn({ createdAtZone: "Europe/Kyiv", startAtZone });
    await testIn(desk, 15 * minute);
    await desk.pass(20 * minute - offset);
    expect(zones(desk).start).toMatchObject({ offset });
    expect((await desk.details()).startedEarly).toBe(false);
  }
});

test("a service that is ahead sends a planned campaign at once: that is shown, and its zone is not taken for UTC", async () => {
  const desk = await deskIn({ startAtZone: "Europe/Kyiv", pace: { messagesPerSecond: 0.01 } });
  await testIn(desk, 30 * minute);
  await desk.pass(2 * minute);
  expect(await desk.details()).toMatchObject({ startedEarly: true, canCancel: true });
  expect(zones(desk).start).toMatchObject({ offset: null });
});

test("a campaign that begins late changes no zone that was measured", async () => {
  // The service reads it an hour later than it was meant, as when moderation takes an hour.
  const desk = await deskIn({ startAtZone: "Atlantic/Cape_Verde" });
  const measuredAt = new Date(desk.time.now()).toISOString();
  desk.journalFile.journal.recordZone(account(desk), "start", { offset: 0, measuredAt });
  await testIn(desk, 15 * minute);
  await desk.pass(2 * hour);
  expect(desk.service.ledger().messages.every(({ goes }) => goes)).toBe(true);
  expect(zones(desk).start).toEqual({ offset: 0, measuredAt });
});

test("no zone is measured with times that a change of summer time may have moved", async () => {
  const desk = await deskIn({});
  const winter = "2026-01-15T12:00:00.000Z";
  await testIn(desk, 15 * minute);
  await desk.pass(minute);
  desk.journalFile.journal.recordZone(account(desk), "reading", { offset: hour, measuredAt: winter });
  await desk.pass(30 * minute);
  expect(zones(desk).start).toBeNull();
});

test("what was measured of one account says nothing of another", async () => {
  const desk = await deskIn({ createdAtZone: "Europe/Kyiv" });
  await desk.confirm();
  await desk.pass(minute);
  const other = { base: desk.service.url, identity: "7100003" };
  expect(desk.journalFile.journal.serviceZones(other)).toEqual({ reading: null, start: null });
  expect(desk.texts()).toEqual(onceEach(people(3)));
});

test("another time by a click is told in the zone that was measured", async () => {
  const desk = await deskIn({ startAtZone: "America/New_York" });
  desk.journalFile.journal.recordZone(account(desk), "start", {
    offset: -4 * hour,
    measuredAt: new Date(desk.time.now()).toISOString(),
  });
  desk.client = null;
  await testIn(desk, minute);
  await desk.pass(10 * minute);
  desk.connect("live_demo_key_0001");
  desk.sending.hurry();
  await desk.pass(minute);
  await desk.sending.sendAt("campaign-1", 0, { local: "2026-07-15T14:00", zone: "Europe/Kyiv" });
  await desk.pass(minute);
  expect(desk.service.ledger().campaigns).toMatchObject([{ startAt: "2026-07-15 07:00:00" }]);
  await desk.pass(2 * hour);
  expect(desk.service.ledger().messages.every(({ goes }) => goes)).toBe(true);
});
