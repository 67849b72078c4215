import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";

/** Marks a cell whose doubled quotes must be halved, in the top bit of its end. */
export const doubledQuotes = 0x8000_0000;

/** Rows and cells of a text as offsets: cells of row r are `rowStarts[r]` to `rowStarts[r + 1]`. */
export type CellOffsets = {
  rows: number;
  rowStarts: Uint32Array;
  starts: Uint32Array;
  /** Ends, with {@link doubledQuotes} in the top bit. */
  ends: Uint32Array;
};

/** Collects offsets; grows by half, refuses what would not fit into memory. */
export class OffsetCollector {
  private rowStarts: Uint32Array;
  private starts: Uint32Array;
  private ends: Uint32Array;
  private rowCount = 0;
  private cellCount = 0;
  private readonly bytes: number;

  constructor(bytes: number) {
    this.bytes = bytes;
    this.starts = new Uint32Array(Math.max(64, bytes >> 3));
    this.ends = new Uint32Array(this.starts.length);
    this.rowStarts = new Uint32Array(Math.max(16, bytes >> 6));
  }

  get rows(): number {
    return this.rowCount;
  }

  cell(start: number, end: number): void {
    if (this.cellCount === this.starts.length) {
      const size = grownSize(this.starts.length);
      if (size * 8 + this.bytes > limits.heldBytes) throw new Refusal("file.too-large");
      this.starts = grown(this.starts, size);
      this.ends = grown(this.ends, size);
    }
    this.starts[this.cellCount] = start;
    this.ends[this.cellCount++] = end;
  }

  /** Ends a row whose first cell was number `firstCell`. */
  endRow(): void {
    if (this.rowCount + 1 >= this.rowStarts.length) {
      this.rowStarts = grown(this.rowStarts, grownSize(this.rowStarts.length));
    }
    const width = this.cellCount - (this.rowStarts[this.rowCount] ?? 0);
    if (width > limits.columns) throw new Refusal("file.too-large");
    this.rowStarts[++this.rowCount] = this.cellCount;
    if (this.rowCount > limits.rows) throw new Refusal("file.too-large");
  }

  finish(): CellOffsets {
    return {
      rows: this.rowCount,
      rowStarts: this.rowStarts.slice(0, this.rowCount + 1),
      starts: this.starts.slice(0, this.cellCount),
      ends: this.ends.slice(0, this.cellCount),
    };
  }
}

const grownSize = (size: number): number => Math.ceil(size * 1.5);

function grown(old: Uint32Array, size: number): Uint32Array {
  const array = new Uint32Array(size);
  array.set(old);
  return array;
}
