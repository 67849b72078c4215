import { expect, test } from "vitest";
import type { SwitchesPatch } from "../../../../electron/practice/switches.ts";
import { startClock } from "../../../../shared/campaign/start-clock.ts";
import { zoneOffset } from "../../../../shared/campaign/zone-offset.ts";
import { serviceTimeAt } from "../../../../shared/campaign/service-zone.ts";
import { people } from "../../../sending/a-campaign.ts";
import { Desk, hour, minute, onceEach } from "./desk.ts";

const account = (desk: Desk) => ({ base: desk.service.url, identity: "7100002" });
const zones = (desk: Desk) => desk.journalFile.journal.serviceZones(account(desk));

/** By which offset the next planned time is told, and how sure that is. */
const told = (desk: Desk) =>
  startClock(desk.journalFile.journal.startEvidence(account(desk)), "Europe/Kyiv", desk.time.now(), zoneOffset);

/** A campaign planned for so many ms from now, told as the program tells it. */
async function planIn(
  desk: Desk,
  ms: number,
  id: string,
  recipients = people(3),
  by = told(desk).offset,
): Promise<void> {
  const instant = desk.time.now() + ms;
  const service = serviceTimeAt(instant, by);
  const start = { utc: new Date(instant).toISOString(), service, zone: "Europe/Kyiv" };
  await desk.confirm({ campaignId: id, draftId: id, recipients, start });
}

