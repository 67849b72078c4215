import type { DatabaseSync } from "node:sqlite";
import { text, textOrNull } from "./journal-rows.ts";

/** The campaign that a draft has become, unless it was taken back. */
export function confirmationOf(
  database: DatabaseSync,
  draftId: string,
): { campaignId: string; undoUntil: string | null } | null {
  const row = database
    .prepare("SELECT id, undo_until, released FROM campaign WHERE draft_id = ? AND undone = 0")
    .get(draftId);
  if (row === undefined) return null;
  return { campaignId: text(row, "id"), undoUntil: row["released"] === 1 ? null : textOrNull(row, "undo_until") };
}

/** The draft that a campaign of ours came from. */
export function draftOf(database: DatabaseSync, campaignId: string): string | null {
  const row = database.prepare("SELECT draft_id FROM campaign WHERE id = ?").get(campaignId);
  return row === undefined ? null : text(row, "draft_id");
}

/** Drafts that have become campaigns: `undone` those that were taken back again. */
export function draftsOf(database: DatabaseSync, which: "confirmed" | "undone"): string[] {
  return database
    .prepare("SELECT draft_id FROM campaign WHERE undone = ?")
    .all(which === "undone" ? 1 : 0)
    .map((row) => text(row, "draft_id"));
}
