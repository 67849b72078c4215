import { kernel } from "../kernel/kernel.ts";
import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";
import { CellOffsets, OffsetArrays } from "./cell-offsets.ts";

export type ScanOptions = {
  /** The delimiter's byte. */
  delimiter: number;
  /** Where to begin: after a mark or a `sep=` line. */
  from: number;
  /** Stop after so many rows. */
  rows: number;
  onProgress: (done: number) => void;
};

/** Bytes between two words about the progress. */
const reportEvery = 4 * 1024 * 1024;

/**
 * Finds rows and cells in the bytes of a text (UTF-8 or any encoding of one byte a character). Understands quoted
 * cells with line breaks, doubled and undoubled quotes inside, ragged rows, and LF, CRLF, CR in any mixture.
 * A quote that opens a cell and is never sensibly closed is a sign like any other: it must not swallow the file.
 * `piece`: bytes scanned in one go, few enough to stay in the processor's own memory; nothing else depends on it.
 */
export function scanCells(bytes: Uint8Array, options: ScanOptions, piece = 64 * 1024): CellOffsets {
  const { delimiter, from, onProgress } = options;
  const { calls } = kernel;
  const arrays = new OffsetArrays(bytes.length);
  let [at, cells, rows, widest, most] = [from, 0, 0, 0, piece];
  calls.beginCells();
  for (let reportAt = from + reportEvery; at < bytes.length && rows < options.rows;) {
    const until = Math.min(at + most, bytes.length);
    const openCells = cells - arrays.rowStarts[rows]!;
    kernel.takeBytes(bytes, at, until);
    calls.findCells(delimiter, until - at, at, cells, openCells, until === bytes.length, most === kernel.pieceRoom);
    const [done, moreCells, moreRows] = [calls.done.value, calls.cells.value, calls.rows.value];
    // A quoted cell that reaches beyond the piece is looked at once more, at the beginning of one that has room for it.
    most = done === 0 ? kernel.pieceRoom : piece;
    if (done === 0) continue;
    at += done;
    arrays.reserve(cells + moreCells, rows + moreRows, at);
    arrays.ends.set(kernel.ends.subarray(0, moreCells), cells);
    arrays.rowStarts.set(kernel.rowStarts.subarray(0, moreRows), rows + 1);
    cells += moreCells;
    rows += moreRows;
    // A piece may have wider rows behind those that are asked for.
    const hasMore = rows >= options.rows;
    widest = hasMore
      ? widestOf(arrays.rowStarts, options.rows)
      : Math.max(widest, calls.widest.value, cells - arrays.rowStarts[rows]!);
    if (rows > limits.rows || widest > limits.columns) throw new Refusal("file.too-large");
    if (at < reportAt) continue;
    onProgress(at);
    reportAt = at + reportEvery;
  }
  rows = Math.min(rows, options.rows);
  const rowStarts = arrays.rowStarts.subarray(0, rows + 1);
  return new CellOffsets(bytes, from, widest, rowStarts, arrays.ends.subarray(0, rowStarts[rows]));
}

/** Cells of the widest of the first so many rows. */
function widestOf(rowStarts: Uint32Array, rows: number): number {
  let widest = 0;
  for (let row = 0; row < rows; row++) widest = Math.max(widest, rowStarts[row + 1]! - rowStarts[row]!);
  return widest;
}
