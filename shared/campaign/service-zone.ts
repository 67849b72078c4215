import type { OffsetOf, PlannedStart } from "./schedule.ts";

/** What was measured of the zone of one kind of the service's times: its offset from UTC (ms, east positive). */
export type MeasuredZone = { offset: number; measuredAt: string };

/** The kinds: times that the service answers with, and the planned time that it is told. */
export type ServiceZones = { reading: MeasuredZone | null; start: MeasuredZone | null };

const minute = 60_000;
const hour = 60 * minute;
/** Every zone in use is a multiple of this from UTC, between these two. */
const grid = 15 * minute;
const westernmost = -12 * hour;
export const easternmost = 14 * hour;
/** The offsets that clocks keep anywhere (IANA, since 2020), in hours; 0 and whole hours besides. */
const brokenHours = [-9.5, -3.5, -2.5, 3.5, 4.5, 5.5, 5.75, 6.5, 8.75, 9.5, 10.5, 12.75, 13.75];
/** A campaign is written down and answered within this time. */
const answeredWithin = 2 * minute;
/** A planned campaign begins at most so late. */
const lateness = 5 * minute;
/** Europe changes its clocks at one instant, and the provider is at home there. */
const serviceHome = "Europe/Kyiv";

const written = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?(?:\.\d+)?( ?(?:Z|[+-]\d\d(?::?\d\d)?))?$/;

/** "yyyy-mm-dd hh:mm:ss", or the same in another dress, as ms since 1970 if it were UTC; null for anything else. */
function wallOf(time: string): number | null {
  const [, day, clock, seconds = ":00", zone] = written.exec(time) ?? [];
  const wall = zone === undefined && day !== undefined ? Date.parse(`${day}T${clock}${seconds}Z`) : Number.NaN;
  return Number.isNaN(wall) ? null : wall;
}

/** The same of a time that names its zone, to which no other applies. */
function zonedOf(time: string): number | null {
  const [, day, clock, seconds = ":00", zone] = written.exec(time) ?? [];
  if (zone === undefined) return null;
  const hours = zone.trim().replace(/^([+-]\d\d):?(\d\d)?$/, (_, hour: string, minutes = "00") => `${hour}:${minutes}`);
  const instant = Date.parse(`${day}T${clock}${seconds}${hours}`);
  return Number.isNaN(instant) ? null : instant;
}

function isOffset(offset: number): boolean {
  return offset >= westernmost && offset <= easternmost;
}

/** Whether any clock keeps the offset: a quarter of an hour from UTC is a campaign that began late, not a zone. */
export function isKept(offset: number): boolean {
  return isOffset(offset) && (offset % hour === 0 || brokenHours.includes(offset / hour));
}

/** By which offset a planned time was told (ms): the service's words for it against the instant. */
export function toldOffset({ utc, service }: { utc: string; service: string }): number {
  return (wallOf(service) ?? Date.parse(utc)) - Date.parse(utc);
}

/**
 * The offset of the times that the service answers with (`bsg-api.md`, "Time"): `created_at` of a campaign just created
 * against the `Date` header of that answer. Null where the two do not fit together.
 */
export function readingOffset(createdAt: string, dateHeader: string): number | null {
  const wall = wallOf(createdAt);
  const date = Date.parse(dateHeader);
  if (wall === null || Number.isNaN(date)) return null;
  const offset = Math.round((wall - date) / grid) * grid;
  // Adding nought makes minus nought plain nought.
  return Math.abs(wall - date - offset) > answeredWithin || !isOffset(offset) ? null : offset + 0;
}

/**
 * The offset of the planned time: when a campaign of ours really began against the time the service was told.
 * @param start the planned instant, and the `start_at` sent for it · @param began `real_start_at` · @param created `created_at`, all as written
 * @param reading offset of the times that the service answers with
 * @returns undefined when this campaign tells nothing; null when it went out at once instead of waiting
 */
