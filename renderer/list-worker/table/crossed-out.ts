import { namesPerson } from "../../../shared/message/field-concepts.ts";
import { headingKind } from "../../../shared/recipients/headings.ts";
import type { SourceTable } from "../source/source-table.ts";
import { headingOf } from "./column-evidence.ts";
import type { Layout } from "./layout.ts";

/** Where nobody is crossed out, which is nearly everywhere. */
export const nobodyCrossedOut = new Uint8Array(0);

/** What is looked at of a row: its phones, and the cells that say who it is. */
type Columns = { phones: readonly number[]; names: readonly number[]; others: readonly number[] };

/**
 * The rows of a list that somebody has crossed out, marked with 1 by their place; {@link nobodyCrossedOut} where there is
 * none. That is a row whose phones are all crossed out, or all that says whose they are: its names, or where no column is
 * called a name everything else in words. Whoever goes through a list by hand draws the line through the name, through
 * the number or through the whole row; one through a price, a date or a remark says nothing of the person.
 */
export function crossedOutRows(table: SourceTable, layout: Layout, phones: readonly number[]): Uint8Array {
  if (table.notCrossedOut === undefined || phones.length === 0) return nobodyCrossedOut;
  const columns = columnsOf(table, layout, phones);
  const crossed = new Uint8Array(layout.dataRows.length);
  for (const [at, row] of layout.dataRows.entries()) if (isCrossedOut(table, row, columns)) crossed[at] = 1;
  return crossed.includes(1) ? crossed : nobodyCrossedOut;
}

function columnsOf(table: SourceTable, layout: Layout, phones: readonly number[]): Columns {
  const rest = Array.from({ length: table.columns }, (_, column) => column)
    .filter((column) => !phones.includes(column))
    .map((column) => ({ column, heading: headingOf(table, layout, column) }));
  const names = rest.filter(({ heading }) => namesPerson(heading));
  const others = names.length > 0 ? [] : rest.filter(({ heading }) => headingKind(heading) === null);
  return { phones, names: names.map(({ column }) => column), others: others.map(({ column }) => column) };
}

function isCrossedOut(table: SourceTable, row: number, { phones, names, others }: Columns): boolean {
  const isFilled = (column: number): boolean => table.exact(row, column) !== "";
  const hasWords = (column: number): boolean => /\p{L}/u.test(table.shown(row, column));
  return (
    areAllStruck(table, row, phones, isFilled) ||
    areAllStruck(table, row, names, isFilled) ||
    areAllStruck(table, row, others, hasWords)
  );
}

/** Whether all cells of these columns that count are crossed out, and there is one. */
function areAllStruck(
  table: SourceTable,
  row: number,
  columns: readonly number[],
  counts: (column: number) => boolean,
): boolean {
  const isStruck = (column: number): boolean => table.notCrossedOut?.(row, column) === "";
  // Few are, and to look for that costs no texts.
  if (!columns.some(isStruck)) return false;
  const counted = columns.filter(counts);
  return counted.length > 0 && counted.every(isStruck);
}
