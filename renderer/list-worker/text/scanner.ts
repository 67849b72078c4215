import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";
import { CellOffsets, OffsetArrays, placeBits } from "./cell-offsets.ts";
import { carriageReturn, lineFeed, quote, quotedSearch, readQuoted, space } from "./quoted-cells.ts";
import { foundIn, placeOf, repeated } from "./quick-search.ts";

export type ScanOptions = {
  /** The delimiter's byte. */
  delimiter: number;
  /** Where to begin: after a mark or a `sep=` line. */
  from: number;
  /** Stop after so many rows. */
  rows: number;
  onProgress: (done: number) => void;
};

/** Bytes scanned in one go: short enough for the engine to go over to faster code soon. */
const stretch = 4 * 1024;
/** Bytes between two words about the progress. */
const reportEvery = 4 * 1024 * 1024;

/** How far a scan is, as places of one array: arrays of numbers keep their fast code, objects of a class may lose it. */
const progress = { at: 0, cells: 1, rows: 2, mostRows: 3 } as const;

/**
 * Finds rows and cells in the bytes of a text (UTF-8 or any encoding of one byte a character). Understands quoted
 * cells with line breaks, doubled and undoubled quotes inside, ragged rows, and LF, CRLF, CR in any mixture.
 * A quote that opens a cell and is never sensibly closed is a sign like any other: it must not swallow the file.
 */
export function scanCells(bytes: Uint8Array, options: ScanOptions): CellOffsets {
  const { delimiter, from, onProgress } = options;
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const arrays = new OffsetArrays(bytes.length);
  const search = quotedSearch();
  const done = new Uint32Array(4);
  done[progress.at] = from;
  done[progress.mostRows] = options.rows;
  let [at, cells, rows, widest] = [from, 0, 0, 0];
  for (let reportAt = from + reportEvery; at < bytes.length && rows < options.rows;) {
    const until = Math.min(at + stretch, bytes.length);
    // Each byte ends one cell at most, and the end of the text two more.
    arrays.reserve(until - at + 2, cells, rows, at);
    const { ends, rowStarts } = arrays;
    const rowsBefore = rows;
    scanStretch(bytes, words, delimiter, until, ends, rowStarts, done, search);
    [at = 0, cells = 0, rows = 0] = done;
    widest = Math.max(widest, widestRow(rowStarts, rowsBefore, rows));
    const width = Math.max(widest, cells - rowStarts[rows]!);
    if (rows > limits.rows || width > limits.columns) throw new Refusal("file.too-large");
    if (at < reportAt) continue;
    onProgress(at);
    reportAt = at + reportEvery;
  }
  return new CellOffsets(bytes, from, widest, arrays.rowStarts.subarray(0, rows + 1), arrays.ends.subarray(0, cells));
}

/** Cells of the widest of the rows from `from` to before `to`. */
function widestRow(rowStarts: Uint32Array, from: number, to: number): number {
  let widest = 0;
  for (let row = from; row < to; row++) widest = Math.max(widest, rowStarts[row + 1]! - rowStarts[row]!);
  return widest;
}

/**
 * Scans all cells that begin before `until`. One loop over local variables, four bytes at a time: the hottest place of
 * the program.
 */
function scanStretch(
  bytes: Uint8Array,
  words: DataView,
  delimiter: number,
  until: number,
  ends: Uint32Array,
  rowStarts: Uint32Array,
  done: Uint32Array,
  search: Uint32Array,
): void {
  const delimiters = repeated(delimiter);
  const end = bytes.length;
  const lastWord = end - 4;
  const mostRows = done[progress.mostRows]!;
  let at = done[progress.at]!;
  let cells = done[progress.cells]!;
  let rows = done[progress.rows]!;
  while (at < until) {
    let byte = bytes[at]!;
    const inQuotes = byte === quote || byte === space ? readQuoted(bytes, words, delimiter, at, search) : 0;
    if (inQuotes !== 0) {
      ends[cells++] = inQuotes;
      at = inQuotes & placeBits;
      byte = at < end ? bytes[at]! : lineFeed;
    } else {
      for (;;) {
        let found = 0;
        while (at <= lastWord) {
          found = foundIn(words.getInt32(at, true), delimiters);
          if (found !== 0) break;
          at += 4;
        }
        if (found !== 0) at += placeOf(found);
        else if (at >= end) break;
        byte = bytes[at]!;
        if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break;
        at++;
      }
      ends[cells++] = at;
    }
    if (byte === delimiter && at < end) {
      at++;
      if (at < end) continue;
      // A delimiter at the very end of the text still has an empty cell behind it.
      ends[cells++] = at;
    } else {
      at += byte === carriageReturn && at + 1 < end && bytes[at + 1] === lineFeed ? 2 : 1;
    }
    rowStarts[++rows] = cells;
    if (rows === mostRows) break;
  }
  done[progress.at] = at;
  done[progress.cells] = cells;
  done[progress.rows] = rows;
}
