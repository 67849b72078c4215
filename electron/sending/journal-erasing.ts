import type { DatabaseSync } from "node:sqlite";
import type { Part } from "../../shared/campaign/part-state.ts";
import type { NumberMarks } from "../privacy/number-marks.ts";
import { searchFor } from "../privacy/number-search.ts";
import { type Holding, partIsOver } from "./journal-ended.ts";
import { logEvent } from "./journal-events.ts";
import { json, type Row, text, textOrNull } from "./journal-rows.ts";
import { eraseFromTexts, eraseFromTitles, waitingTexts } from "./journal-texts.ts";

/**
 * Erases a number from every part that is over: what stays of the person is a mark, and what became of the text.
 * @param now ms since 1970
 * @returns the campaigns that must be waited for
 */
export function erasePerson(database: DatabaseSync, number: string, marks: NumberMarks, now: number): Holding[] {
  const places = database
    .prepare(
      `SELECT person.campaign_id, person.position, person.part AS part_index, ${partIsOver} AS over,
         part.part AS part, draft_id, title
       FROM person
       JOIN part ON part.campaign_id = person.campaign_id AND part.position = person.part
       JOIN campaign ON campaign.id = person.campaign_id
       WHERE person.number = :number`,
    )
    .all({ number, now });
  for (const place of places) if (place["over"] === 1) eraseAt(database, place, number, marks);
  const search = searchFor(number);
  eraseFromTitles(database, search);
  const own = places.filter((place) => place["over"] !== 1).map(holdingOf);
  const texts = eraseFromTexts(database, search, now);
  return [...own, ...texts.filter(({ campaignId }) => own.every((holding) => holding.campaignId !== campaignId))];
}

function holdingOf(place: Row): Holding {
  const { watchUntil } = json<Part>(place, "part");
  return {
    campaignId: text(place, "campaign_id"),
    draftId: text(place, "draft_id"),
    title: text(place, "title"),
    until: watchUntil,
  };
}

function eraseAt(database: DatabaseSync, place: Row, number: string, marks: NumberMarks): void {
  const campaignId = text(place, "campaign_id");
  const mark = database.prepare(personErased);
  mark.run(marks.inPlaceOf(number), campaignId, Number(place["position"]));
  forgetEvidence(database, campaignId, Number(place["part_index"]));
  markDigests(database, campaignId, marks);
  // A text that only erased people were to get, such as a test, may be about them.
  database
    .prepare(
      `UPDATE campaign SET text = '' WHERE id = ?1
       AND NOT EXISTS (SELECT 1 FROM person WHERE campaign_id = ?1 AND number NOT LIKE '#%')`,
    )
    .run(campaignId);
}

// The reference goes too: its last eight letters are a check over the number.
const personErased = `UPDATE person SET number = ?, name = '', reference = 'erased ' || lower(hex(randomblob(16)))
  WHERE campaign_id = ? AND position = ?`;

/** What the service answered is evidence only until the part is over; it may quote numbers and texts. */
function forgetEvidence(database: DatabaseSync, campaignId: string, part: number | null): void {
  database
    .prepare(
      `UPDATE event SET data = json_remove(data, '$.evidence')
       WHERE campaign_id = ?1 AND (?2 IS NULL OR part = ?2) AND json_type(data) = 'object'`,
    )
    .run(campaignId, part);
}

