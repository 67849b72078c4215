/** The offset of `zone` (IANA) from UTC at a moment, in milliseconds. */
function offsetAt(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(at);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    value("year"),
    value("month") - 1,
    value("day"),
    value("hour"),
    value("minute"),
    value("second"),
  );
  return wall - Math.trunc(at / 1000) * 1000;
}

/** The moment a wall clock of `zone` shows `local` ("2026-11-24T09:00"); null when it is no time. */
export function momentOf(local: string, zone: string): Date | null {
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) return null;
  const guess = wall - offsetAt(zone, wall);
  return new Date(wall - offsetAt(zone, guess));
}

/** What a wall clock of `zone` shows at a moment, to the minute: "2026-11-24T09:00". */
export function wallClock(at: Date, zone: string): string {
  return new Date(at.getTime() + offsetAt(zone, at.getTime())).toISOString().slice(0, 16);
}

const day = 86_400_000;
/** The service takes no campaign further ahead (ms). */
export const furthest = 30 * day;

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
  return `${wallClock(new Date(now.getTime() + day), zone).slice(0, 10)}T09:00`;
}
