import { byteAt, pieceAt } from "./memory";
import { carriageReturn, doubledBit, lineFeed, quote, quotedBit, space } from "./signs";

/** Excel's limit of characters in a cell, four bytes each. */
const longestCell = 32_767 * 4;
/** Bytes that may be looked at in vain for closing quotes, over a whole text. */
const searchBudget = 32 * 1024 * 1024;
/** How far to look once the budget is spent. */
const shortestSearch = 512;

/** No quoted cell begins there: no quote, or one that is only a sign. */
export const notQuoted: u32 = 0;
/** The piece ends before it is known. */
export const unknown: u32 = 0xffff_ffff;

let budget: i32 = searchBudget;

/** Begins a new text. */
export function beginQuoted(): void {
  budget = searchBudget;
}

/**
 * Reads the quoted cell that begins at `from` of a piece: gives the place of the delimiter or line end behind it, with
 * the marks of quotes. Between its first and its last quote and the cell's bounds are blanks at most: some programs
 * write a space between the delimiter and the quote. `isWhole`: nothing behind the piece could change the answer.
 */
export function readQuoted(delimiter: i32, from: i32, end: i32, isWhole: bool): u32 {
  const opening = behindBlanks(from, end);
  if (opening >= end) return isWhole ? notQuoted : unknown;
  if (byteAt(opening) != quote) return notQuoted;
  const mayReach = opening + (budget > 0 ? longestCell : shortestSearch);
  const limit = min(end, mayReach);
  let inner = 0;
  let doubled: u32 = 0;
  let brokenLine: bool = false;
  for (let at = nextQuote(opening + 1, limit); at < limit; at = nextQuote(at + 1, limit)) {
    if (byteAt(at) != quote) {
      brokenLine = brokenLine || isBreak(byteAt(at));
      continue;
    }
    if (at + 1 >= end && !isWhole) return unknown;
    const after = at + 1 < end ? byteAt(at + 1) : lineFeed;
    // Most quoted cells end right here.
    if (after == delimiter || isBreak(after)) return u32(at + 1) | quotedBit | doubled;
    let next = at + 2;
    if (after != quote) next = behindBlanks(at + 1, end);
    if (next >= end && !isWhole) return unknown;
    const endsHere = next >= end || byteAt(next) == delimiter || isBreak(byteAt(next));
    if (after == quote) {
      // `"Firm "Daisy""`: the undoubled quote within pairs with the first of the two at the end.
      if (inner % 2 == 1 && endsHere) return u32(next) | quotedBit | doubled;
      doubled = doubledBit;
      at++;
    } else {
      if (endsHere) return u32(next) | quotedBit | doubled;
      // The quote of another cell, on a line below: the first one was a sign.
      if (brokenLine && (byteAt(at - 1) == delimiter || isBreak(byteAt(at - 1)))) return inVain(limit - opening);
      inner++;
    }
  }
  return mayReach > end && !isWhole ? unknown : inVain(limit - opening);
}

function inVain(bytes: i32): u32 {
  budget = max(0, budget - bytes);
  return notQuoted;
}

/** The first quote or control character from `from` on, `limit` or more where there is none before it. */
function nextQuote(from: i32, limit: i32): i32 {
  if (ASC_FEATURE_SIMD) {
    const quotes = i8x16.splat(i8(quote));
    const beyondControl = i8x16.splat(16);
    for (let at = from; at < limit; at += 16) {
      const bytes = v128.load(pieceAt + at);
      const found = i8x16.bitmask(v128.or(i8x16.eq(bytes, quotes), i8x16.lt_u(bytes, beyondControl)));
      if (found != 0) return at + ctz(found);
    }
    return limit;
  }
  let at = from;
  while (at < limit && byteAt(at) != quote && byteAt(at) >= 16) at++;
  return at;
}

function behindBlanks(from: i32, end: i32): i32 {
  let at = from;
  while (at < end && byteAt(at) == space) at++;
  return at;
}

function isBreak(byte: i32): bool {
  return byte == lineFeed || byte == carriageReturn;
}