/** Digests over numbers and texts could be found by trying numbers; their marks still tell the same content again. */
function markDigests(database: DatabaseSync, campaignId: string, marks: NumberMarks): void {
  const row = database.prepare("SELECT digest, content_digest FROM campaign WHERE id = ?").get(campaignId);
  if (row !== undefined && !text(row, "content_digest").startsWith("#")) {
    database
      .prepare("UPDATE campaign SET digest = ?, content_digest = ? WHERE id = ?")
      .run(marks.ofDigest(text(row, "digest")), marks.ofDigest(text(row, "content_digest")), campaignId);
  }
  const parts = database.prepare(
    `SELECT position, body_hash, former_hashes FROM part
     WHERE campaign_id = ?1 AND body_hash NOT LIKE '#%'
       AND position NOT IN (SELECT position FROM part_body WHERE campaign_id = ?1)`,
  );
  for (const part of parts.all(campaignId)) {
    const former = json<string[]>(part, "former_hashes").map((hash) => marks.ofDigest(hash));
    database
      .prepare("UPDATE part SET body_hash = ?, former_hashes = ? WHERE campaign_id = ? AND position = ?")
      .run(marks.ofDigest(text(part, "body_hash")), JSON.stringify(former), campaignId, Number(part["position"]));
  }
}

const wentOutAt = `max(campaign.confirmed_at, coalesce(json_extract(campaign.start, '$.utc'), ''),
  coalesce((SELECT max(coalesce(accepted_at, tried_at)) FROM part WHERE part.campaign_id = campaign.id), ''))`;

/** Campaigns of which everything is over and whose last text left before an instant (ISO), oldest first. */
export function keptLongEnough(database: DatabaseSync, before: string, now: number): string[] {
  return database
    .prepare(
      `SELECT id FROM campaign
       WHERE erased_at IS NULL AND released = 1 AND ${wentOutAt} < :before
         AND NOT EXISTS (SELECT 1 FROM part WHERE part.campaign_id = campaign.id AND NOT (${partIsOver}))
       ORDER BY sequence`,
    )
    .all({ before, now })
    .map((row) => text(row, "id"));
}

/**
 * Erases people and texts of a campaign that is over. Counts, prices, times and what became of each person stay, with
 * marks in the place of numbers. Runs inside a transaction.
 */
export function eraseCampaign(database: DatabaseSync, campaignId: string, marks: NumberMarks, now: string): void {
  const mark = database.prepare(personErased);
  const people = database.prepare("SELECT position, number FROM person WHERE campaign_id = ? AND number NOT LIKE '#%'");
  for (const row of people.all(campaignId)) {
    mark.run(marks.inPlaceOf(text(row, "number")), campaignId, Number(row["position"]));
  }
  database
    .prepare("UPDATE campaign SET text = '', refresh_problem = NULL, erased_at = ? WHERE id = ?")
    .run(now, campaignId);
  forgetEvidence(database, campaignId, null);
  markDigests(database, campaignId, marks);
  logEvent(database, { at: now, campaignId, part: null, kind: "erased", state: null });
}

/** The service's campaigns that belong to a campaign of ours. */
export function serviceIdsOf(database: DatabaseSync, campaignId: string): string[] {
  return database
    .prepare("SELECT service_id FROM owned WHERE campaign_id = ?")
    .all(campaignId)
    .map((row) => text(row, "service_id"));
}

/** The drafts of campaigns whose people were erased: they hold the same people. */
export function draftsOfErased(database: DatabaseSync): string[] {
  return database
    .prepare("SELECT draft_id FROM campaign WHERE erased_at IS NOT NULL")
    .all()
    .map((row) => text(row, "draft_id"));
}

/**
 * A number to be erased, when that was asked for, and whether a mark of it stays on the never-text list. `listedSince`:
 * how it stood on that list then, null when it did not, {@link notNoted} before that was noted. `deleteDrafts`: what
 * nobody can look into and is to go as well.
 */
export type ErasingOrder = {
  number: string;
  askedAt: string;
  keepOut: boolean;
  listedSince: string | null;
  deleteDrafts: string[];
};

/** Stands for how a number stood on the never-text list where only the hour of the order can tell. */
export const notNoted = "";

