import type { PlainPlan } from "../../../shared/recipients/phone-short-cut.ts";
import type { PlainPhones, PlainVerdicts } from "../kernel/plain-phones.ts";
import { limits } from "../source/limits.ts";
import {
  type CellForm,
  type CellPlace,
  type Holding,
  holding,
  type SourceTable,
  type WordSearch,
} from "../source/source-table.ts";
import { nobodyCrossedOut } from "./crossed-out.ts";
import type { Layout } from "./layout.ts";
import { grown } from "./verdict-codes.ts";

/**
 * What a phone cell holds, and whether the file has it as a number; `left` is what of it is not crossed out, where some
 * of it is and its row is not crossed out as a whole.
 */
export type PhoneCell = { text: string; kind: "text" | "number"; left?: string };

const columnsOfKey = 16_384;
const [space, beyondAscii] = [32, 127];

const noPlace = (): CellPlace => ({ bytes: new Uint8Array(0), start: 0, end: 0, number: 0 });

function areSameBytes(one: CellPlace, other: CellPlace): boolean {
  const length = one.end - one.start;
  if (other.end - other.start !== length) return false;
  for (let at = 0; at < length; at++) if (one.bytes[one.start + at] !== other.bytes[other.start + at]) return false;
  return true;
}

/** The rows of the list: those of the file below its heading, then those typed by hand; cells as corrected. */
export class ListRows {
  readonly fileRows: number;
  private readonly table: SourceTable;
  private readonly dataRows: Uint32Array;
  private readonly lastFileRow: number;
  /** Marked with 1 by {@link crossedOutRows}; empty where none is. */
  readonly crossedOut: Uint8Array;
  /** The corrected cells by column and row; which rows have any. Arrays: a million corrections in a map take seconds to look at. */
  private readonly corrected: (string | undefined)[][] = [];
  private correctedRows = new Uint8Array(0);
  private filled = new Map<number, string>();
  private filledRows = new Set<number>();
  private readonly added: string[][] = [];
  private readonly one = noPlace();
  private readonly other = noPlace();

  constructor(table: SourceTable, layout: Layout, crossedOut: Uint8Array = nobodyCrossedOut) {
    this.table = table;
    this.crossedOut = crossedOut;
    this.dataRows = layout.dataRows;
    this.fileRows = layout.dataRows.length;
    this.lastFileRow = table.rows === 0 ? layout.headerRow : table.rowNumber(table.rows - 1);
  }

  get count(): number {
    return this.fileRows + this.added.length;
  }

  get columns(): number {
    return this.table.columns;
  }

  /** What the bytes of cells are in: see {@link SourceTable}. */
  get encoding(): string | null {
    return this.table.encoding === undefined ? "utf-8" : this.table.encoding;
  }

  /** The file's own number of a row; rows typed by hand continue after the last one. */
  rowNumber(row: number): number {
    if (row >= this.fileRows) return this.lastFileRow + 1 + row - this.fileRows;
    return this.table.rowNumber(this.dataRows[row] ?? 0);
  }

