import type { DatabaseSync } from "node:sqlite";
import type { MeasuredZone, ServiceZones } from "../../shared/campaign/service-zone.ts";
import { text } from "./journal-rows.ts";

type Account = { base: string; identity: string };

/** What was measured of the zones of the service's times in the name of an account. */
export function serviceZones(database: DatabaseSync, account: Account): ServiceZones {
  return { reading: zoneOf(database, account, "reading"), start: zoneOf(database, account, "start") };
}

function zoneOf(database: DatabaseSync, { base, identity }: Account, field: keyof ServiceZones): MeasuredZone | null {
  const row = database
    .prepare("SELECT offset, measured_at FROM zone WHERE base = ? AND identity = ? AND field = ?")
    .get(base, identity, field);
  if (row === undefined) return null;
  return { offset: row["offset"] === null ? null : Number(row["offset"]), measuredAt: text(row, "measured_at") };
}

/** Keeps a measurement with its date; the newest counts. `offset` in ms; null: planned campaigns went out at once. */
export function recordZone(
  database: DatabaseSync,
  { base, identity }: Account,
  field: keyof ServiceZones,
  { offset, measuredAt }: MeasuredZone,
): void {
  database
    .prepare("INSERT OR REPLACE INTO zone (base, identity, field, offset, measured_at) VALUES (?, ?, ?, ?, ?)")
    .run(base, identity, field, offset, measuredAt);
}

/** The offset by which times of the service are read: as measured, else UTC (`bsg-api.md`, "Time"). */
export function readingOffsetOf(database: DatabaseSync, account: Account): number {
  return zoneOf(database, account, "reading")?.offset ?? 0;
}
