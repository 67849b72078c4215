import type { HeldMemory } from "../source/held-memory.ts";
import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";

/** What the value of a stored cell means. */
export const cellKinds = { shared: 1, own: 2, number: 3, boolean: 4 } as const;
export type CellKindCode = (typeof cellKinds)[keyof typeof cellKinds];

const cellBytes = 13;
const rowBytes = 8;
/** Bytes of XML that a cell takes, and a row, roughly: growing by copies costs more than a guess that is too large. */
const xmlOfCell = 40;
const xmlOfRow = 200;
/** Room made at first at most, for a file may lie about its size. */
const mostCellsAtFirst = 8_000_000;

/** The cells of a sheet, row after row, without the empty ones, as columns of numbers. */
export class CellStore {
  rows = 0;
  cells = 0;
  rowNumbers: Uint32Array<ArrayBuffer>;
  /** `rowStarts[r]` to `rowStarts[r + 1]` are the cells of row r. */
  rowStarts: Uint32Array<ArrayBuffer>;
  columns: Uint16Array<ArrayBuffer>;
  kinds: Uint8Array<ArrayBuffer>;
  styles: Uint16Array<ArrayBuffer>;
  /** The number itself, or the number of the text in its pool. */
  values: Float64Array<ArrayBuffer>;
  /** True once some row had its cells out of order. */
  unordered = false;
  private readonly memory: HeldMemory;

  /** `xmlBytes` is how long the sheet is said to be, where that is known. */
  constructor(memory: HeldMemory, xmlBytes = 0) {
    this.memory = memory;
    const cells = Math.min(Math.max(1_024, Math.ceil(xmlBytes / xmlOfCell)), mostCellsAtFirst);
    const rows = Math.min(Math.max(256, Math.ceil(xmlBytes / xmlOfRow)), limits.rows);
    memory.hold(cells * cellBytes + rows * rowBytes);
    this.rowNumbers = new Uint32Array(rows);
    this.rowStarts = new Uint32Array(rows + 1);
    this.columns = new Uint16Array(cells);
    this.kinds = new Uint8Array(cells);
    this.styles = new Uint16Array(cells);
    this.values = new Float64Array(cells);
  }

  add(column: number, kind: CellKindCode, style: number, value: number): void {
    if (column >= limits.columns) throw new Refusal("file.hostile");
    if (this.cells === this.columns.length) this.growCells();
    const at = this.cells++;
    if (at > (this.rowStarts[this.rows] ?? 0) && column <= (this.columns[at - 1] ?? 0)) this.unordered = true;
    this.columns[at] = column;
    this.kinds[at] = kind;
    this.styles[at] = style;
    this.values[at] = value;
  }

  /** Ends the row of this number (1-based); a row without cells leaves no trace. */
  endRow(rowNumber: number): void {
    if (rowNumber > limits.rows) throw new Refusal("file.hostile");
    if (this.cells === this.rowStarts[this.rows]) return;
    if (this.rows + 1 === this.rowNumbers.length) {
      this.memory.hold(this.rowNumbers.length * rowBytes);
      this.rowNumbers = grown(this.rowNumbers, new Uint32Array(this.rowNumbers.length * 2));
      this.rowStarts = grown(this.rowStarts, new Uint32Array(this.rowNumbers.length + 1));
    }
    this.rowNumbers[this.rows++] = rowNumber;
    this.rowStarts[this.rows] = this.cells;
  }

  /** Takes out the cells that are marked with 1, and the rows of which nothing is left. */
  remove(marked: Uint8Array): void {
    let [rows, cells] = [0, 0];
    for (let row = 0, at = 0; row < this.rows; row++) {
      const end = this.rowStarts[row + 1] ?? 0;
      for (; at < end; at++) {
        if (marked[at] === 1) continue;
        this.columns[cells] = this.columns[at] ?? 0;
        this.kinds[cells] = this.kinds[at] ?? 0;
        this.styles[cells] = this.styles[at] ?? 0;
        this.values[cells++] = this.values[at] ?? 0;
      }
      if (cells === (this.rowStarts[rows] ?? 0)) continue;
      this.rowNumbers[rows++] = this.rowNumbers[row] ?? 0;
      this.rowStarts[rows] = cells;
    }
    this.rows = rows;
    this.cells = cells;
  }

  /** Where the cell of a column is, or -1. */
  find(row: number, column: number): number {
    const first = this.rowStarts[row] ?? 0;
    const end = this.rowStarts[row + 1] ?? 0;
    if (this.unordered) {
      for (let at = end - 1; at >= first; at--) if (this.columns[at] === column) return at;
      return -1;
    }
    // A cell is at most as far from the row's first one as its column is from the left.
    let at = Math.min(first + column, end - 1);
    while (at >= first && (this.columns[at] ?? 0) > column) at--;
    return at >= first && this.columns[at] === column ? at : -1;
  }

  private growCells(): void {
    const size = Math.ceil(this.columns.length * 1.5);
    this.memory.hold((size - this.columns.length) * cellBytes, this.columns.length * cellBytes);
    this.columns = grown(this.columns, new Uint16Array(size));
    this.kinds = grown(this.kinds, new Uint8Array(size));
    this.styles = grown(this.styles, new Uint16Array(size));
    this.values = grown(this.values, new Float64Array(size));
  }
}

type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

function grown<T extends Numbers>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
