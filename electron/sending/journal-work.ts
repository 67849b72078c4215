import type { DatabaseSync } from "node:sqlite";
import { elsewherePrefix } from "./journal-views.ts";
import { json, partWork, partWorkQuery, type PartWork, text } from "./journal-rows.ts";

/** A person of a part by number and reference id. */
export type Referenced = { number: string; reference: string };

/** Parts to which something may still happen, in the order in which they were confirmed. */
export function openParts(database: DatabaseSync): PartWork[] {
  return database
    .prepare(`${partWorkQuery} WHERE open = 1 AND undone = 0 ORDER BY campaign.sequence, position`)
    .all()
    .map(partWork);
}

/** One part with what its campaign says about it; null when there is none. */
export function part(database: DatabaseSync, campaignId: string, index: number): PartWork | null {
  const row = database.prepare(`${partWorkQuery} WHERE id = ? AND position = ?`).get(campaignId, index);
  return row === undefined ? null : partWork(row);
}

/** All parts of one campaign, also the closed ones. */
export function parts(database: DatabaseSync, campaignId: string): PartWork[] {
  return database.prepare(`${partWorkQuery} WHERE id = ? ORDER BY position`).all(campaignId).map(partWork);
}

/** Whose a campaign is, ours or one made elsewhere: the service and the account's `id` claim; null when there is none. */
export function accountOf(database: DatabaseSync, id: string): { base: string; identity: string } | null {
  const row = id.startsWith(elsewherePrefix)
    ? database
        .prepare("SELECT base, identity FROM elsewhere WHERE service_id = ?")
        .get(id.slice(elsewherePrefix.length))
    : database.prepare("SELECT base, identity FROM campaign WHERE id = ?").get(id);
  return row === undefined ? null : { base: text(row, "base"), identity: text(row, "identity") };
}

/** Numbers of those who are in a part's body, in its order: asked with every POST, so ten thousand are one value. */
export function partNumbers(database: DatabaseSync, campaignId: string, index: number): string[] {
  const row = database
    .prepare(
      `SELECT json_group_array(number ORDER BY position) AS numbers FROM person
       WHERE campaign_id = ? AND part = ? AND left_out = 0`,
    )
    .get(campaignId, index);
  return row === undefined ? [] : json<string[]>(row, "numbers");
}

/** Numbers and references of those who are in a part's body, in its order. */
export function partPeople(database: DatabaseSync, campaignId: string, index: number): Referenced[] {
  return database
    .prepare(
      "SELECT number, reference FROM person WHERE campaign_id = ? AND part = ? AND left_out = 0 ORDER BY position",
    )
    .all(campaignId, index)
    .map((row) => ({ number: text(row, "number"), reference: text(row, "reference") }));
}

/** People of a part whom the service never showed, at most `limit`. */
export function unseenPeople(database: DatabaseSync, campaignId: string, index: number, limit: number): Referenced[] {
  return database
    .prepare(
      `SELECT number, reference FROM person
       WHERE campaign_id = ? AND part = ? AND left_out = 0 AND word IS NULL ORDER BY position LIMIT ?`,
    )
    .all(campaignId, index, limit)
    .map((row) => ({ number: text(row, "number"), reference: text(row, "reference") }));
}
