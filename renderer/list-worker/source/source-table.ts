import type { PlainPlan } from "../../../shared/recipients/phone-short-cut.ts";
import type { PlainPhones, PlainVerdicts } from "../kernel/plain-phones.ts";

/** Where the value of a cell stands: its text in bytes of UTF-8 or another of ASCII's family, or the number itself. */
export type CellPlace = { bytes: Uint8Array; start: number; end: number; number: number };

/** Whether bytes hold what is searched for; `perhaps` where only a string made of them tells. */
export const holding = { no: 0, perhaps: 1, surely: 2 } as const;
export type Holding = (typeof holding)[keyof typeof holding];

/** What is searched for in the cells of a row: see {@link TextSearch}. */
export type WordSearch = {
  /** Whether it has a letter, which most numbers are shown without. */
  hasLetters: boolean;
  look(place: CellPlace): Holding;
  isIn(text: string): boolean;
};

/** Which part of a {@link CellPlace} counts; none for `strings`, whose text must be asked for. */
export type CellForm = "bytes" | "number" | "strings";

/**
 * One table as every reader hands it on. Rows count from 0 and include blank ones; hidden rows and columns, what lies
 * under merged cells, and columns without any content are already left out. Strings are made when asked for, never before.
 */
export interface SourceTable {
  readonly rows: number;
  readonly columns: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Cells under merged ones that hold something, which nobody sees. */
  readonly coveredCells: number;
  /** Rows that are the heading once more, on the pages of a report; none where it is left out. */
  readonly repeatedHeadings?: number;
  /** The file's own row number (1-based) of a row; ascending. */
  rowNumber(row: number): number;
  /** 0-based column of the file, for its letter. */
  fileColumn(column: number): number;
  /** The rows that hold anything but white space, ascending. */
  filledRows(): Uint32Array;
  /** The cell as the spreadsheet shows it, without white space around it. */
  shown(row: number, column: number): string;
  /** The cell's own value: all digits of a number whatever its format shows; text as it stands. */
  exact(row: number, column: number): string;
  /**
   * Puts where the cell's own value stands into `place`, so that it can be read without a string: what {@link exact}
   * gives, with white space around it. No bytes for an empty cell.
   */
  locate(row: number, column: number, place: CellPlace): CellForm;
  /** Reads phones of many rows at once, where a table can: see {@link readPlainPhones}. */
  plainPhones?(rows: Uint32Array, column: number, plan: PlainPlan, as: PlainVerdicts): PlainPhones | null;
  /** Left out where a cell may be shown otherwise than by its own value: then cells are compared as they are shown. */
  readonly showsOwnValues?: true;
  /**
   * What of a cell is not crossed out, "" where all of it is; null where nothing is, and for an empty cell. Left out where
   * the table crosses nothing out.
   */
  notCrossedOut?(row: number, column: number): string | null;
  /** True where the file holds a number rather than text. */
  isNumber(row: number, column: number): boolean;
  /** What the bytes of {@link locate} are in: UTF-8 where it is left out, null where not all are in the same. */
  readonly encoding?: string | null;
  /** Whether the cells of the row hold a word, as far as that is known without {@link searchText}. */
  holds(row: number, search: WordSearch): Holding;
  /** All cells of the row in one string, lower case, for searching only. */
  searchText(row: number): string;
}

export type SheetView = { index: number; name: string; hidden: boolean; rows: number };

/** What a reader made of a source. */
export type SourceBook = {
  format: "csv" | "xlsx" | "xls" | "ods";
  encoding: string | null;
  /** What the lines of a text are in that are not in `encoding`; left out where all are. */
  mixedWith?: string | null;
  delimiter: "," | ";" | "\t" | "|" | null;
  sheet: number | null;
  sheets: SheetView[];
  table: SourceTable;
  /** Cells of the sheet that are formulas without a result; left out where there are none. */
  unworked?: number;
};

/** Tells how far a long act is. */
export type OnProgress = (phase: "reading" | "numbers" | "handing-over", done: number, total: number | null) => void;

/** A, B, … Z, AA, … for a 0-based column. */
export function columnLetter(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
