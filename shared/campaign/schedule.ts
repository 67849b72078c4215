import type { AppError } from "../errors.ts";
import { appErrorOf } from "../errors.ts";
import type { Result } from "../result.ts";
import { err, ok } from "../result.ts";

/** Offset of an IANA zone from UTC at an instant (ms since 1970), in ms, east positive. Throws for an unknown zone. */
export type OffsetOf = (zone: string, instant: number) => number;

/**
 * A planned time: the instant (ISO 8601 UTC), as the service is told it ("yyyy-mm-dd hh:mm:ss" in the zone it keeps),
 * and the IANA zone the user planned in.
 */
export type PlannedStart = { utc: string; service: string; zone: string };

/** The service refuses a start further ahead. */
export const daysAhead = 30;

const day = 24 * 60 * 60_000;
const nightFrom = 21;
const nightTo = 8;

/**
 * The instant of a wall-clock time in a zone. Of an hour that comes twice in autumn it is the first.
 * @param local "yyyy-mm-ddThh:mm", seconds allowed
 * @returns ms since 1970, or `review.time-invalid` for a time that does not exist: no such day, or skipped in spring
 */
export function instantOf(local: string, zone: string, offsetOf: OffsetOf): Result<number, AppError> {
  const wall = wallClock(local);
  if (wall === null) return err(appErrorOf("review.time-invalid"));
  // Offsets a day before and after cover a change in between; the larger one gives the earlier instant.
  const offsets = [offsetOf(zone, wall - day), offsetOf(zone, wall + day)].sort((a, b) => b - a);
  for (const offset of offsets) {
    const instant = wall - offset;
    if (offsetOf(zone, instant) === offset) return ok(instant);
  }
  return err(appErrorOf("review.time-invalid"));
}

function wallClock(local: string): number | null {
  const padded = local.length === 16 ? `${local}:00` : local;
  const wall = Date.parse(`${padded}Z`);
  // Date.parse rolls 31 June over to 1 July.
  return Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 19) !== padded ? null : wall;
}

/** The wall-clock time of an instant in a zone, "yyyy-mm-ddThh:mm". */
export function localTimeOf(instant: number, zone: string, offsetOf: OffsetOf): string {
  return new Date(instant + offsetOf(zone, instant)).toISOString().slice(0, 16);
}

/** Whether a start can be planned: in the future, and at most 30 days ahead. Both are ms since 1970. */
export function startProblem(start: number, now: number): AppError | null {
  if (start <= now) return appErrorOf("review.time-past");
  if (start > now + daysAhead * day) return appErrorOf("review.time-far", { days: daysAhead });
  return null;
}

export type LocalHours = { localTime: string; night: boolean; weekend: boolean };

/** What time it is for people in a zone: night is 21:00 to 08:00, the weekend Saturday and Sunday. */
export function hoursAt(instant: number, zone: string, offsetOf: OffsetOf): LocalHours {
  const local = new Date(instant + offsetOf(zone, instant));
  const hour = local.getUTCHours();
  const weekday = local.getUTCDay();
  return {
    localTime: local.toISOString().slice(0, 16),
    night: hour >= nightFrom || hour < nightTo,
    weekend: weekday === 0 || weekday === 6,
  };
}
