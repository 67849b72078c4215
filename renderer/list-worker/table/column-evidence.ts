import type { ColumnEvidence } from "../../../shared/recipients/columns.ts";
import { headingKind } from "../../../shared/recipients/headings.ts";
import type { PhoneReader, PhoneReading } from "../../../shared/recipients/phone-number.ts";
import { type CellPlace, columnLetter, type SourceTable } from "../source/source-table.ts";
import type { Layout } from "./layout.ts";

const rowsLookedAt = 300;

/** Rows spread evenly over the data: a list is often sorted, its first rows alone may mislead. */
export function spreadRows({ dataRows }: Layout, most = rowsLookedAt): number[] {
  const step = Math.max(1, dataRows.length / most);
  const rows: number[] = [];
  for (let at = 0; at < dataRows.length && rows.length < most; at += step) rows.push(dataRows[Math.floor(at)] ?? 0);
  return rows;
}

/** The heading of a column as the file has it, "" where there is none. Of two rows the lower one counts first. */
export function headingOf(table: SourceTable, { heading, upperHeading }: Layout, column: number): string {
  const own = heading === -1 ? "" : table.shown(heading, column);
  return own === "" && upperHeading !== -1 ? table.shown(upperHeading, column) : own;
}

/** `20231129` and the seconds since 1970, which are numbers of Denmark and Germany too. */
const dayOrMoment = /^(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|1[5-7]\d{8})$/;

/**
 * Whether a cell speaks for a phone column. In countries whose landlines have numbers of any length every article
 * number could be one, so that a landline counts only where it is written like a phone.
 */
function isPlainlyPhone(cell: string, { verdict, warning }: PhoneReading): boolean {
  if (verdict === "to-decide") return true;
  if ((verdict !== "ready" && verdict !== "repaired") || dayOrMoment.test(cell)) return false;
  return warning === null || /^[^\d]*[+(0]/.test(cell) || /\d[\s()/-]+\d/.test(cell);
}

/** Seven digits are the least that could be asked of the reader, which is slow over prose. */
const fewestDigits = 7;

/**
 * Whether a cell is filled and plainly speaks neither for nor against phones, by its bytes alone: with fewer digits, and
 * no digit in front, as a number that lost its digits has (3,80501E+11).
 */
function isPlainlyProse(table: SourceTable, row: number, column: number, place: CellPlace): boolean {
  if (table.locate(row, column, place) !== "bytes") return false;
  const { bytes, start, end } = place;
  let digits = 0;
  let first = 0;
  for (let at = start; at < end && digits < fewestDigits; at++) {
    const byte = bytes[at]!;
    if (first === 0 && byte > 32) first = byte;
    if (byte >= 48 && byte <= 57) digits++;
  }
  return digits < fewestDigits && isLetter(first);
}

/** A letter of English, or what most Cyrillic ones begin with in UTF-8: other bytes may begin white space. */
const isLetter = (byte: number): boolean =>
  (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 0xd0 || byte === 0xd1;

/** What a column's heading and cells say about it. */
function evidence(table: SourceTable, layout: Layout, rows: readonly number[], column: number, read: PhoneReader) {
  const found: ColumnEvidence = {
    letter: columnLetter(table.fileColumn(column)),
    heading: headingOf(table, layout, column),
    filled: 0,
    phones: 0,
    manyDigits: 0,
  };
  // What a heading calls a date or a price is no phone whatever its digits: nobody asks the reader about it.
  const asked = headingKind(found.heading) !== "not-phone";
  const place: CellPlace = { bytes: new Uint8Array(0), start: 0, end: 0, number: 0 };
  for (const row of rows) {
    if (isPlainlyProse(table, row, column, place)) {
      found.filled++;
      continue;
    }
    const cell = table.exact(row, column);
    if (cell === "") continue;
    found.filled++;
    const digits = cell.replaceAll(/\D/g, "").length;
    if (digits >= fewestDigits || /^\d[.,]\d+e\+?\d+$/i.test(cell)) found.manyDigits++;
    if (!asked || digits < fewestDigits || digits > 40 || cell.length > 80) continue;
    if (isPlainlyPhone(cell, read(cell, table.isNumber(row, column) ? "number" : "text"))) found.phones++;
  }
  return found;
}

/** What all columns say about themselves. */
export function gatherEvidence(table: SourceTable, layout: Layout, read: PhoneReader): ColumnEvidence[] {
  const rows = spreadRows(layout, table.columns > 100 ? 40 : rowsLookedAt);
  return Array.from({ length: table.columns }, (_, column) => evidence(table, layout, rows, column, read));
}
