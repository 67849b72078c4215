import type { ColumnRole, ReadingSettings } from "../recipients/reading.ts";
import { uniqueFieldNames } from "../recipients/columns.ts";

/** People as the program writes them for itself: the number with a plus in front, then the cells of the columns. */
export type OwnPerson = { number: string; cells: readonly string[] };

/** The lines of such a table, its heading first, every line as long as the heading. */
export function* ownLines(columns: readonly string[], people: Iterable<OwnPerson>): Generator<string[]> {
  yield ["Phone", ...columns];
  for (const { number, cells } of people) yield [`+${number}`, ...columns.map((_, column) => cells[column] ?? "")];
}

/**
 * How such a table is read, written as a CSV. Nothing of it is guessed: a field may well be called "Mobile" and hold
 * somebody else's number. `defaultCountry` is where numbers that are typed later are from; null leaves it to be guessed.
 */
export function ownReading(columns: readonly string[], defaultCountry: string | null): ReadingSettings {
  const headed = columns.map((heading, column) => ({ letter: String(column + 2), heading }));
  const fields = uniqueFieldNames(headed).map((name): ColumnRole => ({ kind: "field", name }));
  return {
    encoding: "utf-8",
    delimiter: ",",
    sheet: null,
    headerRow: 1,
    defaultCountry,
    columns: [{ kind: "phone", order: 0 }, ...fields],
  };
}
