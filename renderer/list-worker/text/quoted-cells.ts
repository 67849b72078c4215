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

/** What a search for quoted cells finds and spends, as places of one array: arrays of numbers keep their fast code. */
export const quoted = { start: 0, end: 1, next: 2, budget: 3 } as const;

/** The array for a whole file. */
export function quotedSearch(): Uint32Array {
  const search = new Uint32Array(4);
  search[quoted.budget] = searchBudget;
  return search;
}

/**
 * Reads the quoted cell that begins at `from`: puts its start, its end (with the mark of doubled quotes) and the place of
 * the delimiter or line end behind it into `search`. False when none begins there: no quote, or one that is only a sign.
 * Some programs write a space between the delimiter and the quote. `words` are the same bytes.
 */
export function readQuoted(
  bytes: Uint8Array,
  words: DataView,
  delimiter: number,
  from: number,
  search: Uint32Array,
): boolean {
  const opening = behindBlanks(bytes, from);
  if (bytes[opening] !== quote) return false;
  const budget = search[quoted.budget]!;
  const limit = Math.min(bytes.length, opening + (budget > 0 ? longestCell : shortestSearch));
  let inner = 0;
  let doubled = 0;
  let brokenLine = false;
  for (let at = nextQuote(bytes, words, opening + 1, limit); at < limit; at = nextQuote(bytes, words, at + 1, limit)) {
    if (bytes[at] !== quote) {
      brokenLine ||= isBreak(bytes[at]!);
      continue;
    }
    let end = -1;
    let next = at + 2;
    if (bytes[at + 1] === quote) {
      // `"Firm "Daisy""`: the undoubled quote within pairs with the first of the two at the end.
      if (inner % 2 === 1 && endsCell(bytes, next, delimiter)) end = at + 1;
      else doubled = doubledQuotes;
      at++;
    } else {
      next = behindBlanks(bytes, at + 1);
      if (endsCell(bytes, next, delimiter)) end = at;
      else if (brokenLine && (bytes[at - 1] === delimiter || isBreak(bytes[at - 1]!))) break;
      else inner++;
    }
    if (end === -1) continue;
    search[quoted.start] = opening + 1;
    search[quoted.end] = end | doubled;
    search[quoted.next] = next;
    return true;
  }
  search[quoted.budget] = Math.max(0, budget - (limit - opening));
  return false;
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
