import type { DatabaseSync } from "node:sqlite";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { applyToAll } from "./journal-parts.ts";
import { textOrNull } from "./journal-rows.ts";
import { mayCancel } from "./journal-views.ts";

/** Marks a campaign as cancelled and steps each of its parts. Runs inside a transaction. */
export function cancel(database: DatabaseSync, campaignId: string, now: string): Result<null, AppError> {
  const row = database.prepare("SELECT cancel_requested_at FROM campaign WHERE id = ?").get(campaignId);
  if (row === undefined) return err(appErrorOf("campaign.missing"));
  if (textOrNull(row, "cancel_requested_at") !== null) return ok(null);
  if (!mayCancel(database, campaignId)) return err(appErrorOf("campaign.not-cancellable"));
  database.prepare("UPDATE campaign SET cancel_requested_at = ?, released = 1 WHERE id = ?").run(now, campaignId);
  applyToAll(database, campaignId, { kind: "cancel" }, now);
  return ok(null);
}

/** Whether nothing of the part may go out any more. */
export function isCancelled(database: DatabaseSync, campaignId: string, index: number): boolean {
  const row = database
    .prepare(
      `SELECT cancel_requested_at IS NOT NULL OR json_extract(part, '$.cancelled') AS cancelled
       FROM part JOIN campaign ON campaign.id = campaign_id WHERE id = ? AND position = ?`,
    )
    .get(campaignId, index);
  return row?.["cancelled"] !== 0;
}
