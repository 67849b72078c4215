import type { DatabaseSync } from "node:sqlite";
import { setImmediate as letOthersGo } from "node:timers/promises";

/** So many positions are worked on at a time: some ten milliseconds. */
const stretch = 5_000;

/**
 * Work on all people of a list in stretches of positions (both inclusive), between which the database thread does what
 * others ask of it: sending goes on while long lists are put together. `act` answers false to end early.
 */
export async function inStretches(
  database: DatabaseSync,
  listId: string,
  act: (from: number, to: number) => boolean | void,
): Promise<void> {
  const end = endOf(database, listId);
  for (let from = 0; from < end; from += stretch) {
    if (act(from, Math.min(from + stretch, end) - 1) === false) return;
    await letOthersGo();
  }
}

/** The position behind the last person of a list. */
export function endOf(database: DatabaseSync, listId: string): number {
  const row = database
    .prepare("SELECT coalesce(max(position) + 1, 0) AS position FROM list_person WHERE list_id = ?")
    .get(listId);
  return Number(row?.["position"]);
}
