/** One reading of how far a campaign is: `done` people at `at` (milliseconds). */
export type Reading = { at: number; done: number };

/** The pace is taken over this much time. */
const windowLength = 5 * 60_000;

/** Adds a reading, and drops those too old to tell the present pace. */
export function withReading(readings: readonly Reading[], next: Reading): Reading[] {
  const kept = readings.filter((one) => next.at - one.at <= windowLength && one.done <= next.done);
  return [...kept, next];
}

/** Seconds until `total` at the pace of the readings; null while there is no pace to tell from (under 20 seconds). */
export function secondsLeft(readings: readonly Reading[], total: number): number | null {
  const first = readings[0];
  const last = readings.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < 20_000) return null;
  const pace = (last.done - first.done) / (last.at - first.at);
  return pace <= 0 || last.done >= total ? null : (total - last.done) / pace / 1000;
}
