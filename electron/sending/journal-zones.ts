import type { DatabaseSync } from "node:sqlite";
import type { MeasuredZone, ServiceZones } from "../../shared/campaign/service-zone.ts";
import { measuredBy, type StartEvidence, type StartSight } from "../../shared/campaign/start-clock.ts";
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
 * nothing new, and of one that was held up nothing can be told. What is older than the measurement does not count.
 */
export function recordStartSight(database: DatabaseSync, account: Account, sight: NewSight): void {
  const { base, identity } = account;
  const { campaignId, told, offset, least, watched, seenAt } = sight;
  const known = zoneOf(database, account, "start");
  const isOpen = offset !== undefined && (known === null || Date.parse(seenAt) > Date.parse(known.measuredAt));
  const { changes } = database
    .prepare(
      `INSERT INTO zone_sight (base, identity, campaign_id, told, offset, least, watched, seen_at, open)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .run(base, identity, campaignId, told, offset ?? null, least, watched ? 1 : 0, seenAt, isOpen ? 1 : 0);
  const measured = changes === 0 || offset === undefined ? null : measuredBy(known, { ...sight, offset });
  if (measured === null) return;
  recordZone(database, account, "start", measured);
  database
    .prepare("UPDATE zone_sight SET open = 0 WHERE base = ? AND identity = ? AND seen_at <= ?")
    .run(base, identity, measured.measuredAt);
}

/** What was seen since the last measurement, in the order in which it began. */
function openSights(database: DatabaseSync, { base, identity }: Account): StartSight[] {
  return database
    .prepare(
      `SELECT campaign_id, told, offset, least, watched, seen_at FROM zone_sight
       WHERE base = ? AND identity = ? AND open = 1 ORDER BY seen_at, sequence`,
    )
    .all(base, identity)
    .map((row) => ({
      campaignId: text(row, "campaign_id"),
      told: Number(row["told"]),
      offset: row["offset"] === null ? null : Number(row["offset"]),
      least: Number(row["least"]),
      watched: row["watched"] === 1,
      seenAt: text(row, "seen_at"),
    }));
}

/** The offset by which times of the service are read: as measured, else UTC (`bsg-api.md`, "Time"). */
export function readingOffsetOf(database: DatabaseSync, account: Account): number {
  return zoneOf(database, account, "reading")?.offset ?? 0;
}
