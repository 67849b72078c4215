import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";

/** Marks a cell whose doubled quotes must be halved, in the top bit of its end. */
export const doubledQuotes = 0x8000_0000;

/** Rows and cells of a text as offsets: cells of row r are `rowStarts[r]` to `rowStarts[r + 1]`. */
export type CellOffsets = {
  rows: number;
  /** Cells of the row that has most. */
  widest: number;
  rowStarts: Uint32Array;
  starts: Uint32Array;
  /** Ends, with {@link doubledQuotes} in the top bit. */
  ends: Uint32Array;
};

/** Two offsets a cell. */
const bytesOfCell = 8;

/** The arrays that offsets are written into while a text of `bytes` bytes is scanned. They grow without losing any. */
export class OffsetArrays {
  starts: Uint32Array;
  ends: Uint32Array;
  rowStarts: Uint32Array;
  private readonly bytes: number;

  constructor(bytes: number) {
    this.bytes = bytes;
    // Room for cells of eight bytes: what is not written to costs nothing.
    const cells = Math.min(bytes >> 3, this.mostCells);
    this.starts = new Uint32Array(cells);
    this.ends = new Uint32Array(cells);
    this.rowStarts = new Uint32Array(bytes >> 6);
  }

  /**
   * Makes room for so many more cells, and as many rows, behind the `cells` and `rows` that the first `scanned` bytes
   * have. Throws a refusal when they would not fit into memory.
   */
  reserve(more: number, cells: number, rows: number, scanned: number): void {
    if (cells + more > this.starts.length) {
      if (cells + more > this.mostCells) throw new Refusal("file.too-large");
      const expected = Math.ceil((cells / Math.max(1, scanned)) * this.bytes * 1.1);
      const size = Math.min(this.mostCells, Math.max(cells + more, expected));
      this.starts = grown(this.starts, size);
      this.ends = grown(this.ends, size);
    }
    if (rows + more >= this.rowStarts.length) {
      this.rowStarts = grown(this.rowStarts, rows + more + 1 + (this.rowStarts.length >> 1));
    }
  }

  private get mostCells(): number {
    return Math.floor((limits.heldBytes - this.bytes) / bytesOfCell);
  }
}

function grown(old: Uint32Array, size: number): Uint32Array {
  const array = new Uint32Array(size);
  array.set(old);
  return array;
}