export function startOffset(
  start: Pick<PlannedStart, "utc" | "service">,
  began: string,
  created: string,
  reading: number,
): number | null | undefined {
  const [toldWall, beganWall, createdWall] = [wallOf(start.service), wallOf(began), wallOf(created)];
  if (toldWall === null || beganWall === null || createdWall === null) return undefined;
  const begun = beganWall - reading;
  const waited = beganWall - createdWall;
  if (waited < lateness) return Date.parse(start.utc) - (createdWall - reading) > 2 * lateness ? null : undefined;
  // A little late is usual, early is not: the one offset by which it began on time, or up to five minutes later.
  const difference = toldWall - begun;
  const offset = Math.floor((difference + lateness) / grid) * grid;
  return offset < difference - minute || !isKept(offset) ? undefined : offset + 0;
}

/**
 * The offset that the service's clock has at least, whatever held the campaign up: nothing begins before its time.
 * @param offset as {@link startOffset} answers; for null, the first one by which the time was not in the future
 */
export function leastOffset(
  start: Pick<PlannedStart, "utc" | "service">,
  created: string,
  reading: number,
  offset: number | null,
): number {
  if (offset !== null) return offset;
  const lead = Date.parse(start.utc) - ((wallOf(created) ?? Number.NaN) - reading);
  return Math.floor((toldOffset(start) + lead - lateness) / grid) * grid + grid;
}

/**
 * Whether a campaign was watched around its planned time (all ms since 1970): seen waiting at `waited`, so that no clock
 * a quarter of an hour further ahead can have read it, and seen under way at `seen`. Null: it was not seen waiting.
 */
export function isWatched(planned: number, waited: number | null, seen: number): boolean {
  return waited !== null && waited <= seen && waited >= planned - grid && seen <= planned + grid;
}

/** Whether a campaign was seen waiting (ms since 1970) after it had begun as it says: then it says something else. */
export function isContradicted(began: number, waited: number | null): boolean {
  return waited !== null && waited > began + lateness;
}

/**
 * Whether a measured offset still counts: one that is not 0 may have moved with a change of summer time, and the user's
 * own zone says when those are, or that of the service's home.
 */
export function stillMeasured(zone: MeasuredZone | null, userZone: string, now: number, offsetOf: OffsetOf): boolean {
  if (zone === null) return false;
  return zone.offset === 0 || isSameClock(userZone, offsetOf, [Date.parse(zone.measuredAt), now]);
}

/** Whether there is no change of summer time that the service may have followed between any of these (ms since 1970). */
export function isSameClock(userZone: string, offsetOf: OffsetOf, instants: number[]): boolean {
  return [userZone, serviceHome].every((zone) => new Set(instants.map((at) => offsetOf(zone, at))).size <= 1);
}

/** An offset as the screen names it: "UTC", "UTC+02:00". */
export function zoneName(offset: number): string {
  if (offset === 0) return "UTC";
  const minutes = Math.abs(offset) / minute;
  const pad = (value: number) => String(value).padStart(2, "0");
  return `UTC${offset < 0 ? "−" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** An instant as the service writes times, "yyyy-mm-dd hh:mm:ss" at an offset from UTC. */
export function serviceTimeAt(instant: number, offset: number): string {
  return new Date(instant + offset).toISOString().slice(0, 19).replace("T", " ");
}

/** What an answered time means at an offset: ISO 8601 UTC, null for no time at all. */
export function instantOfServiceTime(time: string | null, offset: number): string | null {
  if (time === null) return null;
  const wall = wallOf(time.trim());
  const instant = wall === null ? zonedOf(time.trim()) : wall - offset;
  return instant === null ? null : new Date(instant).toISOString();
}

/** The first of several times that is one: what is not known yet may come as null, as nothing, or as noughts. */
export function firstInstant(times: (string | null)[], offset: number): string | null {
  for (const time of times) {
    const instant = instantOfServiceTime(time, offset);
    if (instant !== null) return instant;
  }
  return null;
}
