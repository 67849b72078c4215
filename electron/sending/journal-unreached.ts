import type { DatabaseSync } from "node:sqlite";
import type { PersonView } from "../../shared/campaign/view.ts";
import { statesOf } from "./journal-states.ts";

/**
 * Who is known not to have got the text, and will not any more. "Unknown" and "not certain" never count: they may have
 * it. For a campaign of which nothing can arrive any more.
 */
const unreached: ReadonlySet<PersonView["state"]> = new Set(["failed", "expired", "refused", "not-sent"]);

// Whoever was left out is on the never-text list, and nobody knows whom an erased number was.
const mayBeTextedAnew = `campaign_id = ? AND left_out = 0 AND number NOT LIKE '#%'
  AND (word IS NULL OR word NOT IN ('delivered', 'read', 'sent'))`;

/** How many of a campaign's people can be texted anew, as the text has not reached them. */
export function countUnreached(database: DatabaseSync, id: string): number {
  const states = statesOf(database, id);
  return database
    .prepare(
      `SELECT part, word, 0 AS left_out, count(*) AS people FROM person WHERE ${mayBeTextedAnew} GROUP BY part, word`,
    )
    .all(id)
    .filter((row) => unreached.has(states(row)))
    .reduce((sum, row) => sum + Number(row["people"]), 0);
}

/** The same people by their places in the list, in order. */
export function placesUnreached(database: DatabaseSync, id: string): number[] {
  const states = statesOf(database, id);
  return database
    .prepare(`SELECT part, word, 0 AS left_out, position FROM person WHERE ${mayBeTextedAnew} ORDER BY position`)
    .all(id)
    .filter((row) => unreached.has(states(row)))
    .map((row) => Number(row["position"]));
}
