import { type ColumnEvidence, isNamedPhone } from "../../../shared/recipients/columns.ts";
import { type HeadingKind, headingKind } from "../../../shared/recipients/headings.ts";
import type { CountryCode } from "../../../shared/recipients/phone-country.ts";
import { createPhoneReader } from "../../../shared/recipients/phone-number.ts";
import { PhoneShortCut } from "../../../shared/recipients/phone-short-cut.ts";
import { type CellPlace, columnLetter, type SourceTable } from "../source/source-table.ts";
import { glanceAt, type Look, looks, lookAtText, type PhoneAsking } from "./cell-look.ts";
import type { Layout } from "./layout.ts";

const rowsLookedAt = 300;

type CellCounts = Pick<ColumnEvidence, "filled" | "phones" | "wordsBeside" | "manyDigits">;
const notLookedAt: CellCounts = { filled: 0, phones: 0, wordsBeside: 0, manyDigits: 0 };

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

function textLook(table: SourceTable, row: number, column: number, asked: PhoneAsking): Look {
  return lookAtText(table.exact(row, column), table.isNumber(row, column) ? "number" : "text", asked);
}

/** Looks at the cells of a column in these rows. */
function look(table: SourceTable, rows: readonly number[], column: number, asked: PhoneAsking): CellCounts {
  const found = { ...notLookedAt };
  const place: CellPlace = { bytes: new Uint8Array(0), start: 0, end: 0, number: 0 };
  for (const row of rows) {
    const seen = table.locate(row, column, place) === "bytes" ? glanceAt(place, asked) : looks.unclear;
    const look = seen === looks.unclear ? textLook(table, row, column, asked) : seen;
    if (look >= looks.filled) found.filled++;
    if (look >= looks.manyDigits) found.manyDigits++;
    if (look === looks.wordsBeside) found.wordsBeside++;
    if (look === looks.phone) found.phones++;
  }
  return found;
}

/** Numbers that count rows grow by no more from one to the next; those of phones lie far apart. */
const largestStep = 100;
/** Fewer rows say nothing. */
const fewestCounted = 3;

/** Whether the numbers of a column follow each other in these rows, which may be apart. */
function countsRows(table: SourceTable, rows: readonly number[], column: number): boolean {
  const counted = rows.flatMap((row) => {
    const digits = table.exact(row, column).replaceAll(/\D/g, "");
    return digits === "" ? [] : [{ row, number: Number(digits) }];
  });
  const isNext = ({ row, number }: { row: number; number: number }, at: number): boolean => {
    const before = counted[at - 1];
    const step = before === undefined ? 1 : (number - before.number) / (row - before.row);
    return step > 0 && step <= largestStep;
  };
  return counted.length >= fewestCounted && counted.every(isNext);
}

/**
 * What the columns say about themselves to a reader whose numbers without a country are from `country`. Cells are looked
 * at as far as they can change what the columns are taken for: first those of columns that are called phone.
 */
export function gatherEvidence(table: SourceTable, layout: Layout, country: CountryCode): ColumnEvidence[] {
  const asked = { read: createPhoneReader(country, {}), short: new PhoneShortCut(country) };
  const rows = spreadRows(layout, table.columns > 100 ? 40 : rowsLookedAt);
  const columns = Array.from({ length: table.columns }, (_, column): ColumnEvidence & { kind: HeadingKind | null } => {
    const heading = headingOf(table, layout, column);
    const kind = headingKind(heading);
    const named = kind === "phone" || kind === "mobile";
    const letter = columnLetter(table.fileColumn(column));
    const seen = named ? look(table, rows, column, asked) : notLookedAt;
    return { letter, heading, kind, isCounter: false, ...seen };
  });
  const isSettled = columns.some(isNamedPhone);
  const seen = columns.map(({ kind, ...column }, at) => {
    // What a heading calls a date or a price is no phone whatever its digits; without a heading, empty is unused.
    const says = kind !== null || (isSettled && column.heading !== "");
    return says ? column : { ...column, ...look(table, rows, at, asked) };
  });
  // Which of several it is that holds phones, where no heading says so.
  const numbers = isSettled ? [] : seen.filter(({ phones }) => phones >= fewestCounted);
  if (numbers.length < 2) return seen;
  return seen.map((column, at) =>
    numbers.includes(column) ? { ...column, isCounter: countsRows(table, rows, at) } : column,
  );
}
