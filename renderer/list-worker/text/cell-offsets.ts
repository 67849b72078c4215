import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";
import type { CellPlace } from "../source/source-table.ts";

/** Marks a cell in quotes, in the bit of its end below the top one. */
export const inQuotes = 0x4000_0000;
/** Marks a cell in quotes whose doubled quotes must be halved, in the top bit of its end. */
export const doubledQuotes = 0x8000_0000;
/** What of a marked end is the place: no text has so many bytes as would need more, see {@link OffsetArrays}. */
export const placeBits = 0x3fff_ffff;

const [space, lineFeed, carriageReturn] = [32, 10, 13];

/**
 * Rows and cells of a text as offsets: one a cell, the place of the delimiter or line end behind it, with its marks.
 * Where a cell starts, and what lies within its quotes, is worked out when asked for: few cells ever are.
 */
export class CellOffsets {
  readonly rows: number;
  /** Cells of the row that has most. */
  readonly widest: number;
  /** Cells of row r are `rowStarts[r]` to before `rowStarts[r + 1]`. */
  readonly rowStarts: Uint32Array;
  /** Where each cell ends, quotes and all, with {@link inQuotes} and {@link doubledQuotes}. */
  readonly ends: Uint32Array;
  private readonly bytes: Uint8Array;
  /** Where the first cell starts. */
  private readonly from: number;

  constructor(bytes: Uint8Array, from: number, widest: number, rowStarts: Uint32Array, ends: Uint32Array) {
    this.bytes = bytes;
    this.from = from;
    this.rows = rowStarts.length - 1;
    this.widest = widest;
    this.rowStarts = rowStarts;
    this.ends = ends;
  }

  /** Where the content of a cell starts; `row` is the row that it is in. */
  start(row: number, cell: number): number {
    const { bytes, ends } = this;
    let start = this.from;
    if (cell > 0) {
      start = (ends[cell - 1]! & placeBits) + 1;
      const afterBreak = cell === this.rowStarts[row];
      if (afterBreak && bytes[start - 1] === carriageReturn && bytes[start] === lineFeed) start++;
    }
    if ((ends[cell]! & inQuotes) === 0) return start;
    while (bytes[start] === space) start++;
    return start + 1;
  }

  /** Where the content of a cell ends; not before its start. */
  end(cell: number): number {
    const marked = this.ends[cell]!;
    let end = marked & placeBits;
    if ((marked & inQuotes) === 0) return end;
    while (this.bytes[end - 1] === space) end--;
    return end - 1;
  }

  /** Puts where the content of a cell lies into `place`; false where doubled quotes must be halved. */
  locate(row: number, cell: number, place: CellPlace): boolean {
    const marked = this.ends[cell]!;
    if (marked >= doubledQuotes) return false;
    const isPlain = marked < inQuotes && cell > this.rowStarts[row]!;
    place.start = isPlain ? (this.ends[cell - 1]! & placeBits) + 1 : this.start(row, cell);
    place.end = isPlain ? marked : this.end(cell);
    return true;
  }

  /** Whether the doubled quotes of a cell must be halved. */
  isDoubled(cell: number): boolean {
    return this.ends[cell]! >= doubledQuotes;
  }
}

const bytesOfCell = Uint32Array.BYTES_PER_ELEMENT;

/** The arrays that offsets are written into while a text of `bytes` bytes is scanned. They grow without losing any. */
export class OffsetArrays {
  ends = new Uint32Array(0);
  rowStarts = new Uint32Array(1);
  private readonly bytes: number;

  constructor(bytes: number) {
    this.bytes = bytes;
  }

  /**
   * Makes room for so many cells and rows, which the first `scanned` bytes have, with luck for all that are to come.
   * Throws a refusal when they would not fit into memory.
   */
  reserve(cells: number, rows: number, scanned: number): void {
    const inAll = (found: number): number => Math.ceil((found / scanned) * this.bytes * 1.1);
    if (cells > this.ends.length) {
      if (cells > this.mostCells) throw new Refusal("file.too-large");
      const wanted = Math.max(cells, inAll(cells), Math.ceil(this.ends.length * 1.5));
      this.ends = grown(this.ends, Math.min(wanted, this.mostCells));
    }
    if (rows >= this.rowStarts.length) {
      // A text of more rows than a sheet can have is refused before it has many more.
      const wanted = Math.min(Math.max(inAll(rows), Math.ceil(this.rowStarts.length * 1.5)), limits.rows);
      this.rowStarts = grown(this.rowStarts, Math.max(rows, wanted) + 1);
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