/** Campaigns that still hold a number, as a person or in their message, and to which something can still happen. */
export function waitedFor(database: DatabaseSync, number: string, now: number): Holding[] {
  const own = campaignsOfPerson(database, number, now)
    .filter(({ over }) => !over)
    .map(({ watchedUntil, ...campaign }) => ({ ...campaign, until: watchedUntil }));
  const texts = waitingTexts(database, searchFor(number), now);
  return [...own, ...texts.filter(({ campaignId }) => own.every((campaign) => campaign.campaignId !== campaignId))];
}

/** Numbers that wait to be erased, in the order in which that was asked for. */
export function waitingToBeErased(database: DatabaseSync): ErasingOrder[] {
  return database
    .prepare("SELECT number, asked_at, keep_out, listed_since, delete_drafts FROM erasing ORDER BY asked_at, number")
    .all()
    .map((row) => ({
      number: text(row, "number"),
      askedAt: text(row, "asked_at"),
      keepOut: row["keep_out"] === 1,
      listedSince: textOrNull(row, "listed_since"),
      deleteDrafts: json<string[]>(row, "delete_drafts"),
    }));
}

/** Writes down that a number is to be erased as soon as it can be; asked for again, the last wish counts. */
export function setWaiting(database: DatabaseSync, order: ErasingOrder): void {
  database
    .prepare(
      `INSERT INTO erasing (number, asked_at, keep_out, listed_since, delete_drafts) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (number) DO UPDATE SET keep_out = excluded.keep_out, listed_since = excluded.listed_since,
         delete_drafts = excluded.delete_drafts`,
    )
    .run(order.number, order.askedAt, order.keepOut ? 1 : 0, order.listedSince, JSON.stringify(order.deleteDrafts));
}

/** Nothing of a number waits any more. */
export function setErased(database: DatabaseSync, number: string): void {
  database.prepare("DELETE FROM erasing WHERE number = ?").run(number);
}

/** Whether any mark needs the key to be understood. */
export function hasMarks(database: DatabaseSync): boolean {
  return database.prepare("SELECT 1 FROM person WHERE number >= '#' AND number < '$' LIMIT 1").get() !== undefined;
}

/** How many campaigns of ours are not over: something may still be sent, found or stopped. */
export function campaignsNotOver(database: DatabaseSync): number {
  const row = database
    .prepare(
      "SELECT count(DISTINCT campaign_id) AS n FROM part JOIN campaign ON id = campaign_id WHERE open = 1 AND undone = 0",
    )
    .get();
  return Number(row?.["n"] ?? 0);
}

/** What the journal knows of a number, oldest campaign first. */
export type PersonInCampaign = {
  campaignId: string;
  draftId: string;
  position: number;
  title: string;
  sender: string;
  /** The template as confirmed. */
  text: string;
  /** The part's body, while it is kept. */
  body: string | null;
  confirmedAt: string;
  name: string;
  over: boolean;
  /** Until when (ms) something of it may still turn up; null before it was ever posted. */
  watchedUntil: number | null;
};

export function campaignsOfPerson(database: DatabaseSync, number: string, now: number): PersonInCampaign[] {
  return database
    .prepare(
      `SELECT person.campaign_id, draft_id, person.position, title, sender, text, body, confirmed_at, name,
         ${partIsOver} AS over, part.part AS part
       FROM person
       JOIN part ON part.campaign_id = person.campaign_id AND part.position = person.part
       JOIN campaign ON campaign.id = person.campaign_id
       LEFT JOIN part_body ON part_body.campaign_id = person.campaign_id AND part_body.position = person.part
       WHERE person.number = :number ORDER BY sequence`,
    )
    .all({ number, now })
    .map((row) => ({
      campaignId: text(row, "campaign_id"),
      draftId: text(row, "draft_id"),
      position: Number(row["position"]),
      title: text(row, "title"),
      sender: text(row, "sender"),
      text: text(row, "text"),
      body: textOrNull(row, "body"),
      confirmedAt: text(row, "confirmed_at"),
      name: text(row, "name"),
      over: row["over"] === 1,
      watchedUntil: json<Part>(row, "part").watchUntil,
    }));
}
