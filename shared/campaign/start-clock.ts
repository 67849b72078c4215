import type { OffsetOf } from "./schedule.ts";
import { easternmost, type MeasuredZone, stillMeasured } from "./service-zone.ts";

/**
 * What one planned campaign of ours showed of the zone in which the service reads planned times (`bsg-api.md`, "Time").
 */
export type StartSight = {
  campaignId: string;
  /** One text to oneself, planned a quarter of an hour ahead; see {@link isZoneTest}. */
  test: boolean;
  /** The offset by which the service had been told its time (ms, east positive). */
  told: number;
  /** The offset by which it began on time; null: it went out at once. */
  offset: number | null;
  seenAt: string;
};

/** What is known of the planned time: `sights` are those since it was measured, oldest first, one a campaign. */
export type StartEvidence = { reading: MeasuredZone | null; start: MeasuredZone | null; sights: StartSight[] };

/**
 * How planned times are told: the offset from UTC (ms), and what it rests on. `ahead`: a campaign told by `aheadOf` went
 * out at once, so the service's clock is ahead of that, and the next likely offset is taken. `at-once`: every offset
 * that a zone can have was tried and nothing ever waited.
 */
export type StartClock = {
  offset: number;
  trust: "measured" | "assumed" | "ahead" | "at-once";
  aheadOf: number | null;
};

const minute = 60_000;
const hour = 60 * minute;
/** How far a guess goes beyond an offset that was shown to be too small. */
const guessStep = 3 * hour;
/** So many campaigns that agree are believed without a test, and against what was measured. */
const agreeing = 2;

/** Whether a planned campaign is as good as a test: one person, and so soon that nothing should hold it up. */
export function isZoneTest(people: number, confirmedAt: string, startUtc: string): boolean {
  return people === 1 && Date.parse(startUtc) - Date.parse(confirmedAt) <= 20 * minute;
}

/**
 * What is measured once a further campaign was seen: a test is believed alone, other campaigns when two agree, since
 * moderation or an empty account may hold one up by whole quarters of an hour. For the same reason one that begins
 * later than measured before is not believed alone, test or not. Going out at once measures nothing.
 * @param sights with the newest last
 * @returns null while nothing new is measured
 */
export function measuredBy(
  known: MeasuredZone | null,
  sights: StartSight[],
  userZone: string,
  offsetOf: OffsetOf,
): MeasuredZone | null {
  const newest = sights.at(-1);
  if (newest === undefined || newest.offset === null) return null;
  const { offset, seenAt, test } = newest;
  const valid = stillMeasured(known, userZone, Date.parse(seenAt), offsetOf) ? known : null;
  const isLater = valid !== null && offset < valid.offset;
  const isSure = valid?.offset === offset || (test && !isLater);
  const agree = campaignsOf(sights.filter((sight) => sight.offset === offset)) >= agreeing;
  return isSure || agree ? { offset, measuredAt: seenAt } : null;
}

/**
 * How a time planned for `instant` (ms since 1970) is told; see {@link StartClock}. A change of summer time until then
 * makes what was measured an assumption.
 */
export function startClock(
  { reading, start, sights }: StartEvidence,
  userZone: string,
  instant: number,
  offsetOf: OffsetOf,
): StartClock {
  const valid = stillMeasured(start, userZone, instant, offsetOf) ? start : null;
  const tooSmall = sights.filter(
    ({ offset, told }) => offset === null && told >= (valid?.offset ?? Number.NEGATIVE_INFINITY),
  );
  if (valid !== null && campaignsOf(tooSmall) < agreeing)
    return { offset: valid.offset, trust: "measured", aheadOf: null };
  // Late may be moderation, early is nothing but a clock at least so far ahead.
  const early = sights.flatMap(({ offset, told }) => (offset !== null && offset > told ? [offset] : []));
  // What was true before a change of summer time is still the better guess.
  if (tooSmall.length === 0) {
    return { offset: Math.max(start?.offset ?? 0, ...early), trust: "assumed", aheadOf: null };
  }
  const aheadOf = Math.max(...tooSmall.map(({ told }) => told));
  if (aheadOf >= easternmost) return { offset: 0, trust: "at-once", aheadOf };
  const seen = Math.max(...early);
  if (seen > aheadOf) return { offset: seen, trust: "ahead", aheadOf };
  // Most likely it keeps the clock of its own answers, or that of its user.
  const likely = [reading?.offset ?? 0, offsetOf(userZone, instant)].filter((offset) => offset > aheadOf);
  const offset = likely.length > 0 ? Math.min(...likely) : Math.min(aheadOf + guessStep, easternmost);
  return { offset, trust: "ahead", aheadOf };
}

function campaignsOf(sights: StartSight[]): number {
  return new Set(sights.map(({ campaignId }) => campaignId)).size;
}
