import type { DatabaseSync } from "node:sqlite";
import { nativeSha256 } from "../native-sha256.ts";
import { json, text } from "./journal-rows.ts";

/** Writes the exact body of a part that was just confirmed. */
export function keepBody(database: DatabaseSync, campaignId: string, index: number, body: string): void {
  database.prepare("INSERT INTO part_body (campaign_id, position, body) VALUES (?, ?, ?)").run(campaignId, index, body);
}

/** The exact body of a part; null once it was deleted. */
export function bodyOf(database: DatabaseSync, campaignId: string, index: number): string | null {
  const row = database
    .prepare("SELECT body FROM part_body WHERE campaign_id = ? AND position = ?")
    .get(campaignId, index);
  return row === undefined ? null : text(row, "body");
}

/** Nothing of a part can be posted any more. */
export function deleteBody(database: DatabaseSync, campaignId: string, index: number): void {
  database.prepare("DELETE FROM part_body WHERE campaign_id = ? AND position = ?").run(campaignId, index);
}

/** Changes a body, and keeps the digest of what it was. Throws when it was deleted. Runs inside a transaction. */
export function rewriteBody(
  database: DatabaseSync,
  campaignId: string,
  index: number,
  change: (body: string) => string,
): void {
  const row = database
    .prepare("SELECT body_hash, former_hashes FROM part WHERE campaign_id = ? AND position = ?")
    .get(campaignId, index);
  if (row === undefined) return;
  const before = bodyOf(database, campaignId, index);
  if (before === null) throw new Error("A part's body is rewritten after it was deleted");
  const body = change(before);
  const hash = nativeSha256.ofText(body);
  if (hash === text(row, "body_hash")) return;
  const former = [...json<string[]>(row, "former_hashes"), text(row, "body_hash")];
  database
    .prepare("UPDATE part SET body_hash = ?, former_hashes = ? WHERE campaign_id = ? AND position = ?")
    .run(hash, JSON.stringify(former), campaignId, index);
  database.prepare("UPDATE part_body SET body = ? WHERE campaign_id = ? AND position = ?").run(body, campaignId, index);
}
