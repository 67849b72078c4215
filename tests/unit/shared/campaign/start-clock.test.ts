import { expect, test } from "vitest";
import {
  isZoneTest,
  measuredBy,
  type StartEvidence,
  type StartSight,
  startClock,
} from "../../../../shared/campaign/start-clock.ts";
import { zoneOffset } from "../../../../shared/campaign/zone-offset.ts";

const hour = 60 * 60_000;
const kyiv = "Europe/Kyiv";
const july = Date.UTC(2026, 6, 15, 9);
const iso = (ms: number) => new Date(ms).toISOString();
const at = (offset: number, ms = july) => ({ offset, measuredAt: iso(ms) });

let campaigns = 0;
function sight(offset: number | null, changes: Partial<StartSight> = {}): StartSight {
  campaigns += 1;
  return { campaignId: `c${campaigns}`, test: false, told: 0, offset, seenAt: iso(july + hour), ...changes };
}
const clock = (evidence: Partial<StartEvidence>, now = july + 2 * hour) =>
  startClock({ reading: null, start: null, sights: [], ...evidence }, kyiv, now, zoneOffset);
const measured = (known: Parameters<typeof measuredBy>[0], ...sights: StartSight[]) =>
  measuredBy(known, sights, kyiv, zoneOffset)?.offset ?? null;

test("one campaign measures nothing, a test does, and so do two campaigns that agree", () => {
  expect(measured(null, sight(-hour))).toBeNull();
  expect(measured(null, sight(-hour), sight(0))).toBeNull();
  expect(measured(null, sight(-hour), sight(0), sight(-hour))).toBe(-hour);
  expect(measured(null, sight(-hour, { test: true }))).toBe(-hour);
});

test("two parts of one campaign are one word", () => {
  expect(measured(null, sight(-hour, { campaignId: "a" }), sight(-hour, { campaignId: "a" }))).toBeNull();
});

test("what begins later than measured before is believed when two agree, a test alone is not", () => {
  expect(measured(at(0), sight(-hour, { test: true }))).toBeNull();
  expect(measured(at(0), sight(-hour, { test: true }), sight(-hour))).toBe(-hour);
  expect(measured(at(0), sight(hour, { test: true }))).toBe(hour);
});

test("a measured zone is renewed by any campaign that began on time", () => {
  expect(measuredBy(at(0), [sight(0)], kyiv, zoneOffset)).toEqual(at(0, july + hour));
});

test("after a change of summer time what was measured stands in no test's way", () => {
  const winter = { offset: 3 * hour, measuredAt: "2026-10-24T09:00:00.000Z" };
  expect(measured(winter, sight(2 * hour, { test: true, seenAt: "2026-10-26T09:00:00.000Z" }))).toBe(2 * hour);
});

test("going out at once measures nothing", () => {
  expect(measured(at(0), sight(null), sight(null))).toBeNull();
});

test("nothing seen: UTC is assumed; a measured zone is told, and after a change of summer time it is assumed", () => {
  expect(clock({})).toEqual({ offset: 0, trust: "assumed", aheadOf: null });
  expect(clock({ start: at(3 * hour) })).toEqual({ offset: 3 * hour, trust: "measured", aheadOf: null });
  expect(clock({ start: at(3 * hour) }, Date.UTC(2026, 11, 1))).toMatchObject({ offset: 3 * hour, trust: "assumed" });
});

test("after a text that went out at once the next likely clock is told: of the answers, of the user, three hours on", () => {
  expect(clock({ sights: [sight(null)], reading: at(hour) })).toEqual({ offset: hour, trust: "ahead", aheadOf: 0 });
  expect(clock({ sights: [sight(null)] })).toEqual({ offset: 3 * hour, trust: "ahead", aheadOf: 0 });
  const second = sight(null, { told: 3 * hour });
  expect(clock({ sights: [sight(null), second] })).toEqual({ offset: 6 * hour, trust: "ahead", aheadOf: 3 * hour });
  const easternmost = sight(null, { told: 14 * hour });
  expect(clock({ sights: [sight(null), second, easternmost] })).toMatchObject({ trust: "at-once" });
});

test("what began before its time can only have been read by a clock so far ahead: the next is told by that, unsure", () => {
  expect(clock({ sights: [sight(3 * hour)] })).toEqual({ offset: 3 * hour, trust: "assumed", aheadOf: null });
  const early = sight(6 * hour, { told: 3 * hour });
  expect(clock({ sights: [sight(null), early] })).toEqual({ offset: 6 * hour, trust: "ahead", aheadOf: 0 });
  // Late may be moderation.
  expect(clock({ sights: [sight(-hour)] })).toMatchObject({ offset: 0 });
});

test("a measured zone is doubted by two campaigns that went out at once, not by one, nor by what was told before it", () => {
  const known = { start: at(3 * hour) };
  const told = 3 * hour;
  expect(clock({ ...known, sights: [sight(null, { told })] })).toMatchObject({ trust: "measured" });
  expect(clock({ ...known, sights: [sight(null), sight(null)] })).toMatchObject({ trust: "measured" });
  const two = [sight(null, { told }), sight(null, { told })];
  expect(clock({ ...known, sights: two })).toEqual({ offset: 6 * hour, trust: "ahead", aheadOf: 3 * hour });
});

test("a test is one person's text for soon", () => {
  expect(isZoneTest(1, iso(july), iso(july + 16 * 60_000))).toBe(true);
  expect(isZoneTest(2, iso(july), iso(july + 16 * 60_000))).toBe(false);
  expect(isZoneTest(1, iso(july), iso(july + hour))).toBe(false);
});
