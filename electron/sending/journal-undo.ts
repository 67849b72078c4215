import type { DatabaseSync } from "node:sqlite";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { logEvent } from "./journal-events.ts";
import { applyToAll } from "./journal-parts.ts";
import { text } from "./journal-rows.ts";

/** Ends the undo window. Runs inside a transaction. @returns whether it was open. */
export function release(database: DatabaseSync, campaignId: string, now: string): boolean {
  const { changes } = database
    .prepare("UPDATE campaign SET released = 1 WHERE id = ? AND released = 0")
    .run(campaignId);
  if (changes === 0) return false;
  logEvent(database, { at: now, campaignId, part: null, kind: "released", state: null });
  return true;
}

/**
 * Gives an open undo window another end (ISO), for a confirmation that nobody was told of. Runs inside a transaction.
 * @returns whether it is open.
 */
export function renew(database: DatabaseSync, campaignId: string, undoUntil: string, now: string): boolean {
  const { changes } = database
    .prepare("UPDATE campaign SET undo_until = ? WHERE id = ? AND released = 0")
    .run(undoUntil, campaignId);
  if (changes === 0) return false;
  logEvent(database, { at: now, campaignId, part: null, kind: "renewed", state: null });
  return true;
}

/** Campaigns whose undo window is open. */
export function unreleased(database: DatabaseSync): string[] {
  const rows = database.prepare("SELECT id FROM campaign WHERE released = 0").all();
  return rows.map((row) => text(row, "id"));
}

/**
 * Takes a campaign back while its undo window is open; one that was taken back already answers the same, as its draft may
 * not be there yet. Runs inside a transaction. @returns its draft's id.
 */
export function undo(database: DatabaseSync, campaignId: string, now: string): Result<string, AppError> {
  const row = database.prepare("SELECT released, undone, draft_id FROM campaign WHERE id = ?").get(campaignId);
  if (row === undefined) return err(appErrorOf("campaign.missing"));
  if (row["undone"] === 1) return ok(text(row, "draft_id"));
  if (row["released"] === 1) return err(appErrorOf("campaign.undo-late"));
  applyToAll(database, campaignId, { kind: "undo" }, now);
  database.prepare("UPDATE campaign SET released = 1, undone = 1 WHERE id = ?").run(campaignId);
  logEvent(database, { at: now, campaignId, part: null, kind: "undone", state: null });
  return ok(text(row, "draft_id"));
}
