import type { Edit } from "../../../shared/recipients/reading.ts";
import type { SourceTable } from "../source/source-table.ts";
import type { Layout } from "./layout.ts";

/** What a phone cell holds, and whether the file has it as a number. */
export type PhoneCell = { text: string; kind: "text" | "number" };

const columnsOfKey = 16_384;

/** The rows of the list: those of the file below its heading, then those typed by hand; cells as corrected. */
export class ListRows {
  readonly fileRows: number;
  private readonly table: SourceTable;
  private readonly dataRows: Uint32Array;
  private readonly lastFileRow: number;
  private readonly corrected = new Map<number, string>();
  private readonly correctedRows = new Set<number>();
  private readonly added: string[][] = [];

  constructor(table: SourceTable, layout: Layout) {
    this.table = table;
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

  /** The cell as displayed, corrections included. */
  cell(row: number, column: number): string {
    const corrected = this.correction(row, column);
    if (corrected !== undefined) return corrected;
    if (row >= this.fileRows) return this.added[row - this.fileRows]?.[column] ?? "";
    return this.table.shown(this.dataRows[row] ?? 0, column);
  }

  /** The cell as a phone is read from it: a number by its value, never by what its format shows. */
  phoneCell(row: number, column: number): PhoneCell {
    if (row >= this.fileRows || this.correction(row, column) !== undefined) {
      return { text: this.cell(row, column), kind: "text" };
    }
    const source = this.dataRows[row] ?? 0;
    return { text: this.table.exact(source, column), kind: this.table.isNumber(source, column) ? "number" : "text" };
  }

  /** All cells in lower case, for searching. */
  searchText(row: number): string {
    if (row < this.fileRows && !this.correctedRows.has(row)) return this.table.searchText(this.dataRows[row] ?? 0);
    return Array.from({ length: this.columns }, (_, column) => this.cell(row, column))
      .join("\n")
      .toLowerCase();
  }

  /** Corrects a cell; gives its row, -1 when there is no such cell. */
  correct(edit: Extract<Edit, { kind: "cell" }>): number {
    const row = this.rowNumbered(edit.row);
    if (row === -1 || edit.column >= this.columns) return -1;
    this.corrected.set(row * columnsOfKey + edit.column, edit.value.trim());
    this.correctedRows.add(row);
    return row;
  }

  /** Adds a row typed by hand; gives its place. */
  add(values: readonly string[]): number {
    this.added.push(values.slice(0, this.columns).map((value) => value.trim()));
    return this.count - 1;
  }

  private correction(row: number, column: number): string | undefined {
    return this.correctedRows.has(row) ? this.corrected.get(row * columnsOfKey + column) : undefined;
  }
}
