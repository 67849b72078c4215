import type { DatabaseSync } from "node:sqlite";
import type { Row } from "./journal-rows.ts";
import type { Remembered } from "./remembered.ts";

/** People of whom everything is the same that a state depends on, beside what is the same for their whole part. */
export type Kind = Row & { part: number; people: number; kind: string };

const kindOfRow = "(part || ' ' || left_out || ' ' || ifnull(word, ''))";
/** Whether a row is of the kinds in `:kinds`, a JSON array. */
export const isKind = `${kindOfRow} IN (SELECT value FROM json_each(:kinds))`;

/** The kinds of a campaign's people, or of those whom a search finds, by part. */
export function kindsOf(database: DatabaseSync, known: Remembered, id: string, search: string): Kind[] {
  const isAll = search.trim() === "";
  return known.of(`kinds ${id} ${search}`, () =>
    database
      .prepare(
        `SELECT part, left_out, word, ${kindOfRow} AS kind, count(*) AS people
         FROM ${isAll ? "person WHERE campaign_id = :id" : findPeople(database, known, id, search)}
         GROUP BY part, left_out, word`,
      )
      .all(isAll ? { id } : {})
      .map((row) => ({ ...row, part: Number(row["part"]), people: Number(row["people"]), kind: String(row["kind"]) })),
  );
}

/**
 * Looks once over everybody for a part of a name or number.
 * @returns the temporary table of those found: position, part, left_out and word
 */
export function findPeople(database: DatabaseSync, known: Remembered, id: string, search: string): string {
  known.hold("found", `${id} ${search}`, () => {
    const name = search.trim();
    const digits = /^[\d\s()+.-]+$/.test(name) ? name.replaceAll(/\D/g, "") : "";
    const inNumber = digits === "" ? "" : " OR (number NOT LIKE '#%' AND instr(number, :digits) > 0)";
    database.exec("DROP TABLE IF EXISTS temp.found");
    database.exec("CREATE TEMP TABLE found (position INTEGER PRIMARY KEY, part INTEGER, left_out INTEGER, word TEXT)");
    database
      .prepare(
        `INSERT INTO temp.found SELECT position, part, left_out, word FROM person
         WHERE campaign_id = :id AND (name GLOB :name${inNumber}) ORDER BY position`,
      )
      .run({ id, name: patternOf(name), ...(digits === "" ? {} : { digits }) });
  });
  return "temp.found";
}

/** SQLite folds only ASCII letters, and names are as often Cyrillic: each letter is looked for in both cases. */
function patternOf(name: string): string {
  const letters = Array.from(name, (letter) => {
    // As typed too: the small letter of "İ" is two, and cannot be looked for as one.
    const cases = [letter, letter.toLowerCase(), letter.toUpperCase()].filter((one) => Array.from(one).length === 1);
    const either = [...new Set(cases)].join("");
    return either === letter && !"*?[".includes(letter) ? letter : `[${either}]`;
  });
  return `*${letters.join("")}*`;
}
