import { daysAhead, instantOf, localTimeOf } from "../../shared/campaign/schedule.ts";
import { zoneOffset } from "../../shared/campaign/zone-offset.ts";

/** The moment a wall clock of `zone` (IANA) shows `local` ("2026-11-24T09:00"), as main plans it; null when it is no time. */
export function momentOf(local: string, zone: string): Date | null {
  const instant = instantOf(local, zone, zoneOffset);
  return instant.ok ? new Date(instant.value) : null;
}

/** What a wall clock of `zone` shows at a moment, to the minute: "2026-11-24T09:00". */
export function wallClock(at: Date, zone: string): string {
  return localTimeOf(at.getTime(), zone, zoneOffset);
}

const day = 86_400_000;
/** The service takes no campaign further ahead (ms). */
export const furthest = daysAhead * day;

/** Why a time cannot be taken; a time that the clocks leave out is no time. */
export function timeProblem(
  at: Date | null,
  local: string,
  zone: string,
  now: Date,
): "invalid" | "past" | "far" | null {
  if (at === null || wallClock(at, zone) !== local) return "invalid";
  if (at.getTime() <= now.getTime()) return "past";
  return at.getTime() - now.getTime() > furthest ? "far" : null;
}

/** Nine o'clock of the next day on the clocks of `zone`. */
export function tomorrowMorning(now: Date, zone: string): string {
  // A day has 23 or 25 hours where the clocks change: the next date is counted on the calendar.
  const today = Date.parse(`${wallClock(now, zone).slice(0, 10)}T00:00Z`);
  return `${new Date(today + day).toISOString().slice(0, 10)}T09:00`;
}
