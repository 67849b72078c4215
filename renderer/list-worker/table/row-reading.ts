import { codeOfCountry } from "../../../shared/recipients/phone-country.ts";
import type { PhoneReading } from "../../../shared/recipients/phone-number.ts";
import { readCellText } from "../../../shared/recipients/phone-text.ts";
import { reasonOf } from "../../../shared/recipients/reason.ts";
import type { ListRows } from "./list-rows.ts";
import type { RowReader } from "./row-readers.ts";

/** Which cell of a row is taken for its phone, and what became of it. */
export type RowReading = { column: number; cell: string; reading: PhoneReading };

const emptyReading: PhoneReading = {
  verdict: "empty",
  digits: null,
  reasons: [],
  warning: null,
  question: null,
  offered: null,
};

/** The first valid phone in the order of the columns; otherwise the one that comes nearest to being one. */
export function readPhoneOf(
  rows: ListRows,
  row: number,
  phoneColumns: readonly number[],
  reader: RowReader,
): RowReading {
  let best: RowReading = { column: phoneColumns[0] ?? -1, cell: "", reading: emptyReading };
  for (const column of phoneColumns) {
    const { text, kind, left } = rows.phoneCell(row, column);
    const reading = left === undefined ? reader.read(text, kind) : withoutCrossedOut(text, left, reader);
    if (reading.verdict === "ready" || reading.verdict === "repaired") {
      const later = () => mobileAmong(rows, row, phoneColumns.slice(phoneColumns.indexOf(column) + 1), reader);
      return { column, cell: text, reading: passingOver(best, beside(later, besideItsRow(reading, reader))) };
    }
    if (rank(reading.verdict) > rank(best.reading.verdict) || best.reading === emptyReading) {
      const isNumber = kind === "number" && reading.verdict === "invalid";
      best = (isNumber ? shownDate(rows, row, column, reading) : null) ?? { column, cell: text, reading };
    }
  }
  return best;
}

/** So much of a cell is told where it stands in a sentence. */
const mostOfCell = 40;

/**
 * A number of a later column may be somebody else's, a parent's or a landline: that the first one was none is told, before
 * all that was done to this one. A cell without a digit is no number that was passed over.
 */
function passingOver({ cell, reading: { verdict, reasons } }: RowReading, taken: PhoneReading): PhoneReading {
  if (reasons[0]?.code === "crossed-out-left-off") return { ...taken, reasons: [reasons[0], ...taken.reasons] };
  if (verdict === "empty" || reasons[0]?.code === "no-digits") return taken;
  return { ...taken, reasons: [reasonOf("passed-over", { cell: told(cell) }), ...taken.reasons] };
}

const told = (cell: string): string => (cell.length > mostOfCell ? `${cell.slice(0, mostOfCell - 1)}…` : cell);

/** What a cell says without what is crossed out in it, such as an old number before the new one; that is told first. */
function withoutCrossedOut(text: string, left: string, reader: RowReader): PhoneReading {
  const reading = left === "" ? emptyReading : reader.read(left, "text");
  const reasons = [reasonOf("crossed-out-left-off", { cell: told(text) }), ...reading.reasons];
  return { ...reading, verdict: reading.verdict === "ready" ? "repaired" : reading.verdict, reasons };
}

/** The first number of these columns that an SMS arrives at. */
function mobileAmong(rows: ListRows, row: number, columns: readonly number[], reader: RowReader): string | null {
  for (const column of columns) {
    const { text, kind, left } = rows.phoneCell(row, column);
    const { digits, warning } = left === undefined ? reader.read(text, kind) : withoutCrossedOut(text, left, reader);
    if (digits !== null && warning === null) return digits;
  }
  return null;
}

/** The first number counts, whatever it is; where an SMS may not arrive at it, the mobile of a later column is offered. */
function beside(later: () => string | null, taken: PhoneReading): PhoneReading {
  if (taken.warning === null || taken.offered !== null) return taken;
  const other = later();
  if (other === null) return taken;
  return { ...taken, offered: other, reasons: [reasonOf("mobile-beside", { other }), ...taken.reasons] };
}

/** The country code of a number counts more than what its row says; that they differ is told. */
function besideItsRow(reading: PhoneReading, { by: { country, byRow } }: RowReader): PhoneReading {
  if (byRow !== true || reading.digits === null || reading.digits.startsWith(codeOfCountry(country))) return reading;
  return { ...reading, reasons: [...reading.reasons, reasonOf("row-differs", { country })] };
}

/** A day in a phone column is a number to the workbook: whoever sees a day there is told of a day. Null for no day. */
function shownDate(rows: ListRows, row: number, column: number, reading: PhoneReading): RowReading | null {
  const cell = rows.ownCell(row, column);
  const seen = readCellText(cell, "text");
  const isDate = seen.kind === "refused" && seen.reason.code === "date";
  return isDate ? { column, cell, reading: { ...reading, reasons: [seen.reason], offered: null } } : null;
}

const rank = (verdict: PhoneReading["verdict"]): number => ["empty", "invalid", "to-decide"].indexOf(verdict);
