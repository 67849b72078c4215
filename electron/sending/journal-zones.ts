import type { DatabaseSync } from "node:sqlite";
import type { MeasuredZone, ServiceZones } from "../../shared/campaign/service-zone.ts";
import { measuredBy, type StartEvidence, type StartSight } from "../../shared/campaign/start-clock.ts";
import { zoneOffset } from "../../shared/campaign/zone-offset.ts";
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
  return { offset: Number(row["offset"]), measuredAt: text(row, "measured_at") };
}

/** Keeps a measurement with its date; the newest counts. `offset` in ms, east positive. */
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

/** A sight before it is written; `offset` undefined: the campaign was held up over its planned time. */
export type NewSight = Omit<StartSight, "offset"> & { offset: StartSight["offset"] | undefined };

/** What is known of the planned time in the name of an account. */
export function startEvidence(database: DatabaseSync, account: Account): StartEvidence {
  return { ...serviceZones(database, account), sights: openSights(database, account) };
}

/**
 * Keeps what a planned campaign showed, and what is measured by it. Its first word stays: read again later it tells
 * nothing new, and of one that was held up nothing can be told.
 */
export function recordStartSight(database: DatabaseSync, account: Account, sight: NewSight, userZone: string): void {
  const { base, identity } = account;
  const { campaignId, test, told, offset, seenAt } = sight;
  const isHeldUp = offset === undefined;
  const { changes } = database
    .prepare(
      `INSERT INTO zone_sight (base, identity, campaign_id, test, told, offset, seen_at, open)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .run(base, identity, campaignId, test ? 1 : 0, told, offset ?? null, seenAt, isHeldUp ? 0 : 1);
  if (changes === 0 || isHeldUp) return;
  const known = zoneOf(database, account, "start");
  const measured = measuredBy(known, openSights(database, account), userZone, zoneOffset);
  if (measured === null) return;
  recordZone(database, account, "start", measured);
  database.prepare("UPDATE zone_sight SET open = 0 WHERE base = ? AND identity = ?").run(base, identity);
}

/** What was seen since the last measurement, oldest first. */
function openSights(database: DatabaseSync, { base, identity }: Account): StartSight[] {
  return database
    .prepare(
      `SELECT campaign_id, test, told, offset, seen_at FROM zone_sight
       WHERE base = ? AND identity = ? AND open = 1 ORDER BY sequence`,
    )
    .all(base, identity)
    .map((row) => ({
      campaignId: text(row, "campaign_id"),
      test: row["test"] === 1,
      told: Number(row["told"]),
      offset: row["offset"] === null ? null : Number(row["offset"]),
      seenAt: text(row, "seen_at"),
    }));
}

/** The offset by which times of the service are read: as measured, else UTC (`bsg-api.md`, "Time"). */
export function readingOffsetOf(database: DatabaseSync, account: Account): number {
  return zoneOf(database, account, "reading")?.offset ?? 0;
}
