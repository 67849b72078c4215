import type { DatabaseSync } from "node:sqlite";
import { reviewSettings } from "../../shared/library/draft.ts";
import { guessedReading } from "../../shared/recipients/reading.ts";

/** Writes a new, empty draft. */
export function insertDraft(
  database: DatabaseSync,
  ids: { id: string; campaignId: string },
  title: string,
  now: string,
): void {
  database
    .prepare(
      `INSERT INTO draft (id, campaign_id, title, created_at, updated_at, step, reading, text, review)
       VALUES (?, ?, ?, ?, ?, 'recipients', ?, '', ?)`,
    )
    .run(ids.id, ids.campaignId, title, now, now, JSON.stringify(guessedReading), untouchedReview);
}

const untouchedReview = JSON.stringify(reviewSettings.parse({}));

/** Makes an untouched draft as one that is made now. */
export function renewDraft(database: DatabaseSync, id: string, now: string): void {
  database
    .prepare("UPDATE draft SET created_at = ?1, updated_at = ?1, review = ?2 WHERE id = ?3")
    .run(now, untouchedReview, id);
}

/** Drafts of which nothing was said yet: each was begun and left as it was. The newest first. */
export function untouchedDrafts(database: DatabaseSync): string[] {
  return database
    .prepare(
      `SELECT id, review FROM draft
       WHERE title = '' AND text = '' AND step = 'recipients' AND source IS NULL AND accepted_people IS NULL
         AND NOT EXISTS (SELECT 1 FROM draft_source WHERE draft_id = draft.id)
         AND NOT EXISTS (SELECT 1 FROM draft_edit WHERE draft_id = draft.id)
         AND NOT EXISTS (SELECT 1 FROM draft_person WHERE draft_id = draft.id)
       ORDER BY updated_at DESC`,
    )
    .all()
    .filter((row) => isUntouched(JSON.parse(String(row["review"]))))
    .map((row) => String(row["id"]));
}

/** But for the sender, which the window fills in. An older version of the program may have known fewer settings. */
function isUntouched(review: unknown): boolean {
  const read = reviewSettings.safeParse(review);
  return read.success && JSON.stringify({ ...read.data, sender: "" }) === untouchedReview;
}
