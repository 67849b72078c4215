import { headingKind, isKnownHeading } from "../../../shared/recipients/headings.ts";
import type { SourceTable } from "../source/source-table.ts";

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

const rowsLookedAt = 60;
const columnsLookedAt = 200;
const phoneDigits = 7;

/** Of a row: cells that are filled, values among them, values that are no year or number, and the texts of the others. */
type RowLook = { row: number; filled: number; values: number; plainValues: number; others: string[] };

const digitsOf = (text: string): number => text.replaceAll(/\D/g, "").length;

/** A cell that no heading would be: a number, a date, an address of mail, many digits. */
function isValue(text: string): boolean {
  return digitsOf(text) >= phoneDigits || /^[\d\s.,:/€$%+-]+$/.test(text) || text.includes("@");
}

function lookAt(table: SourceTable, row: number): RowLook {
  const look: RowLook = { row, filled: 0, values: 0, plainValues: 0, others: [] };
  for (let column = 0; column < Math.min(table.columns, columnsLookedAt); column++) {
    const text = table.shown(row, column);
    if (text === "") continue;
    look.filled++;
    if (!isValue(text)) look.others.push(text);
    else {
      look.values++;
      if (!/^\d{1,4}$/.test(text)) look.plainValues++;
    }
  }
  return look;
}

/** How many cells are known headings, and how many of those are headings of phones. */
function namesIn({ others }: RowLook): { known: number; phones: number } {
  const known = others.filter(isKnownHeading);
  const phones = known.filter((text) => ["phone", "mobile"].includes(headingKind(text) ?? ""));
  return { known: known.length, phones: phones.length };
}

/** How many cells most rows fill. */
function usualWidth(looks: readonly RowLook[]): number {
  const counts = new Map<number, number>();
  for (const { filled } of looks) counts.set(filled, (counts.get(filled) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/**
 * The heading among the first rows: one whose cells are known names of columns; otherwise the first row as wide as the
 * table (titles above are narrower), when it holds no values and the rows below do.
 */
function guessHeading(looks: readonly RowLook[]): number {
  const width = usualWidth(looks);
  const wide = looks.findIndex(({ filled }) => filled >= Math.max(1, Math.ceil(width * 0.6)));
  const isNamed = (look: RowLook): boolean => {
    const { filled, values, plainValues } = look;
    if (plainValues > 0 || filled < Math.min(2, width)) return false;
    return namesIn(look).known >= Math.max(Math.min(2, filled), values);
  };
  const named = looks.slice(0, 20).findIndex(isNamed);
  const [upper, lower] = [looks[named], looks[named + 1]];
  // In a heading of two rows the lower one names the columns: "Contact" above "Phone" and "E-mail".
  if (upper)
    return lower && namesIn(upper).phones === 0 && namesIn(lower).phones > 0 && isNamed(lower) ? lower.row : upper.row;
  const first = looks[wide];
  if (!first || first.values > 0) return -1;
  if (namesIn(first).known > 0) return first.row;
  const below = looks.slice(wide + 1);
  const withValues = below.filter(({ values }) => values > 0).length;
  return below.length > 0 && withValues * 2 >= below.length ? first.row : -1;
}

/** The row right above a heading, when it is no title: two cells at least, and none of them a value. */
function upperHeading(table: SourceTable, heading: number): number {
  if (heading < 1 || table.rowNumber(heading - 1) !== table.rowNumber(heading) - 1) return -1;
  const { filled, values } = lookAt(table, heading - 1);
  return filled >= 2 && values === 0 ? heading - 1 : -1;
}

function rowNumbered(table: SourceTable, number: number): number {
  for (let row = 0; row < table.rows; row++) if (table.rowNumber(row) === number) return row;
  return -1;
}

/** The rows that are not blank. */
function filledRows(table: SourceTable): Uint32Array {
  const filled = new Uint32Array(table.rows);
  let count = 0;
  for (let row = 0; row < table.rows; row += stretch) {
    count = findFilled(table, filled, count, row, Math.min(row + stretch, table.rows));
  }
  return filled.subarray(0, count);
}

/** Rows gone over in one call: many short calls are soon made by fast code, one long loop late. */
const stretch = 256;

/** Puts those of the rows from `from` to before `to` that are not blank behind the `count` in `filled`; the new count. */
function findFilled(table: SourceTable, filled: Uint32Array, count: number, from: number, to: number): number {
  let found = count;
  for (let row = from; row < to; row++) if (!table.isBlank(row)) filled[found++] = row;
  return found;
}

/** Finds heading and data. `wanted` is the user's own choice of heading row (0: none), null to guess. */
export function layOut(table: SourceTable, wanted: number | null): Layout {
  const filled = filledRows(table);
  const heading =
    wanted === null
      ? guessHeading(Array.from(filled.subarray(0, rowsLookedAt), (row) => lookAt(table, row)))
      : wanted === 0
        ? -1
        : rowNumbered(table, wanted);
  const headerRow = wanted ?? (heading === -1 ? 0 : table.rowNumber(heading));
  let above = 0;
  while (above < filled.length && table.rowNumber(filled[above]!) <= headerRow) above++;
  const dataRows = filled.subarray(above);
  const last = dataRows.at(-1);
  const span = last === undefined ? 0 : table.rowNumber(last) - Math.max(headerRow, 0);
  return {
    heading,
    upperHeading: upperHeading(table, heading),
    headerRow,
    dataRows,
    titleRows: filled.length - dataRows.length - (heading === -1 ? 0 : 1),
    blankRows: Math.max(0, span - dataRows.length - table.hiddenRows),
  };
}
