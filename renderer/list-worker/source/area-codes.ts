import { isAreaCodeHeading } from "../../../shared/recipients/area-headings.ts";
import { headingKind } from "../../../shared/recipients/headings.ts";
import type { PlainPlan } from "../../../shared/recipients/phone-short-cut.ts";
import type { PlainPhones, PlainVerdicts } from "../kernel/plain-phones.ts";
import type { CellForm, CellPlace, Holding, SourceBook, SourceTable, WordSearch } from "./source-table.ts";

/** The heading is among so many rows, and the phones in one of so many columns. */
const [headingRows, columnsLookedAt] = [10, 200];

/** An area code: `0171`, `(221)`, `+43 664`. */
const areaCode = /^(?=(?:\D*\d){1,7}\D*$)[+(]*\d[\d\s()/-]*$/;
/** The rest of a number: its digits alone, and not so many that an area code is among them. */
const localNumber = /^(?=(?:\D*\d){4,9}\D*$)[1-9][\d\s/.-]*$/;

/** Cells of a heading are no longer, and hold letters. */
const mayBeHeading = /^(?=.{0,60}$).*\p{L}/su;

function isPhoneHeading(cell: string): boolean {
  const kind = mayBeHeading.test(cell) ? headingKind(cell) : null;
  return kind === "phone" || kind === "mobile";
}

/**
 * The columns of phones right behind one of area codes, with that one, and the row of their headings, which is the first
 * one that names a phone; null without any.
 */
function codesBeside(table: SourceTable): { heading: number; codes: ReadonlyMap<number, number> } | null {
  const columns = Array.from({ length: Math.min(table.columns, columnsLookedAt) }, (_, column) => column);
  for (const heading of table.filledRows().subarray(0, headingRows)) {
    const cell = (column: number): string => table.shown(heading, column);
    const phones = columns.filter((column) => isPhoneHeading(cell(column)));
    const behind = phones.filter((at) => at > 0 && isAreaCodeHeading(cell(at - 1)) && !isAreaCodeHeading(cell(at)));
    if (behind.length > 0) return { heading, codes: new Map(behind.map((column) => [column, column - 1])) };
    if (phones.length > 0) return null;
  }
  return null;
}

/** A table whose phones have their area codes in a column of their own: each has them in front of its digits too. */
class JoinedTable implements SourceTable {
  readonly notCrossedOut?: (row: number, column: number) => string | null;
  readonly encoding?: string | null;
  private readonly table: SourceTable;
  private readonly heading: number;
  private readonly codes: ReadonlyMap<number, number>;

  constructor(table: SourceTable, heading: number, codes: ReadonlyMap<number, number>) {
    this.table = table;
    this.heading = heading;
    this.codes = codes;
    if (table.encoding !== undefined) this.encoding = table.encoding;
    if (table.notCrossedOut !== undefined)
      this.notCrossedOut = (row, column) => table.notCrossedOut?.(row, column) ?? null;
  }

  get rows(): number {
    return this.table.rows;
  }

  get columns(): number {
    return this.table.columns;
  }

  get hiddenRows(): number {
    return this.table.hiddenRows;
  }

  get hiddenColumns(): number {
    return this.table.hiddenColumns;
  }

  get coveredCells(): number {
    return this.table.coveredCells;
  }

  get repeatedHeadings(): number {
    return this.table.repeatedHeadings ?? 0;
  }

  /** The whole number of a row; null where the cell is none without an area code, or its row has no code. */
  private joined(row: number, column: number): string | null {
    const codes = this.codes.get(column);
    if (codes === undefined || row <= this.heading) return null;
    const [code, local] = [this.table.exact(row, codes).trim(), this.table.exact(row, column).trim()];
    return areaCode.test(code) && localNumber.test(local) && !isWhole(code, local) ? `${code} ${local}` : null;
  }

  rowNumber(row: number): number {
    return this.table.rowNumber(row);
  }

  fileColumn(column: number): number {
    return this.table.fileColumn(column);
  }

  filledRows(): Uint32Array {
    return this.table.filledRows();
  }

  shown(row: number, column: number): string {
    return this.joined(row, column) ?? this.table.shown(row, column);
  }

  exact(row: number, column: number): string {
    return this.joined(row, column) ?? this.table.exact(row, column);
  }

  locate(row: number, column: number, place: CellPlace): CellForm {
    return this.joined(row, column) === null ? this.table.locate(row, column, place) : "strings";
  }

  plainPhones(rows: Uint32Array, column: number, plan: PlainPlan, as: PlainVerdicts): PlainPhones | null {
    return this.codes.has(column) ? null : (this.table.plainPhones?.(rows, column, plan, as) ?? null);
  }

  isNumber(row: number, column: number): boolean {
    return this.joined(row, column) === null && this.table.isNumber(row, column);
  }

  /** An area code and its rest are two words to a search, wherever they stand in the row. */
  holds(row: number, search: WordSearch): Holding {
    return this.table.holds(row, search);
  }

  searchText(row: number): string {
    return this.table.searchText(row);
  }
}

/** Whether a number begins with its area code already. */
function isWhole(code: string, local: string): boolean {
  const [area, digits] = [code, local].map((text) => text.replaceAll(/\D/g, ""));
  return digits!.length >= 9 && digits!.startsWith(area!.replace(/^0+/, ""));
}

/**
 * The book of a table that keeps area codes in a column before its phones, `Vorwahl` and `Rufnummer`, with whole numbers:
 * in countries whose landlines have any length the rest alone is the number of a stranger. The book itself without such
 * a column.
 */
export function withAreaCodes(book: SourceBook): SourceBook {
  const found = codesBeside(book.table);
  return found === null ? book : { ...book, table: new JoinedTable(book.table, found.heading, found.codes) };
}
