import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { WhichStays } from "../../shared/library/list.ts";

/** Cells or columns as the database keeps them: a JSON array of texts. */
export function textsOf(column: SQLOutputValue | undefined): string[] {
  const texts: unknown = JSON.parse(String(column));
  return Array.isArray(texts) ? texts.map(String) : [];
}

/** Columns of one name are one column, whatever the case of its letters. */
function folded(column: string): string {
  return column.trim().toLowerCase();
}

/** The columns of several lists, each name once, in order of appearance and as it was written first. */
export function unitedColumns(lists: readonly (readonly string[])[]): string[] {
  const names = new Map<string, string>();
  for (const column of lists.flat()) {
    if (!names.has(folded(column))) names.set(folded(column), column);
  }
  return [...names.values()];
}

/**
 * For each of the `wanted` columns its place among the `given`, -1 where it is none of them. Of two with one name the
 * first is meant, on either side.
 */
export function orderOf(wanted: readonly string[], given: readonly string[]): number[] {
  const places = new Map(given.map((column, place) => [folded(column), place] as const).toReversed());
  const firsts = new Map(wanted.map((column, at) => [folded(column), at] as const).toReversed());
  return wanted.map((column, at) => (firsts.get(folded(column)) === at ? (places.get(folded(column)) ?? -1) : -1));
}

/** Cells put into another order (see {@link orderOf}); what is not there is empty. */
export function arranged(cells: readonly string[], order: readonly number[]): string[] {
  return order.map((place) => cells[place] ?? "");
}

/** Two people's cells as one's: a value is never lost to an empty cell; of two values the one that stays. */
export function united(first: readonly string[], last: readonly string[], keep: WhichStays): string[] {
  return Array.from({ length: Math.max(first.length, last.length) }, (_, column) => {
    const [one = "", other = ""] = [first[column], last[column]];
    return one === "" || (other !== "" && keep === "last") ? other : one;
  });
}

/** Whether some column has two different values. */
export function differ(first: readonly string[], last: readonly string[]): boolean {
  return first.some((one, column) => one !== "" && (last[column] ?? "") !== "" && one !== last[column]);
}

/** Whether the spreadsheet's cells say something that the list's do not; an empty cell says nothing. */
export function changed(before: readonly string[], after: readonly string[]): boolean {
  return after.some((value, column) => value !== "" && value !== (before[column] ?? ""));
}

/**
 * Teaches a connection to work on cells, so that lists of any size are put together and searched within SQLite:
 * `list_arranged(cells, order)`, `list_united(cells, cells, 'first' | 'last')`, `list_differ(cells, cells)`,
 * `list_changed(cells, cells)` and `list_contains(cells, words)`, the words in small letters.
 */
export function teachCells(database: DatabaseSync): void {
  const pure = { deterministic: true, directOnly: true };
  let order: { text: string; places: number[] } = { text: "[]", places: [] };
  database.function("list_arranged", pure, (cells, wanted) => {
    const text = String(wanted);
    if (order.text !== text) order = { text, places: textsOf(text).map(Number) };
    return JSON.stringify(arranged(textsOf(cells), order.places));
  });
  database.function("list_united", pure, (first, last, keep) =>
    JSON.stringify(united(textsOf(first), textsOf(last), keep === "last" ? "last" : "first")),
  );
  database.function("list_differ", pure, (first, last) => (differ(textsOf(first), textsOf(last)) ? 1 : 0));
  database.function("list_changed", pure, (before, after) => (changed(textsOf(before), textsOf(after)) ? 1 : 0));
  database.function("list_contains", pure, (cells, words) => {
    const wanted = String(words);
    const text = String(cells).toLowerCase();
    // Most rows are told apart without taking them to pieces.
    if (!text.includes(JSON.stringify(wanted).slice(1, -1))) return 0;
    return textsOf(cells).some((cell) => cell.toLowerCase().includes(wanted)) ? 1 : 0;
  });
}
