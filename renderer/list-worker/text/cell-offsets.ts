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
  starts = new Uint32Array(0);
  ends = new Uint32Array(0);
  rowStarts = new Uint32Array(0);
  private readonly bytes: number;

  constructor(bytes: number) {
    this.bytes = bytes;
  }

  /**
   * Makes room for so many more cells, and as many rows, behind the `cells` and `rows` that the first `scanned` bytes
   * have, with luck for all that are to come. Throws a refusal when they would not fit into memory.
   */
  reserve(more: number, cells: number, rows: number, scanned: number): void {
    const toCome = (found: number): number => Math.ceil((found / Math.max(1, scanned)) * this.bytes * 1.1);
    if (cells + more > this.starts.length) {
      if (cells + more > this.mostCells) throw new Refusal("file.too-large");
      const wanted = Math.max(cells + more, toCome(cells), Math.ceil(this.starts.length * 1.5));
      this.starts = grown(this.starts, Math.min(wanted, this.mostCells));
      this.ends = grown(this.ends, this.starts.length);
    }
    if (rows + more >= this.rowStarts.length) {
      // A text of more rows than a sheet can have is refused before it has many more.
      const wanted = Math.min(Math.max(toCome(rows), Math.ceil(this.rowStarts.length * 1.5)), limits.rows);
      this.rowStarts = grown(this.rowStarts, Math.max(rows + more + 1, wanted));
    }
  }

  private get mostCells(): number {
    return Math.floor((limits.heldBytes - this.bytes) / bytesOfCell);
  }
}

function grown(old: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const array = new Uint32Array(size);
  array.set(old);
  return array;
}
