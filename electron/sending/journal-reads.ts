import type { DatabaseSync } from "node:sqlite";
import { type CampaignRead, isFinalRead, missingPeople } from "../../shared/campaign/status.ts";
import type { ServiceCampaign, ServiceDetail, ServiceMessage } from "../bsg/port.ts";
import { lastSequence } from "./journal-events.ts";
import { json, jsonColumn, jsonOrNull, readsByPart, text, textOrNull } from "./journal-rows.ts";

/** A campaign of the service that belongs to a part, as the tracker needs it. */
export type OwnedCampaign = {
  base: string;
  serviceId: string;
  campaignId: string;
  index: number;
  identity: string;
  reading: CampaignRead | null;
  startUtc: string | null;
  final: boolean;
};

/** The owned campaigns whose delivery is not over, and those of one campaign of ours even when it is. */
export function ownedCampaigns(database: DatabaseSync, of: string | null): OwnedCampaign[] {
  return database
    .prepare(
      `SELECT owned.base, service_id, campaign_id, part, identity, reading, start, final
       FROM owned JOIN campaign ON campaign.id = campaign_id
       WHERE (final = 0 AND ? IS NULL) OR campaign_id = ? ORDER BY campaign.sequence, part`,
    )
    .all(of, of)
    .map((row) => ({
      base: text(row, "base"),
      serviceId: text(row, "service_id"),
      campaignId: text(row, "campaign_id"),
      index: Number(row["part"]),
      identity: text(row, "identity"),
      reading: jsonOrNull(row, "reading"),
      startUtc: jsonOrNull<{ utc: string }>(row, "start")?.utc ?? null,
      final: row["final"] === 1,
    }));
}

/** What is kept of a campaign's detail. Its `finishedAt` or the sums prove a "done" (`bsg-api.md`, "Campaign"). */
export function readOf(detail: ServiceDetail): CampaignRead {
  const { status, finishedAt, totalMessages, statistics } = detail;
  return { status, finishedAt, totalMessages, statistics };
}

export type DetailRead = {
  now: string;
  /** Its messages were read after the detail: what each person got is known as well. */
  peopleRead: boolean;
  /** `total_messages` has not changed for ten minutes. */
  stable: boolean;
};

/**
 * Writes a read of an owned campaign. It is final when nothing changes any more and the people were read too; while not
 * all people of the part are named, only when it is stable besides: the rest may still be taken in. A later read that
 * shows fewer messages out than before is believed as it is: counts of the service may move between its words.
 */
export function recordDetail(database: DatabaseSync, base: string, detail: ServiceDetail, read: DetailRead): void {
  const reading = readOf(detail);
  database
    .prepare("UPDATE owned SET reading = ?, price = ?, checked_at = ?, final = 0 WHERE base = ? AND service_id = ?")
    .run(JSON.stringify(reading), jsonColumn(detail.totalPrice), read.now, base, detail.id);
  const owner = ownerOf(database, base, detail.id);
  if (owner === null || !read.peopleRead || !isFinalRead(reading)) return;
  if (!read.stable && missingOf(database, owner) !== 0) return;
  database.prepare("UPDATE owned SET final = 1 WHERE base = ? AND service_id = ?").run(base, detail.id);
}

/** How many of a part's people no campaign of it names by the last reads; null where that is not known. */
export function missingOf(database: DatabaseSync, place: { campaignId: string; index: number }): number | null {
  const row = database
    .prepare("SELECT people - left_out AS people FROM part WHERE campaign_id = ? AND position = ?")
    .get(place.campaignId, place.index);
  const reads = readsByPart(database, place.campaignId).get(place.index);
  return row === undefined || reads === undefined ? null : missingPeople(Number(row["people"]), reads);
}

/** Writes what became of people, found by their reference ids. @returns how many of the messages were ours. */
export function recordMessages(database: DatabaseSync, messages: ServiceMessage[]): number {
  const update = database.prepare(
    "UPDATE person SET word = ?, at = ?, parts = ?, price = ? WHERE reference = ? AND number = ?",
  );
  let ours = 0;
  for (const message of messages) {
    if (message.referenceId === null) continue;
    const at = message.deliveredAt ?? message.sentAt ?? message.createdAt;
    const { changes } = update.run(
      message.status,
      at,
      message.parts,
      jsonColumn(message.price),
      message.referenceId,
      message.phone,
    );
    ours += Number(changes);
  }
  return ours;
}

/** A reference id the service once showed us for this account, to prove that a look can see anything at all. */
export type KnownReference = { reference: string; number: string };

/** The newest known reference of the account, or null for an account without one. */
export function knownReference(database: DatabaseSync, base: string, identity: string): KnownReference | null {
  const row = database
    .prepare(
      `SELECT reference, number FROM campaign JOIN person ON person.campaign_id = campaign.id
       WHERE base = ? AND identity = ? AND word IS NOT NULL AND number NOT LIKE '#%' ORDER BY campaign.sequence DESC LIMIT 1`,
    )
    .get(base, identity);
  return row === undefined ? null : { reference: text(row, "reference"), number: text(row, "number") };
}