/** One text to one's own number in 15 minutes, told as a test is. */
async function testIn15(desk: Desk, id = "test-1"): Promise<void> {
  const { candidate, offset } = told(desk);
  await planIn(desk, 15 * minute, id, people(1), candidate ?? offset);
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

test("the zone of planned times is measured by a test in 15 minutes that was watched beginning on time", async () => {
  const desk = await deskIn({ createdAtZone: "Europe/Kyiv" });
  await testIn15(desk);
  await desk.pass(20 * minute);
  expect(told(desk)).toMatchObject({ offset: 0, trust: "measured" });
  expect((await desk.details("test-1")).startedEarly).toBe(false);
});

test("a test that begins four hours late moves no plan; one more, told by what it suggests, measures it", async () => {
  const desk = await deskIn({ startAtZone: "America/New_York" });
  await testIn15(desk, "test-1");
  await desk.pass(4 * hour + 20 * minute);
  expect(told(desk)).toMatchObject({ offset: 0, trust: "late", candidate: -4 * hour });
  await testIn15(desk, "test-2");
  await desk.pass(20 * minute);
  expect(told(desk)).toMatchObject({ offset: -4 * hour, trust: "measured" });
});

test("two campaigns that moderation held up alike while the program was closed move no plan", async () => {
  const desk = await deskIn({ pace: { moderationSeconds: 75 * 60 } });
  for (const id of ["c1", "c2"]) {
    await planIn(desk, 15 * minute, id);
    await desk.pass(10 * minute);
    await desk.sleep(80 * minute);
    await desk.pass(20 * minute);
    expect(desk.service.ledger().messages.every(({ goes }) => goes)).toBe(true);
  }
  expect(zones(desk).start).toBeNull();
  expect(told(desk)).toMatchObject({ trust: "late", offset: 0, candidate: -hour });
});

test("a test that was held up by whole hours behind a closed program is taken back by the next test", async () => {
  const desk = await deskIn({ pace: { moderationSeconds: 75 * 60 } });
  await testIn15(desk, "test-1");
  await desk.settle();
  await desk.sleep(85 * minute);
  await desk.pass(20 * minute);
  expect(told(desk)).toMatchObject({ trust: "late", offset: 0, candidate: -hour });
  desk.service.setSwitches({ pace: { moderationSeconds: 1 } });
  await testIn15(desk, "test-2");
  await desk.pass(20 * minute);
  expect(told(desk)).toMatchObject({ trust: "assumed", offset: 0, candidate: null });
});

test("what began on time while the program was closed makes the zone likely, not measured", async () => {
  const desk = await deskIn({});
  await planIn(desk, 3 * hour, "c1");
  await desk.pass(minute);
  await desk.sleep(4 * hour);
  await desk.pass(minute);
  expect(told(desk)).toMatchObject({ trust: "likely", offset: 0 });
});

test("a campaign that is read long after a newer one was measured changes nothing", async () => {
  const desk = await deskIn({});
  await planIn(desk, hour, "c1");
  await desk.pass(minute);
  // Meanwhile the service keeps other clocks, which another computer has measured.
  const measuredAt = new Date(desk.time.now() + 2 * hour).toISOString();
  await desk.pass(30 * minute);
  desk.journalFile.journal.recordZone(account(desk), "start", { offset: 3 * hour, measuredAt });
  await desk.pass(3 * hour);
  expect(told(desk)).toMatchObject({ trust: "measured", offset: 3 * hour, measuredAt });
});

test("a test that moderation held up over its planned time tells no zone", async () => {
  const desk = await deskIn({ pace: { moderationSeconds: 75 * 60 } });
  await testIn15(desk);
  await desk.pass(3 * hour);
  expect(desk.service.ledger().messages.every(({ goes }) => goes)).toBe(true);
  expect(zones(desk).start).toBeNull();
});

test("a service that is ahead sends a planned campaign at once: that is shown, and its zone is not taken for UTC", async () => {
  const desk = await deskIn({ startAtZone: "Europe/Kyiv", pace: { messagesPerSecond: 0.01 } });
  await planIn(desk, 30 * minute, "c1");
  await desk.pass(2 * minute);
  expect(await desk.details("c1")).toMatchObject({ startedEarly: true, canCancel: true });
  expect(zones(desk).start).toBeNull();
  expect(told(desk)).toMatchObject({ trust: "ahead", aheadOf: 0, offset: 3 * hour });
});

test("a service that is ahead is measured by the tests after the one that went out at once", async () => {
  for (const [startAtZone, offset, tests] of [
    ["Europe/Kyiv", 3 * hour, 2],
    ["Europe/Paris", 2 * hour, 3],
  ] as const) {
    const desk = await deskIn({ startAtZone });
    for (let test = 1; test <= tests; test += 1) {
      expect(zones(desk).start).toBeNull();
      await testIn15(desk, `test-${test}`);
      await desk.pass(2 * hour);
    }
    expect(told(desk)).toMatchObject({ trust: "measured", aheadOf: null, offset });
  }
});

test("a service that sends at once whatever it is told is found out by a few tests, and said to be one", async () => {
  const desk = await deskIn({ startAtZone: "+23:00" });
  let tests = 0;
  for (; told(desk).trust !== "at-once"; tests += 1) {
    await testIn15(desk, `test-${tests}`);
    await desk.pass(20 * minute);
  }
  expect(tests).toBeLessThanOrEqual(7);
  expect(zones(desk).start).toBeNull();
});

test("a campaign that goes out at once does not wipe what was measured, a second one is believed", async () => {
  const desk = await deskIn({});
  await testIn15(desk);
  await desk.pass(20 * minute);
  const measured = zones(desk).start;
  expect(measured).toMatchObject({ offset: 0 });
  desk.service.setSwitches({ startAtZone: "Europe/Kyiv" });
  await planIn(desk, 30 * minute, "c2");
  await desk.pass(5 * minute);
  expect(zones(desk).start).toEqual(measured);
  expect(told(desk)).toMatchObject({ trust: "measured", offset: 0 });
  await planIn(desk, 30 * minute, "c3");
  await desk.pass(5 * minute);
  expect(told(desk)).toMatchObject({ trust: "ahead", aheadOf: 0, offset: 3 * hour });
});

test("a campaign that begins late changes no zone that was measured", async () => {
  // The service reads it an hour later than it was meant, as when moderation takes an hour.
  const desk = await deskIn({ startAtZone: "Atlantic/Cape_Verde" });
  const measuredAt = new Date(desk.time.now()).toISOString();
  desk.journalFile.journal.recordZone(account(desk), "start", { offset: 0, measuredAt });
  await testIn15(desk);
  await desk.pass(2 * hour);
  expect(desk.service.ledger().messages.every(({ goes }) => goes)).toBe(true);
  expect(zones(desk).start).toEqual({ offset: 0, measuredAt });
  expect(told(desk)).toMatchObject({ offset: 0, trust: "late", candidate: -hour });
});

test("no zone is measured with times that a change of summer time may have moved", async () => {
  const desk = await deskIn({});
  const winter = "2026-01-15T12:00:00.000Z";
  await testIn15(desk);
  await desk.pass(minute);
  desk.journalFile.journal.recordZone(account(desk), "reading", { offset: hour, measuredAt: winter });
  await desk.pass(30 * minute);
  expect(zones(desk).start).toBeNull();
});

test("a campaign that was planned on clocks without summer time tells nothing across a change of it", async () => {
  const desk = await deskIn({ createdAtZone: "Europe/Kyiv" });
  await desk.confirm();
  await desk.pass(minute);
  const instant = Date.parse("2026-11-02T09:00:00.000Z");
  await desk.sleep(instant - 28 * 24 * hour - desk.time.now());
  desk.client = null;
  await desk.pass(minute);
  desk.connect("live_demo_key_0001");
  const start = { utc: new Date(instant).toISOString(), service: serviceTimeAt(instant, 0), zone: "UTC" };
  await desk.confirm({ campaignId: "c2", draftId: "c2", start });
  await desk.pass(minute);
  await desk.sleep(instant - desk.time.now() + 10 * minute);
  await desk.pass(30 * minute);
  expect(desk.service.ledger().messages.every(({ goes }) => goes)).toBe(true);
  expect(told(desk)).toMatchObject({ trust: "assumed", offset: 0 });
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
  await planIn(desk, minute, "campaign-1");
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