  /** The row with this number, or -1. */
  rowNumbered(number: number): number {
    if (number > this.lastFileRow) {
      const row = this.fileRows + number - this.lastFileRow - 1;
      return row < this.count ? row : -1;
    }
    let low = 0;
    let high = this.fileRows - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.rowNumber(middle);
      if (found === number) return middle;
      if (found < number) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** One number for a cell, as the maps of cells have it. */
  key(row: number, column: number): number {
    return row * columnsOfKey + column;
  }

  /** Sets what empty cells are filled with, by {@link key}; all that were filled before are empty again. */
  fill(cells: Map<number, string>): void {
    this.filled = cells;
    this.filledRows = new Set(Array.from(cells.keys(), (key) => Math.floor(key / columnsOfKey)));
  }

  /** The cell as displayed, corrections included, and what was filled in from duplicates. */
  cell(row: number, column: number): string {
    const own = this.ownCell(row, column);
    return own === "" && this.filledRows.has(row) ? (this.filled.get(this.key(row, column)) ?? "") : own;
  }

  /** The cell without what was filled in. */
  ownCell(row: number, column: number): string {
    const corrected = this.correction(row, column);
    if (corrected !== undefined) return corrected;
    return this.asRead(row, column);
  }

  /** Whether {@link ownCell} is empty; mostly seen without making a text of it. */
  isEmptyCell(row: number, column: number): boolean {
    const place = this.locateShown(row, column, this.one);
    if (place !== null && place.start === place.end) return true;
    const isSeen = place !== null && place.bytes[place.start]! > space && place.bytes[place.start]! < beyondAscii;
    return !isSeen && this.ownCell(row, column) === "";
  }

  /** Whether {@link ownCell} is the same in two rows; mostly seen without making texts of them. */
  isSameCell(row: number, other: number, column: number): boolean {
    const [one, another] = [this.locateShown(row, column, this.one), this.locateShown(other, column, this.other)];
    const areSame = one !== null && another !== null && areSameBytes(one, another);
    return areSame || this.ownCell(row, column) === this.ownCell(other, column);
  }

  /** Where a cell stands in bytes, if it is shown by what stands there, with white space around it; put into `place`. */
  locateShown(row: number, column: number, place: CellPlace): CellPlace | null {
    if (this.table.showsOwnValues !== true || row >= this.fileRows || this.isCorrected(row)) return null;
    return this.table.locate(this.dataRows[row]!, column, place) === "bytes" ? place : null;
  }

  /** The columns of a row that were corrected, each with what the file has there. */
  corrections(row: number): { column: number; before: string }[] {
    if (!this.isCorrected(row)) return [];
    const columns = Array.from({ length: this.columns }, (_, column) => column);
    return columns
      .filter((column) => this.correction(row, column) !== undefined)
      .map((column) => ({ column, before: this.asRead(row, column) }));
  }

  /** The cell as a phone is read from it: a number by its value, never by what its format shows. */
  phoneCell(row: number, column: number): PhoneCell {
    if (row >= this.fileRows || this.correction(row, column) !== undefined) {
      return { text: this.ownCell(row, column), kind: "text" };
    }
    const source = this.dataRows[row] ?? 0;
    const left = this.leftOf(row, column);
    const text = this.table.exact(source, column);
    const kind = this.table.isNumber(source, column) ? "number" : "text";
    return left === null ? { text, kind } : { text, kind, left };
  }

  /** Where a phone cell stands as the file has it; `strings` for one that was typed or is crossed out, see {@link phoneCell}. */
  locatePhone(row: number, column: number, place: CellPlace): CellForm {
    if (row >= this.fileRows || this.correction(row, column) !== undefined) return "strings";
    if (this.table.notCrossedOut !== undefined && this.leftOf(row, column) !== null) return "strings";
    return this.table.locate(this.dataRows[row]!, column, place);
  }

  /** Reads the phones of the rows from `from` to before `to` as the file has them, many at once; null where it cannot. */
  plainPhones(from: number, to: number, column: number, plan: PlainPlan, as: PlainVerdicts): PlainPhones | null {
    if (to > this.fileRows || this.correctedRows.length > 0) return null;
    return this.table.plainPhones?.(this.dataRows.subarray(from, to), column, plan, as) ?? null;
  }

  /** Whether the cells of a row hold a word, as far as that is known without {@link searchText}. */
  holds(row: number, search: WordSearch): Holding {
    return this.isAsRead(row) ? this.table.holds(this.dataRows[row] ?? 0, search) : holding.perhaps;
  }

  /** All cells in lower case, for searching. */
  searchText(row: number): string {
    if (this.isAsRead(row)) return this.table.searchText(this.dataRows[row] ?? 0);
    return Array.from({ length: this.columns }, (_, column) => this.cell(row, column))
      .join("\n")
      .toLowerCase();
  }

  /** Corrects a cell; false when there is no such cell. */
  correct(row: number, column: number, value: string): boolean {
    if (row < 0 || row >= this.count || column >= this.columns) return false;
    (this.corrected[column] ??= [])[row] = value.trim().slice(0, limits.cellCharacters);
    this.correctedRows = grown(this.correctedRows, this.count);
    this.correctedRows[row] = 1;
    return true;
  }

  /** Adds a row typed by hand; gives its place. */
  add(values: readonly string[]): number {
    this.added.push(values.slice(0, this.columns).map((value) => value.trim()));
    return this.count - 1;
  }

  private leftOf(row: number, column: number): string | null {
    if (this.table.notCrossedOut === undefined || this.crossedOut[row] === 1) return null;
    return this.table.notCrossedOut(this.dataRows[row] ?? 0, column);
  }

  /** Whether all cells of a row are those of the file. */
  private isAsRead(row: number): boolean {
    return row < this.fileRows && !this.isCorrected(row) && !this.filledRows.has(row);
  }

  private isCorrected(row: number): boolean {
    return this.correctedRows[row] === 1;
  }

  private correction(row: number, column: number): string | undefined {
    return this.isCorrected(row) ? this.corrected[column]?.[row] : undefined;
  }

  /** The cell as the file has it, or as its row was typed. */
  private asRead(row: number, column: number): string {
    if (row >= this.fileRows) return this.added[row - this.fileRows]?.[column] ?? "";
    return this.table.shown(this.dataRows[row] ?? 0, column);
  }
}
