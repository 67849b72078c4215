import { headingKind } from "../../../shared/recipients/headings.ts";
import type { ColumnEvidence } from "../../../shared/recipients/columns.ts";
import type { CountryCode } from "../../../shared/recipients/phone-country.ts";
import { createPhoneReader } from "../../../shared/recipients/phone-number.ts";
import { PhoneShortCut } from "../../../shared/recipients/phone-short-cut.ts";
import { type CellPlace, columnLetter, type SourceTable } from "../source/source-table.ts";
import { glanceAt, type Look, looks, lookAtText, type PhoneAsking } from "./cell-look.ts";
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

function textLook(table: SourceTable, row: number, column: number, asked: PhoneAsking | null): Look {
  return lookAtText(table.exact(row, column), table.isNumber(row, column) ? "number" : "text", asked);
}

/** What a column's heading and cells say about it. */
function evidence(table: SourceTable, layout: Layout, rows: readonly number[], column: number, readers: PhoneAsking) {
  const found: ColumnEvidence = {
    letter: columnLetter(table.fileColumn(column)),
    heading: headingOf(table, layout, column),
    filled: 0,
    phones: 0,
    manyDigits: 0,
  };
  // What a heading calls a date or a price is no phone whatever its digits: nobody asks the reader about it.
  const asked = headingKind(found.heading) === "not-phone" ? null : readers;
  const place: CellPlace = { bytes: new Uint8Array(0), start: 0, end: 0, number: 0 };
  for (const row of rows) {
    const seen = table.locate(row, column, place) === "bytes" ? glanceAt(place, asked) : looks.unclear;
    const look = seen === looks.unclear ? textLook(table, row, column, asked) : seen;
    if (look >= looks.filled) found.filled++;
    if (look >= looks.manyDigits) found.manyDigits++;
    if (look === looks.phone) found.phones++;
  }
  return found;
}

/** What all columns say about themselves to a reader whose numbers without a country are from `country`. */
export function gatherEvidence(table: SourceTable, layout: Layout, country: CountryCode): ColumnEvidence[] {
  const readers = { read: createPhoneReader(country, {}), short: new PhoneShortCut(country) };
  const rows = spreadRows(layout, table.columns > 100 ? 40 : rowsLookedAt);
  return Array.from({ length: table.columns }, (_, column) => evidence(table, layout, rows, column, readers));
}
