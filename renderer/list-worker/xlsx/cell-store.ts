import type { HeldMemory } from "../source/held-memory.ts";
import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";

/** What the value of a stored cell means. */
export const cellKinds = { shared: 1, own: 2, number: 3, boolean: 4 } as const;
export type CellKindCode = (typeof cellKinds)[keyof typeof cellKinds];

const cellBytes = 13;

/** The cells of a sheet, row after row, without the empty ones, as columns of numbers. */
export class CellStore {
  rows = 0;
  cells = 0;
  rowNumbers = new Uint32Array(256);
  /** `rowStarts[r]` to `rowStarts[r + 1]` are the cells of row r. */
  rowStarts = new Uint32Array(257);
  columns = new Uint16Array(1_024);
  kinds = new Uint8Array(1_024);
  styles = new Uint16Array(1_024);
  /** The number itself, or the number of the text in its pool. */
  values = new Float64Array(1_024);
  /** True once some row had its cells out of order. */
  unordered = false;
  private readonly memory: HeldMemory;

  constructor(memory: HeldMemory) {
    this.memory = memory;
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
      this.memory.hold(this.rowNumbers.length * 8);
      this.rowNumbers = grown(this.rowNumbers, new Uint32Array(this.rowNumbers.length * 2));
      this.rowStarts = grown(this.rowStarts, new Uint32Array(this.rowNumbers.length + 1));
    }
    this.rowNumbers[this.rows++] = rowNumber;
    this.rowStarts[this.rows] = this.cells;
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
    this.memory.hold((size - this.columns.length) * cellBytes);
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
