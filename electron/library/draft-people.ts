import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { PeopleChunk } from "../../shared/library/draft.ts";

/** One of the accepted people of a draft: `row` in its source, `cells` in the order of its columns. */
export type AcceptedPerson = { position: number; number: string; row: number; cells: string[] };

/** Whether every column of a piece has as many cells as the piece has people. */
export function isEven({ numbers, rows, cells, phones }: PeopleChunk): boolean {
  return [numbers, ...cells, ...(phones?.cells ?? [])].every((column) => column.length === rows.length);
}

/**
 * A piece of the accepted list; offset 0 begins it anew. The list counts as accepted once the last piece is there. For
 * callers that are within a transaction.
 */
export function writePeople(database: DatabaseSync, chunk: PeopleChunk): void {
  const { draftId: id, numbers, rows, cells: own, phones = { columns: [], cells: [] } } = chunk;
  if (chunk.offset === 0) database.prepare("DELETE FROM draft_person WHERE draft_id = ?").run(id);
  const insert = database.prepare("INSERT INTO draft_person VALUES (?, ?, ?, ?, ?, ?)");
  for (const [index, number] of numbers.entries()) {
    const [cells, written] = [own, phones.cells].map((columns) => columns.map((column) => column[index] ?? ""));
    insert.run(id, chunk.offset + index, number, rows[index] ?? 0, JSON.stringify(cells), JSON.stringify(written));
  }
  const people = chunk.last ? chunk.offset + numbers.length : null;
  database
    .prepare("UPDATE draft SET columns = ?, phone_columns = ?, accepted_people = ? WHERE id = ?")
    .run(JSON.stringify(chunk.columns), JSON.stringify(phones.columns), people, id);
}

/** The accepted people of a draft in order. */
export function* peopleOf(database: DatabaseSync, id: string): Generator<AcceptedPerson> {
  const rows = database
    .prepare("SELECT position, number, row, cells FROM draft_person WHERE draft_id = ? ORDER BY position")
    .iterate(id);
  for (const row of rows) {
    yield {
      position: Number(row["position"]),
      number: String(row["number"]),
      row: Number(row["row"]),
      cells: textsOf(row["cells"]),
    };
  }
}

/** Cells of a stretch of them, in order, or their phones as written. */
export function cellsAt(
  database: DatabaseSync,
  id: string,
  page: { offset: number; limit: number },
  which: "cells" | "phones",
): string[][] {
  return database
    .prepare(`SELECT ${which} AS own FROM draft_person WHERE draft_id = ? ORDER BY position LIMIT ? OFFSET ?`)
    .all(id, page.limit, page.offset)
    .map((row) => textsOf(row["own"]));
}

/** The source's rows of these numbers, ascending. */
export function rowsOf(database: DatabaseSync, id: string, numbers: string[]): number[] {
  return database
    .prepare(
      "SELECT row FROM draft_person WHERE draft_id = ? AND number IN (SELECT value FROM json_each(?)) ORDER BY row",
    )
    .all(id, JSON.stringify(numbers))
    .map((row) => Number(row["row"]));
}

/** A column that holds a JSON array of texts. */
export function textsOf(column: SQLOutputValue | undefined): string[] {
  const texts: unknown = JSON.parse(String(column));
  return Array.isArray(texts) ? texts.map(String) : [];
}
