import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";
import { type CellOffsets, OffsetArrays } from "./cell-offsets.ts";
import { carriageReturn, lineFeed, quote, QuotedCells, space } from "./quoted-cells.ts";
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
const stretch = 256 * 1024;
/** Bytes between two words about the progress. */
const reportEvery = 4 * 1024 * 1024;

/**
 * Finds rows and cells in the bytes of a text (UTF-8 or any encoding of one byte a character). Understands quoted
 * cells with line breaks, doubled and undoubled quotes inside, ragged rows, and LF, CRLF, CR in any mixture.
 * A quote that opens a cell and is never sensibly closed is a sign like any other: it must not swallow the file.
 */
export function scanCells(bytes: Uint8Array, options: ScanOptions): CellOffsets {
  const scan = new Scan(bytes, options);
  let reportAt = options.from + reportEvery;
  while (scan.goOn()) {
    if (scan.at < reportAt) continue;
    options.onProgress(scan.at);
    reportAt = scan.at + reportEvery;
  }
  return scan.result();
}

/** A scan under way. */
class Scan {
  at: number;
  private readonly bytes: Uint8Array;
  private readonly words: DataView;
  private readonly options: ScanOptions;
  private readonly quotes: QuotedCells;
  private readonly arrays: OffsetArrays;
  private cells = 0;
  private rows = 0;
  private widest = 0;

  constructor(bytes: Uint8Array, options: ScanOptions) {
    this.bytes = bytes;
    this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.options = options;
    this.quotes = new QuotedCells(bytes, options.delimiter);
    this.arrays = new OffsetArrays(bytes.length);
    this.at = options.from;
  }

  /** Scans the next stretch; false when there is none. */
  goOn(): boolean {
    if (this.at >= this.bytes.length || this.rows >= this.options.rows) return false;
    const length = Math.min(stretch, this.bytes.length - this.at);
    // Each byte ends one cell at most, and the end of the text two more.
    this.arrays.reserve(length + 2, this.cells, this.rows, this.at);
    this.scan(this.at + length);
    const width = this.cells - this.arrays.rowStarts[this.rows]!;
    if (this.rows > limits.rows || Math.max(this.widest, width) > limits.columns) throw new Refusal("file.too-large");
    return true;
  }

  result(): CellOffsets {
    const { starts, ends, rowStarts } = this.arrays;
    return {
      rows: this.rows,
      widest: this.widest,
      rowStarts: rowStarts.subarray(0, this.rows + 1),
      starts: starts.subarray(0, this.cells),
      ends: ends.subarray(0, this.cells),
    };
  }

  /**
   * Scans all cells that begin before `until`. One loop over local variables, four bytes at a time: the hottest place of
   * the program.
   */
  private scan(until: number): void {
    const { bytes, words, quotes } = this;
    const { starts, ends, rowStarts } = this.arrays;
    const { delimiter, rows: mostRows } = this.options;
    const delimiters = repeated(delimiter);
    const end = bytes.length;
    const lastWord = end - 4;
    let { cells, rows, at, widest } = this;
    let rowStart = rowStarts[rows]!;
    while (at < until) {
      let byte = bytes[at]!;
      if ((byte === quote || byte === space) && quotes.read(at)) {
        starts[cells] = quotes.start;
        ends[cells++] = quotes.end;
        at = quotes.next;
        byte = at < end ? bytes[at]! : lineFeed;
      } else {
        starts[cells] = at;
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
        starts[cells] = at;
        ends[cells++] = at;
      } else {
        at += byte === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 1;
      }
      if (cells - rowStart > widest) widest = cells - rowStart;
      rowStart = cells;
      rowStarts[++rows] = cells;
      if (rows === mostRows) break;
    }
    this.at = at;
    this.cells = cells;
    this.rows = rows;
    this.widest = widest;
  }
}
