import type { ListContent } from "./list-content.ts";

/** A field of a duplicate that is not the same in the row kept in its place. */
export type Difference = { column: number; value: string; kept: string };

/** One such field of one duplicate, with the numbers of both rows. */
export type DuplicateSample = { row: number; keptRow: number } & Difference;

/**
 * How the fields of a duplicate differ from those of the row kept in its place; none for any other row. Those with words
 * come first: another name says more than the number of a line.
 */
export function differencesOf(content: ListContent, row: number): Difference[] {
  const { rows, verdicts } = content;
  if (verdicts.verdict(row) !== "duplicate") return [];
  const kept = verdicts.keptRow(row);
  return content
    .fields()
    .map(({ column }) => ({ column, value: rows.ownCell(row, column), kept: rows.ownCell(kept, column) }))
    .filter(({ value, kept }) => value !== kept)
    .sort((a, b) => Number(hasWords(b)) - Number(hasWords(a)));
}

function hasWords({ value, kept }: Difference): boolean {
  return /\p{L}/u.test(value + kept);
}

/** How many duplicates differ from the row that is kept, with the first of them as a sample. */
export function differingDuplicates(content: ListContent): {
  count: number;
  sample: DuplicateSample | null;
} {
  const { rows, verdicts } = content;
  const fields = content.fields();
  let count = 0;
  let sample: DuplicateSample | null = null;
  for (const row of verdicts.withVerdict("duplicate")) {
    const kept = verdicts.keptRow(row);
    if (fields.every(({ column }) => rows.isSameCell(row, kept, column))) continue;
    count++;
    // A row typed by hand has no number that could be told.
    if (sample !== null || Math.max(row, kept) >= rows.fileRows) continue;
    const first: Difference | undefined = differencesOf(content, row)[0];
    if (first !== undefined) sample = { row: rows.rowNumber(row), keptRow: rows.rowNumber(kept), ...first };
  }
  return { count, sample };
}
