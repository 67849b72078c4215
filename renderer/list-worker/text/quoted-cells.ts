import { limits } from "../source/limits.ts";
import { doubledQuotes, inQuotes } from "./cell-offsets.ts";
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

/** What is left of the budget of a whole file, as an array of one: arrays of numbers keep their fast code. */
export function quotedSearch(): Uint32Array {
  return Uint32Array.of(searchBudget);
}

/**
 * Reads the quoted cell that begins at `from`: gives the place of the delimiter or line end behind it with the marks of
 * quotes, 0 when none begins there: no quote, or one that is only a sign. Between its first and its last quote and the
 * cell's bounds are blanks at most: some programs write a space between the delimiter and the quote. `words` are the
 * same bytes; what is looked at in vain is taken from `search`.
 */
export function readQuoted(
  bytes: Uint8Array,
  words: DataView,
  delimiter: number,
  from: number,
  search: Uint32Array,
): number {
  const opening = behindBlanks(bytes, from);
  if (bytes[opening] !== quote) return 0;
  const budget = search[0]!;
  const limit = Math.min(bytes.length, opening + (budget > 0 ? longestCell : shortestSearch));
  let inner = 0;
  let doubled = 0;
  let brokenLine = false;
  for (let at = nextQuote(bytes, words, opening + 1, limit); at < limit; at = nextQuote(bytes, words, at + 1, limit)) {
    if (bytes[at] !== quote) {
      brokenLine ||= isBreak(bytes[at]!);
      continue;
    }
    const after = at + 1 < bytes.length ? bytes[at + 1]! : lineFeed;
    // Most quoted cells end right here.
    if (after === delimiter || isBreak(after)) return (at + 1) | inQuotes | doubled;
    let ended = false;
    let next = at + 2;
    if (after === quote) {
      // `"Firm "Daisy""`: the undoubled quote within pairs with the first of the two at the end.
      if (inner % 2 === 1 && endsCell(bytes, next, delimiter)) ended = true;
      else doubled = doubledQuotes;
      at++;
    } else {
      next = behindBlanks(bytes, at + 1);
      if (endsCell(bytes, next, delimiter)) ended = true;
      else if (brokenLine && (bytes[at - 1] === delimiter || isBreak(bytes[at - 1]!))) break;
      else inner++;
    }
    if (ended) return next | inQuotes | doubled;
  }
  search[0] = Math.max(0, budget - (limit - opening));
  return 0;
}

/** The first quote or control character from `from` on, `limit` where there is none before it. */
function nextQuote(bytes: Uint8Array, words: DataView, from: number, limit: number): number {
  let at = from;
  for (const lastWord = limit - 4; at <= lastWord; at += 4) {
    const found = foundIn(words.getInt32(at, true), quotesInWord);
    if (found !== 0) return at + placeOf(found);
  }
  while (at < limit && bytes[at] !== quote && bytes[at]! >= 16) at++;
  return at;
}

function behindBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] === space) at++;
  return at;
}

const isBreak = (byte: number): boolean => byte === lineFeed || byte === carriageReturn;

function endsCell(bytes: Uint8Array, at: number, delimiter: number): boolean {
  return at >= bytes.length || bytes[at] === delimiter || isBreak(bytes[at]!);
}
