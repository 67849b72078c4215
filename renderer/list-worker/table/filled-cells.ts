import type { ListRows } from "./list-rows.ts";
import type { Verdicts } from "./verdicts.ts";

/**
 * What the rows that are kept lack and their duplicates have: of each empty cell the first that is filled, from the kept
 * row onwards. Only `fields` are filled: whose number it is was decided, and what is not used is not shown. Keys are
 * those of {@link ListRows}.
 */
export function cellsFromDuplicates(
  rows: ListRows,
  verdicts: Verdicts,
  fields: readonly { column: number }[],
): Map<number, string> {
  const duplicates = Array.from(verdicts.withVerdict("duplicate")).filter((row) => !verdicts.isLeftOut(row));
  if (verdicts.duplicatesKeep === "last") duplicates.reverse();
  const filled = new Map<number, string>();
  for (const row of duplicates) {
    const kept = verdicts.keptRow(row);
    for (const { column } of fields) {
      const key = rows.key(kept, column);
      if (!rows.isEmptyCell(kept, column) || filled.has(key)) continue;
      const text = rows.ownCell(row, column);
      if (text !== "") filled.set(key, text);
    }
  }
  return filled;
}
