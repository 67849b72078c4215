import { expect, test } from "vitest";
import {
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
/** One told by an offset and on time by another; null: it went out at once, a quarter of an hour ahead of its time. */
function sight(told: number, offset: number | null, changes: Partial<StartSight> = {}): StartSight {
  campaigns += 1;
  const least = offset ?? told + hour / 4;
  return { campaignId: `c${campaigns}`, told, offset, least, watched: false, seenAt: iso(july + hour), ...changes };
}
const watched = { watched: true };
const clock = (evidence: Partial<StartEvidence>, now = july + 2 * hour) =>
  startClock({ reading: null, start: null, sights: [], ...evidence }, kyiv, now, zoneOffset);

test("only a text that was watched beginning on time by what it was told measures a zone", () => {
  expect(measuredBy(null, sight(3 * hour, 3 * hour, watched))).toEqual(at(3 * hour, july + hour));
  expect(measuredBy(null, sight(3 * hour, 3 * hour))).toBeNull();
  expect(measuredBy(null, sight(0, -hour, watched))).toBeNull();
  expect(measuredBy(null, sight(0, 3 * hour, watched))).toBeNull();
  expect(measuredBy(null, sight(0, null, watched))).toBeNull();
});

test("a text that is read late takes the place of no newer measurement", () => {
  const newer = at(0, july + 2 * hour);
  expect(measuredBy(newer, sight(3 * hour, 3 * hour, watched))).toBeNull();
  expect(measuredBy(at(0), sight(3 * hour, 3 * hour, watched))).toEqual(at(3 * hour, july + hour));
});

test("nothing seen: UTC is assumed; a measured zone is told, and after a change of summer time it is assumed", () => {
  expect(clock({})).toEqual({ offset: 0, trust: "assumed", aheadOf: null, candidate: null, measuredAt: null });
  expect(clock({ start: at(3 * hour) })).toMatchObject({ offset: 3 * hour, trust: "measured", measuredAt: iso(july) });
  expect(clock({ start: at(3 * hour) }, Date.UTC(2026, 11, 1))).toMatchObject({ offset: 3 * hour, trust: "assumed" });
});

test("what began late moves no plan, however many were held up alike: it is only what a test is told by", () => {
  const late = { offset: 0, trust: "late", candidate: -hour };
  expect(clock({ sights: [sight(0, -hour)] })).toMatchObject(late);
  expect(clock({ sights: [sight(0, -hour), sight(0, -hour, watched), sight(0, -hour)] })).toMatchObject(late);
  expect(clock({ start: at(0), sights: [sight(0, -hour), sight(0, -hour)] })).toMatchObject(late);
});

test("a test that goes out at once by what a late one suggested takes the suggestion back", () => {
  const sights = [sight(0, -hour), sight(-hour, null)];
  expect(clock({ sights })).toMatchObject({ offset: 0, trust: "assumed", candidate: null });
  expect(clock({ start: at(0), sights })).toMatchObject({ offset: 0, trust: "measured", candidate: null });
});

test("one that nobody watched but that began on time makes the assumption likely: those that began late were held up", () => {
  expect(clock({ sights: [sight(0, 0)] })).toMatchObject({ offset: 0, trust: "likely" });
  expect(clock({ sights: [sight(0, -hour), sight(0, 0)] })).toMatchObject({ offset: 0, trust: "likely" });
  expect(clock({ sights: [sight(0, 0), sight(0, -hour)] })).toMatchObject({ offset: 0, trust: "likely" });
});

test("after a text that went out at once the next likely clock is told: of the answers, of the user, three hours on", () => {
  const first = sight(0, null);
  expect(clock({ sights: [first], reading: at(hour) })).toMatchObject({ offset: hour, trust: "ahead", aheadOf: 0 });
  expect(clock({ sights: [first] })).toMatchObject({ offset: 3 * hour, trust: "ahead", aheadOf: 0 });
  const second = sight(3 * hour, null);
  expect(clock({ sights: [first, second] })).toMatchObject({ offset: 6 * hour, trust: "ahead", aheadOf: 3 * hour });
  const easternmost = sight(14 * hour, null);
  expect(clock({ sights: [first, second, easternmost] })).toMatchObject({ trust: "at-once" });
});

test("one planned for days later that goes out at once shows that nothing ever waits", () => {
  expect(clock({ sights: [sight(0, null, { least: 48 * hour })] })).toMatchObject({ trust: "at-once" });
});

test("what began before its time can only have been read by a clock so far ahead: the next is told by that, unsure", () => {
  expect(clock({ sights: [sight(0, 3 * hour)] })).toMatchObject({ offset: 3 * hour, trust: "ahead", aheadOf: 0 });
  const early = sight(3 * hour, 6 * hour);
  expect(clock({ sights: [sight(0, null), early] })).toMatchObject({ offset: 6 * hour, trust: "ahead" });
});

test("a guess that began too late stays what plans are told by: it may have been held up", () => {
  const sights = [sight(0, null), sight(3 * hour, 2 * hour)];
  expect(clock({ sights })).toMatchObject({ offset: 3 * hour, trust: "late", candidate: 2 * hour });
});

test("a measured zone is overthrown by two that went out too early, not by one, nor by what was told before it", () => {
  const known = { start: at(3 * hour) };
  const told = 3 * hour;
  expect(clock({ ...known, sights: [sight(told, null)] })).toMatchObject({ trust: "measured" });
  expect(clock({ ...known, sights: [sight(0, null), sight(0, null)] })).toMatchObject({ trust: "measured" });
  expect(
    clock({ ...known, sights: [sight(told, null, { campaignId: "a" }), sight(told, null, { campaignId: "a" })] }),
  ).toMatchObject({ trust: "measured" });
  const two = [sight(told, null), sight(told, 4 * hour)];
  expect(clock({ ...known, sights: two })).toMatchObject({ offset: 4 * hour, trust: "ahead", aheadOf: told });
});
