import type { ColumnEvidence } from "../../../shared/recipients/columns.ts";
import type { PhoneReader } from "../../../shared/recipients/phone-number.ts";
import { columnLetter, type SourceTable } from "../source/source-table.ts";
import type { Layout } from "./layout.ts";

const rowsLookedAt = 300;

/** Rows spread evenly over the data: a list is often sorted, its first rows alone may mislead. */
export function spreadRows({ dataRows }: Layout, most = rowsLookedAt): number[] {
  const step = Math.max(1, dataRows.length / most);
  const rows: number[] = [];
  for (let at = 0; at < dataRows.length && rows.length < most; at += step) rows.push(dataRows[Math.floor(at)] ?? 0);
  return rows;
}

/** The heading of a column as the file has it, "" where there is none. */
export function headingOf(table: SourceTable, { heading }: Layout, column: number): string {
  return heading === -1 ? "" : table.shown(heading, column);
}

/** What a column's heading and cells say about it. */
function evidence(table: SourceTable, layout: Layout, rows: readonly number[], column: number, read: PhoneReader) {
  const found: ColumnEvidence = {
    letter: columnLetter(table.fileColumn(column)),
    heading: headingOf(table, layout, column),
    filled: 0,
    phones: 0,
    manyDigits: 0,
  };
  for (const row of rows) {
    const cell = table.exact(row, column);
    if (cell === "") continue;
    found.filled++;
    const digits = cell.replaceAll(/\D/g, "").length;
    if (digits >= 7 || /^\d[.,]\d+e\+?\d+$/i.test(cell)) found.manyDigits++;
    // Seven digits are the least that could be asked of the reader, which is slow over prose.
    if (digits < 7 || digits > 40 || cell.length > 80) continue;
    const { verdict } = read(cell, table.isNumber(row, column) ? "number" : "text");
    if (verdict === "ready" || verdict === "repaired" || verdict === "to-decide") found.phones++;
  }
  return found;
}

/** What all columns say about themselves. */
export function gatherEvidence(table: SourceTable, layout: Layout, read: PhoneReader): ColumnEvidence[] {
  const rows = spreadRows(layout, table.columns > 100 ? 40 : rowsLookedAt);
  return Array.from({ length: table.columns }, (_, column) => evidence(table, layout, rows, column, read));
}
