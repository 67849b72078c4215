import type { DatabaseSync } from "node:sqlite";
import { type Part, startOfPart } from "../../shared/campaign/part-state.ts";
import type { PlannedStart } from "../../shared/campaign/schedule.ts";
import {
  type CampaignRead,
  isEnding,
  isEverythingSettled,
  isFinalRead,
  isOfTexts,
  isSettledWord,
  missingPeople,
} from "../../shared/campaign/status.ts";
import type { ServiceCampaign, ServiceDetail } from "../bsg/port.ts";
import { firstInstant } from "../../shared/campaign/service-zone.ts";
import { isPastWatch } from "./journal-ended.ts";
import { lastSequence } from "./journal-events.ts";
import { json, jsonColumn, jsonOrNull, readsByPart, text, textOrNull } from "./journal-rows.ts";
import { readingOffsetOf } from "./journal-zones.ts";

type Account = { base: string; identity: string };

/** A campaign of the service that belongs to a part, as the tracker needs it. */
export type OwnedCampaign = {
  base: string;
  serviceId: string;
  campaignId: string;
  index: number;
  identity: string;
  reading: CampaignRead | null;
  /** When that was read. */
  readAt: string | null;
  /** When its part was to start; null for now. */
  start: PlannedStart | null;
  final: boolean;
};

/** The owned campaigns whose delivery is not over, and those of one campaign of ours even when it is. */
export function ownedCampaigns(database: DatabaseSync, of: string | null): OwnedCampaign[] {
  return database
    .prepare(
      `SELECT owned.base, service_id, owned.campaign_id, owned.part AS owner, identity, reading, checked_at, start, final, part.part
       FROM owned JOIN campaign ON campaign.id = owned.campaign_id
       JOIN part ON part.campaign_id = owned.campaign_id AND part.position = owned.part
       WHERE (final = 0 AND ? IS NULL) OR owned.campaign_id = ? ORDER BY campaign.sequence, owned.part`,
    )
    .all(of, of)
    .map((row) => ({
      base: text(row, "base"),
      serviceId: text(row, "service_id"),
      campaignId: text(row, "campaign_id"),
      index: Number(row["owner"]),
      identity: text(row, "identity"),
      reading: jsonOrNull(row, "reading"),
      readAt: textOrNull(row, "checked_at"),
      start: startOfPart(json<Part>(row, "part"), jsonOrNull<PlannedStart>(row, "start")),
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
  /** It has begun before its planned time. */
  early: boolean;
};

/**
 * Writes a read of an owned campaign. It is final when nothing changes any more and the people were read too; while not
 * all people of the part are named, or some of them are behind the figures, only when it is stable besides: the rest may
 * still be taken in. One that has ended is final when no text of it can have another outcome, whatever its figures say. A
 * later read that shows fewer messages out than before is believed as it is: counts of the service may move between its
 * words.
 * @returns whether only its people are behind, so that they must be read again
 */
export function recordDetail(database: DatabaseSync, base: string, detail: ServiceDetail, read: DetailRead): boolean {
  const reading = readOf(detail);
  database
    .prepare(
      `UPDATE owned SET reading = ?, price = ?, checked_at = ?, final = 0, early = max(early, ?)
       WHERE base = ? AND service_id = ?`,
    )
    .run(JSON.stringify(reading), jsonColumn(detail.totalPrice), read.now, read.early ? 1 : 0, base, detail.id);
  const owner = ownerOf(database, base, detail.id);
  if (owner === null || !read.peopleRead) return false;
  const past = isEnding(reading.status) && isPastWatch(database, owner, detail.finishedAt, read.now);
  if (!past && !isFinalRead(reading)) return false;
  const behind = !read.stable && isEverythingSettled(reading) && arePeopleBehind(database, owner);
  if (!past && (behind || (!read.stable && missingOf(database, owner) !== 0))) return behind;
  database.prepare("UPDATE owned SET final = 1 WHERE base = ? AND service_id = ?").run(base, detail.id);
  return false;
}

/** Whether messages of a part are shown as under way, although the figures say that all have their outcome. */
function arePeopleBehind(database: DatabaseSync, place: { campaignId: string; index: number }): boolean {
  return database
    .prepare(
      "SELECT DISTINCT word FROM person WHERE campaign_id = ? AND part = ? AND left_out = 0 AND word IS NOT NULL",
    )
    .all(place.campaignId, place.index)
    .some((row) => !isSettledWord(text(row, "word")));
}

/**
 * How many of a part's people no campaign of it names by the last reads, in its total or message by message; null where
 * that is not known. Whoever was erased can be found no more, and is not missing for that.
 */
export function missingOf(database: DatabaseSync, place: { campaignId: string; index: number }): number | null {
  const row = database
    .prepare("SELECT people - left_out AS people FROM part WHERE campaign_id = ? AND position = ?")
    .get(place.campaignId, place.index);
  const reads = readsByPart(database, place.campaignId).get(place.index);
  const byTotal = row === undefined || reads === undefined ? null : missingPeople(Number(row["people"]), reads);
  const unseen = database
    .prepare(
      `SELECT count(*) AS n FROM person
       WHERE campaign_id = ? AND part = ? AND left_out = 0 AND word IS NULL AND number NOT LIKE '#%'`,
    )
    .get(place.campaignId, place.index);
  return byTotal === null ? null : Math.max(byTotal, Number(unseen?.["n"] ?? 0));
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
  account: Account,
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
  const offset = readingOffsetOf(database, account);
  for (const campaign of campaigns) {
    if (!isOfTexts(campaign.messageType) || owned.get(account.base, campaign.id) !== undefined) continue;
    const old = before.get(account.base, campaign.id);
    const known = old === undefined ? null : json<CampaignRead>(old, "reading");
    const reading: CampaignRead = {
      status: campaign.status,
      finishedAt: campaign.finishedAt,
      totalMessages: known?.totalMessages ?? null,
      statistics: known?.statistics ?? null,
    };
    const at = firstInstant([campaign.realStartAt, campaign.startAt, campaign.createdAt], offset);
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

/**
 * The account's campaigns made elsewhere whose figures have to be read, at most `limit`: those never read, then those
 * whose figures may have moved since, unless they began before `since` (ISO); the newest first.
 */
export function unreadElsewhere(
  database: DatabaseSync,
  { base, identity }: { base: string; identity: string },
  { limit, since }: { limit: number; since: string },
): string[] {
  return database
    .prepare(
      `SELECT service_id, reading FROM elsewhere
       WHERE base = ? AND identity = ? AND (json_extract(reading, '$.totalMessages') IS NULL OR at >= ?)
       ORDER BY json_extract(reading, '$.totalMessages') IS NULL DESC, at DESC`,
    )
    .all(base, identity, since)
    .filter((row) => !isFinalRead(json<CampaignRead>(row, "reading")))
    .slice(0, limit)
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
