import type { DatabaseSync } from "node:sqlite";
import type { Stretch } from "./journal-kinds.ts";
import type { PartMemory } from "./part-memory.ts";

/** Names in small letters, and numbers, of the people of a part in the order of the list, each ended by `end`. */
type Names = { names: string; numbers: string };

/** Stands between two people. No name holds it. */
const end = "\u001E";

/**
 * Places in the list of the people of a part whose name or number holds what is searched for. Names are read from the
 * disk once; SQLite folds only ASCII letters, and names are as often Cyrillic, so that they are compared here.
 */
export function namesFound(database: DatabaseSync, memory: PartMemory, stretch: Stretch, search: string): number[] {
  const { id, part } = stretch;
  const { names, numbers } = memory.of(id, part, "names", "names", () => namesOf(database, stretch));
  const typed = search.trim().toLowerCase().replaceAll(end, "");
  const digits = /^[\d\s()+.-]+$/.test(typed) ? typed.replaceAll(/\D/g, "") : "";
  const found = new Set<number>();
  for (const place of placesHolding(names, typed)) found.add(stretch.first + place);
  if (digits !== "") for (const place of placesHolding(numbers, digits)) found.add(stretch.first + place);
  return [...found].sort((a, b) => a - b);
}

/** Reads the names of a part into the memory, so that a search has them. */
export function rememberNames(database: DatabaseSync, memory: PartMemory, stretch: Stretch): void {
  memory.of(stretch.id, stretch.part, "names", "names", () => namesOf(database, stretch));
}

export function knowsNames(memory: PartMemory, { id, part }: Stretch): boolean {
  return memory.knows(id, part, "names", "names");
}

function namesOf(database: DatabaseSync, { id, part, first, people }: Stretch): Names {
  // In the order in which the table stands (https://www.sqlite.org/lang_aggfunc.html#aggorderby).
  const row = database
    .prepare(
      `SELECT group_concat(replace(name, char(30), ' '), char(30) ORDER BY position) AS names,
         group_concat(iif(number >= '#' AND number < '$', '', number), char(30) ORDER BY position) AS numbers
       FROM person WHERE campaign_id = ? AND position >= ? AND position < ? AND part = ?`,
    )
    .get(id, first, first + people, part);
  return { names: String(row?.["names"] ?? "").toLowerCase(), numbers: String(row?.["numbers"] ?? "") };
}

/** Which of the texts between the ends hold what is wanted, counted from 0. */
function* placesHolding(texts: string, wanted: string): Generator<number> {
  let place = 0;
  let counted = 0;
  for (let at = texts.indexOf(wanted); at >= 0;) {
    for (let next = texts.indexOf(end, counted); next >= 0 && next < at; next = texts.indexOf(end, counted)) {
      place += 1;
      counted = next + 1;
    }
    yield place;
    const close = texts.indexOf(end, at);
    if (close < 0) return;
    at = texts.indexOf(wanted, close + 1);
  }
}
