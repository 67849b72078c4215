import { limits } from "../source/limits.ts";
import { doubledQuotes } from "./cell-offsets.ts";
import { foundIn, placeOf, repeated } from "./quick-search.ts";

export const quote = 34;
export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
/** Bytes a quoted cell may span: Excel's limit of characters, four bytes each. */
const longestCell = limits.cellCharacters * 4;
/** Bytes that may be looked at in vain for closing quotes, over the whole file. */
const searchBudget = 32 * 1024 * 1024;
/** How far to look once the budget is spent. */
const shortestSearch = 512;

const quotesInWord = repeated(quote);

/** Reads quoted cells, and decides which quotes are none. */
export class QuotedCells {
  /** Of the cell that was read last. */
  start = 0;
  /** Its end, with the mark of doubled quotes. */
  end = 0;
  /** Where the delimiter or line end behind it stands. */
  next = 0;
  private readonly bytes: Uint8Array;
  private readonly words: DataView;
  private readonly delimiter: number;
  private budget = searchBudget;

  constructor(bytes: Uint8Array, delimiter: number) {
    this.bytes = bytes;
    this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.delimiter = delimiter;
  }

  /**
   * Reads the quoted cell that begins at `from`. False when none does: there is no quote, or one that is only a sign.
   * Some programs write a space between the delimiter and the quote.
   */
  read(from: number): boolean {
    const { bytes } = this;
    const opening = this.afterBlanks(from);
    if (bytes[opening] !== quote) return false;
    const reach = this.budget > 0 ? longestCell : shortestSearch;
    const limit = Math.min(bytes.length, opening + reach);
    let inner = 0;
    let doubled = 0;
    let brokenLine = false;
    for (let i = this.find(opening + 1, limit); i < limit; i = this.find(i + 1, limit)) {
      const byte = bytes[i]!;
      if (byte !== quote) {
        brokenLine ||= byte === lineFeed || byte === carriageReturn;
        continue;
      }
      const after = this.afterBlanks(i + 1);
      if (bytes[i + 1] === quote) {
        // `"Firm "Daisy""`: the undoubled quote within pairs with the first of the two at the end.
        if (inner % 2 === 1 && this.endsCell(i + 2)) return this.found(opening + 1, i + 1, i + 2, doubled);
        doubled = doubledQuotes;
        i++;
      } else if (this.endsCell(after)) {
        return this.found(opening + 1, i, after, doubled);
      } else if (brokenLine && this.opensCell(i)) {
        break;
      } else {
        inner++;
      }
    }
    this.budget -= limit - opening;
    return false;
  }

  private found(start: number, end: number, next: number, doubled: number): true {
    this.start = start;
    this.end = (end | doubled) >>> 0;
    this.next = next;
    return true;
  }

  /** The first quote or control character from `from` on, `limit` where there is none before it. */
  private find(from: number, limit: number): number {
    let at = from;
    for (const lastWord = limit - 4; at <= lastWord; at += 4) {
      const found = foundIn(this.words.getInt32(at, true), quotesInWord);
      if (found !== 0) return at + placeOf(found);
    }
    while (at < limit && this.bytes[at] !== quote && this.bytes[at]! >= 16) at++;
    return at;
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
