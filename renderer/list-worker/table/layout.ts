import type { SourceTable } from "../source/source-table.ts";
import { FirstRows, RowLook } from "./first-rows.ts";

/** Where the heading is and which rows are data. */
export type Layout = {
  /** Row of the table that is the heading, -1 without one. */
  heading: number;
  /** The row above a heading of two rows, whose cells name the columns that the lower one leaves empty; -1 without. */
  upperHeading: number;
  /** The file's number of the heading row, 0 without one. */
  headerRow: number;
  /** Rows of the table below the heading that are not blank. */
  dataRows: Uint32Array;
  titleRows: number;
  blankRows: number;
};

/** Of the first rows so many may have titles above the heading. */
const headingsLookedAt = 20;

/**
 * The heading among the first rows: one whose cells are known names of columns, that of phones among them where it names
 * days too; otherwise the first row as wide as the table (titles above are narrower), when it holds no values and the
 * rows below do.
 */
function guessHeading(rows: FirstRows): number {
  const isNamed = (look: RowLook): boolean => {
    const { filled, values, plainValues } = look;
    if (plainValues > look.days || (filled < 2 && filled < rows.usualWidth())) return false;
    const { known, phones } = look.names();
    return plainValues > 0 ? known >= 2 && phones > 0 : known >= Math.max(Math.min(2, filled), values);
  };
  for (let index = 0; index < Math.min(rows.count, headingsLookedAt); index++) {
    const [upper, lower] = [rows.at(index), rows.at(index + 1)];
    if (!upper || !isNamed(upper)) continue;
    // In a heading of two rows the lower one names the columns: "Contact" above "Phone" and "E-mail". Where the upper one
    // names phones too it names the parts of them, beside cells that are merged downwards.
    if (lower === undefined || lower.names().phones === 0) return upper.row;
    const namesParts = lower.namesPartsOf(upper) && lower.values === 0;
    return namesParts || (upper.names().phones === 0 && isNamed(lower)) ? lower.row : upper.row;
  }
  const width = rows.usualWidth();
  const wide = rows.from(0).findIndex(({ filled }) => filled >= Math.max(1, Math.ceil(width * 0.6)));
  const first = rows.at(wide);
  if (!first || first.values > 0) return -1;
  if (first.names().known > 0) return first.row;
  const below = rows.from(wide + 1);
  const withValues = below.filter(({ values }) => values > 0).length;
  return below.length > 0 && withValues * 2 >= below.length ? first.row : -1;
}

/** The row right above a heading, when it is no title: two cells at least, and none of them a value. */
function upperHeading(table: SourceTable, heading: number): number {
  if (heading < 1 || table.rowNumber(heading - 1) !== table.rowNumber(heading) - 1) return -1;
  const { filled, values } = new RowLook(table, heading - 1);
  return filled >= 2 && values === 0 ? heading - 1 : -1;
}

/** Whether the upper row names columns that the lower one leaves empty. */
function namesColumns(table: SourceTable, upper: number, lower: number): boolean {
  const isNamed = (column: number): boolean => table.shown(lower, column) === "" && table.shown(upper, column) !== "";
  return upper !== -1 && Array.from({ length: table.columns }, (_, column) => column).some(isNamed);
}

function rowNumbered(table: SourceTable, number: number): number {
  for (let row = 0; row < table.rows; row++) if (table.rowNumber(row) === number) return row;
  return -1;
}

/** Finds heading and data. `wanted` is the user's own choice of heading row (0: none), null to guess. */
export function layOut(table: SourceTable, wanted: number | null): Layout {
  const filled = table.filledRows();
  const heading =
    wanted === null ? guessHeading(new FirstRows(table, filled)) : wanted === 0 ? -1 : rowNumbered(table, wanted);
  const headerRow = wanted ?? (heading === -1 ? 0 : table.rowNumber(heading));
  let above = 0;
  while (above < filled.length && table.rowNumber(filled[above]!) <= headerRow) above++;
  const dataRows = filled.subarray(above);
  const last = dataRows.at(-1);
  const span = last === undefined ? 0 : table.rowNumber(last) - Math.max(headerRow, 0);
  const upper = upperHeading(table, heading);
  const headingRows = heading === -1 ? 0 : namesColumns(table, upper, heading) ? 2 : 1;
  return {
    heading,
    upperHeading: upper,
    headerRow,
    dataRows,
    titleRows: filled.length - dataRows.length - headingRows,
    blankRows: Math.max(0, span - dataRows.length - table.hiddenRows - (table.repeatedHeadings ?? 0)),
  };
}
