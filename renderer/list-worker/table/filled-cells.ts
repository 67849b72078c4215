import type { ListRows } from "./list-rows.ts";
import type { Verdicts } from "./verdicts.ts";

/**
 * What the rows that are kept lack and their duplicates have: of each empty cell the first that is filled, from the kept
 * row onwards. Phone columns are never filled: whose number it is was decided. Keys are those of {@link ListRows}.
 */
export function cellsFromDuplicates(
  rows: ListRows,
  verdicts: Verdicts,
  phones: readonly number[],
): Map<number, string> {
  const columns = Array.from({ length: rows.columns }, (_, column) => column).filter((at) => !phones.includes(at));
  const duplicates = Array.from(verdicts.withVerdict("duplicate")).filter((row) => !verdicts.isLeftOut(row));
  if (verdicts.duplicatesKeep === "last") duplicates.reverse();
  const filled = new Map<number, string>();
  for (const row of duplicates) {
    const kept = verdicts.keptRow(row);
    for (const column of columns) {
      const key = rows.key(kept, column);
      if (filled.has(key) || rows.ownCell(kept, column) !== "") continue;
      const text = rows.ownCell(row, column);
      if (text !== "") filled.set(key, text);
    }
  }
  return filled;
}