/** Writes campaigns of the account's list: known ones get their word, others are kept as made elsewhere. */
export function recordListed(
  database: DatabaseSync,
  account: { base: string; identity: string },
  campaigns: ServiceCampaign[],
  now: string,
): void {
  const owned = database.prepare("SELECT 1 FROM owned WHERE base = ? AND service_id = ?");
  const before = database.prepare("SELECT reading FROM elsewhere WHERE base = ? AND service_id = ?");
  const upsert = database.prepare(
    `INSERT INTO elsewhere (base, identity, service_id, title, sender, at, reading, price, first_seen, checked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)
     ON CONFLICT DO UPDATE SET at = excluded.at, reading = excluded.reading, checked_at = excluded.checked_at`,
  );
  const seen = orderKey(lastSequence(database));
  for (const campaign of campaigns) {
    if (campaign.messageType !== "sms" || owned.get(account.base, campaign.id) !== undefined) continue;
    const old = before.get(account.base, campaign.id);
    const known = old === undefined ? null : json<CampaignRead>(old, "reading");
    const reading: CampaignRead = {
      status: campaign.status,
      finishedAt: campaign.finishedAt,
      totalMessages: known?.totalMessages ?? null,
      statistics: known?.statistics ?? null,
    };
    const at = isoOf(campaign.realStartAt ?? campaign.startAt ?? campaign.createdAt);
    upsert.run(
      account.base,
      account.identity,
      campaign.id,
      campaign.name,
      campaign.sender,
      at,
      JSON.stringify(reading),
      seen,
      now,
    );
  }
}

/** The newest of the account's campaigns made elsewhere whose figures were never read, at most `limit`. */
export function unreadElsewhere(
  database: DatabaseSync,
  { base, identity }: { base: string; identity: string },
  limit: number,
): string[] {
  return database
    .prepare(
      `SELECT service_id FROM elsewhere
       WHERE base = ? AND identity = ? AND json_extract(reading, '$.totalMessages') IS NULL
       ORDER BY at DESC LIMIT ?`,
    )
    .all(base, identity, limit)
    .map((row) => text(row, "service_id"));
}

/** Writes the detail of a campaign made elsewhere. */
export function recordElsewhereDetail(database: DatabaseSync, base: string, detail: ServiceDetail, now: string): void {
  database
    .prepare("UPDATE elsewhere SET reading = ?, price = ?, checked_at = ? WHERE base = ? AND service_id = ?")
    .run(JSON.stringify(readOf(detail)), jsonColumn(detail.totalPrice), now, base, detail.id);
}

/**
 * Ids of campaigns made elsewhere that were known before the part's first or last POST (without one: its confirmation),
 * by the order in which the journal was written: clocks may be set back.
 */
export function idsSeenBefore(
  database: DatabaseSync,
  base: string,
  place: { campaignId: string; index: number },
  which: "first" | "last",
): string[] {
  const posted = database
    .prepare(
      "SELECT min(sequence) AS first, max(sequence) AS last FROM event WHERE campaign_id = ? AND part = ? AND kind = ?",
    )
    .get(place.campaignId, place.index, "post");
  const confirmed = database
    .prepare("SELECT min(sequence) AS sequence FROM event WHERE campaign_id = ? AND kind = 'confirmed'")
    .get(place.campaignId);
  const before = Number(posted?.[which] ?? confirmed?.["sequence"] ?? 0);
  return database
    .prepare("SELECT service_id FROM elsewhere WHERE base = ? AND first_seen < ?")
    .all(base, orderKey(before))
    .map((row) => text(row, "service_id"));
}

/** A sequence number of the journal's log as text that sorts like it. */
function orderKey(sequence: number | bigint): string {
  return String(sequence).padStart(20, "0");
}

/** Which part a campaign of the service belongs to. */
export function ownerOf(
  database: DatabaseSync,
  base: string,
  serviceId: string,
): { campaignId: string; index: number } | null {
  const row = database
    .prepare("SELECT campaign_id, part FROM owned WHERE base = ? AND service_id = ?")
    .get(base, serviceId);
  return row === undefined ? null : { campaignId: text(row, "campaign_id"), index: Number(row["part"]) };
}

/** The service names no zone; what evidence there is says UTC (`bsg-api.md`, "Time"). */
export function isoOf(serviceTime: string | null): string | null {
  if (serviceTime === null) return null;
  const instant = Date.parse(`${serviceTime.trim().replace(" ", "T")}Z`);
  return Number.isNaN(instant) ? textAsIso(serviceTime) : new Date(instant).toISOString();
}

function textAsIso(value: string): string | null {
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}

/** When any of the account's campaigns was last read. */
export function lastChecked(database: DatabaseSync): string | null {
  const row = database
    .prepare(
      `SELECT max(at) AS at FROM (SELECT max(checked_at) AS at FROM owned
       UNION ALL SELECT max(checked_at) AS at FROM elsewhere)`,
    )
    .get();
  return row === undefined ? null : textOrNull(row, "at");
}
