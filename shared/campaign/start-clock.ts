import type { OffsetOf } from "./schedule.ts";
import { easternmost, type MeasuredZone, stillMeasured } from "./service-zone.ts";

/**
 * What one planned campaign of ours showed of the zone in which the service reads planned times (`bsg-api.md`, "Time").
 */
export type StartSight = {
  campaignId: string;
  /** The offset by which the service had been told its time (ms, east positive). */
  told: number;
  /** The offset by which it began on time, had nothing held it up; null: it went out at once. */
  offset: number | null;
  /** The service's clock is at least so far ahead, whatever held it up: nothing begins before its time. */
  least: number;
  /** It was seen waiting shortly before its planned time and under way shortly after. */
  watched: boolean;
  /** When it began. */
  seenAt: string;
};

/** What is known of the planned time: `sights` are those since it was measured, oldest first, one a campaign. */
export type StartEvidence = { reading: MeasuredZone | null; start: MeasuredZone | null; sights: StartSight[] };

/**
 * How planned times are told: the offset from UTC (ms), and what it rests on.
 * - `measured`: a text told by it was watched beginning on time.
 * - `likely`: nothing more than that one told by it began on time; something could have held it up until then.
 * - `assumed`: nothing was seen.
 * - `late`: one told by it began later, as it would by `candidate`, or because something held it up.
 * - `ahead`: the service began before the planned time, so that its clock is ahead of `aheadOf`, and the next likely
 *   offset is taken.
 * - `at-once`: every offset that a zone can have was ruled out, nothing ever waits.
 */
export type StartClock = {
  offset: number;
  trust: "measured" | "likely" | "assumed" | "late" | "ahead" | "at-once";
  aheadOf: number | null;
  /** Of `late`: the offset that a test to oneself is told by; if that begins on time, it is measured. */
  candidate: number | null;
  /** When what stands under `offset` was measured, even if summer time has changed since. */
  measuredAt: string | null;
};

const minute = 60_000;
const hour = 60 * minute;
/** How far a guess goes beyond an offset that was shown to be too small. */
const guessStep = 3 * hour;
/** One that went out too early may have been started by hand in the web account: so many overthrow a measurement. */
const agreeing = 2;

/**
 * What is measured once a further campaign was seen. Only one that was watched and began on time by the offset that it
 * was told by is conclusive: the service's clock is not further ahead, or it would not have waited, and not further
 * behind, or it would wait still. Whatever begins late may have been held up by moderation or an empty account, any
 * number of times alike; whatever begins early or at once only shows an offset to be too small.
 * @returns null while nothing new is measured: an older sight never takes the place of a newer measurement
 */
export function measuredBy(known: MeasuredZone | null, sight: StartSight): MeasuredZone | null {
  const { told, offset, watched, seenAt } = sight;
  const isNewer = known === null || Date.parse(seenAt) > Date.parse(known.measuredAt);
  return isNewer && watched && offset === told ? { offset, measuredAt: seenAt } : null;
}

/**
 * How a time planned for `instant` (ms since 1970) is told; see {@link StartClock}. A plan is moved only by what is
 * conclusive. A change of summer time until then makes what was measured an assumption.
 */
export function startClock(evidence: StartEvidence, userZone: string, instant: number, offsetOf: OffsetOf): StartClock {
  const { start, sights } = evidence;
  const isValid = stillMeasured(start, userZone, instant, offsetOf);
  // What was true before a change of summer time is still the better guess.
  const known = start?.offset ?? 0;
  const tooEarly = sights.filter(({ told, least }) => told < least && least > known);
  const isOverthrown = tooEarly.length > 0 && (!isValid || campaignsOf(tooEarly) >= agreeing);
  const aheadOf = isOverthrown ? Math.max(known, ...tooEarly.map(({ told }) => told)) : null;
  const offset = isOverthrown ? nextLikely(evidence, offsetOf(userZone, instant)) : known;
  const measuredAt = start?.measuredAt ?? null;
  if (offset === null) return { offset: 0, trust: "at-once", aheadOf, candidate: null, measuredAt };
  const seen = sights.flatMap(({ told, offset: by }) => (told === offset && by !== null ? [by] : []));
  const last = seen.at(-1);
  if (last !== undefined && last < offset && last >= Math.max(...sights.map(({ least }) => least))) {
    return { offset, trust: "late", aheadOf, candidate: last, measuredAt };
  }
  const rest = seen.includes(offset) ? "likely" : isOverthrown ? "ahead" : "assumed";
  return { offset, trust: isValid && !isOverthrown ? "measured" : rest, aheadOf, candidate: null, measuredAt };
}

/** The next likely offset once some were shown to be too small; null when every zone's is. */
function nextLikely({ reading, sights }: StartEvidence, userOffset: number): number | null {
  const least = Math.max(...sights.map((sight) => sight.least));
  if (least > easternmost) return null;
  // What began before its time can only have been read by a clock so far ahead.
  if (sights.some(({ told, offset }) => offset === least && told < least)) return least;
  // Most likely it keeps the clock of its own answers, or that of its user.
  const likely = [reading?.offset ?? 0, userOffset].filter((offset) => offset >= least);
  const further = Math.floor((least - minute) / hour) * hour + guessStep;
  return likely.length > 0 ? Math.min(...likely) : Math.min(further, easternmost);
}

function campaignsOf(sights: StartSight[]): number {
  return new Set(sights.map(({ campaignId }) => campaignId)).size;
}
