import { limits } from "../source/limits.ts";
import { type CellOffsets, doubledQuotes, OffsetCollector } from "./cell-offsets.ts";

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
/** Bytes a quoted cell may span: Excel's limit of characters, four bytes each. */
const longestCell = limits.cellCharacters * 4;
/** Bytes that may be looked at in vain for closing quotes, over the whole file. */
const searchBudget = 32 * 1024 * 1024;
/** How far to look once the budget is spent. */
const shortestSearch = 512;

export type ScanOptions = {
  /** The delimiter's byte. */
  delimiter: number;
  /** Where to begin: after a mark or a `sep=` line. */
  from: number;
  /** Stop after so many rows. */
  rows: number;
  onProgress: (done: number) => void;
};

type Quoted = { start: number; end: number; next: number };

/**
 * Finds rows and cells in the bytes of a text (UTF-8 or any encoding of one byte a character). Understands quoted
 * cells with line breaks, doubled and undoubled quotes inside, ragged rows, and LF, CRLF, CR in any mixture.
 * A quote that opens a cell and is never sensibly closed is a sign like any other: it must not swallow the file.
 */
export function scanCells(bytes: Uint8Array, options: ScanOptions): CellOffsets {
  const { delimiter, from } = options;
  const collector = new OffsetCollector(bytes.length);
  const quotes = new QuotedCells(bytes, delimiter);
  const end = bytes.length;
  let i = from;
  let reportAt = i + 4 * 1024 * 1024;
  while (i < end && collector.rows < options.rows) {
    // One cell. Some programs write a space between the delimiter and the quote.
    let opening = i;
    while (bytes[opening] === space) opening++;
    if (bytes[opening] === quote) {
      const quoted = quotes.read(opening);
      if (quoted) {
        collector.cell(quoted.start, quoted.end);
        i = quoted.next;
      } else {
        const start = i;
        while (i < end && bytes[i] !== delimiter && bytes[i] !== lineFeed && bytes[i] !== carriageReturn) i++;
        collector.cell(start, i);
      }
    } else {
      const start = i;
      for (; i < end; i++) {
        const byte = bytes[i];
        if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break;
      }
      collector.cell(start, i);
    }
    if (i >= end) {
      collector.endRow();
      break;
    }
    if (bytes[i] === delimiter) {
      i++;
      // A delimiter at the very end of the text still has an empty cell behind it.
      if (i === end) {
        collector.cell(i, i);
        collector.endRow();
      }
      continue;
    }
    i += bytes[i] === carriageReturn && bytes[i + 1] === lineFeed ? 2 : 1;
    collector.endRow();
    if (i >= reportAt) {
      options.onProgress(i);
      reportAt = i + 4 * 1024 * 1024;
    }
  }
  return collector.finish();
}

/** Reads quoted cells, and decides which quotes are none. */
class QuotedCells {
  private readonly bytes: Uint8Array;
  private readonly delimiter: number;
  private budget = searchBudget;

  constructor(bytes: Uint8Array, delimiter: number) {
    this.bytes = bytes;
    this.delimiter = delimiter;
  }

  /** The quoted cell whose opening quote is at `opening`, or null when that quote is only a sign. */
  read(opening: number): Quoted | null {
    const { bytes } = this;
    const reach = this.budget > 0 ? longestCell : shortestSearch;
    const limit = Math.min(bytes.length, opening + reach);
    let inner = 0;
    let doubled = 0;
    let brokenLine = false;
    for (let i = opening + 1; i < limit; i++) {
      const byte = bytes[i];
      if (byte === lineFeed || byte === carriageReturn) {
        brokenLine = true;
      }
      if (byte !== quote) continue;
      const after = this.afterBlanks(i + 1);
      if (bytes[i + 1] === quote) {
        // `"Firm "Daisy""`: the undoubled quote within pairs with the first of the two at the end.
        if (inner % 2 === 1 && this.endsCell(i + 2)) return this.quoted(opening, i + 1, i + 2, doubled);
        doubled = doubledQuotes;
        i++;
      } else if (this.endsCell(after)) {
        return this.quoted(opening, i, after, doubled);
      } else if (brokenLine && this.opensCell(i)) {
        break;
      } else {
        inner++;
      }
    }
    this.budget -= limit - opening;
    return null;
  }

  private quoted(opening: number, end: number, next: number, doubled: number): Quoted {
    return { start: opening + 1, end: (end | doubled) >>> 0, next };
  }

  private afterBlanks(at: number): number {
    let i = at;
    while (this.bytes[i] === space) i++;
    return i;
  }

  private endsCell(at: number): boolean {
    const byte = this.bytes[at];
    return byte === undefined || byte === this.delimiter || byte === lineFeed || byte === carriageReturn;
  }

  private opensCell(at: number): boolean {
    const byte = this.bytes[at - 1];
    return byte === this.delimiter || byte === lineFeed || byte === carriageReturn;
  }
}
