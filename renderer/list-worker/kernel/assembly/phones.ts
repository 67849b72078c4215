// The short cut of phone-short-cut.ts for a whole column: mobile numbers of the home country, as they are dialled there
// or with its calling code. The rules are the same, and so are the names; all other cells are left to it.
import {
  abroadAt,
  byteAt,
  digitsAt,
  endsAt,
  mobileAt,
  numbersAt,
  phoneRowsAt,
  rowStartsAt,
  stateWidth,
  unclearAt,
  verdictsAt,
} from "./memory";
import { carriageReturn, lineFeed, doubledBit, placeBits, quotedBit, space } from "./signs";

const zero = 48;
const nine = 57;
const plusSign = 43;
const hyphen = 45;
const openBracket = 40;
const closeBracket = 41;
const dot = 46;

const longestCell = 26;
const fewestDigits = 9;
const mostDigits = 15;

/** As a state of a pattern. */
const noMatch = -1;
const notYetKnown = -2;
/** Of a state: how many digits of any kind are to come, and whether it is a match. */
const anyMore = 10;
const isMatch = 11;

/** The home country's plan, see {@link setPlan}. */
let homeCode: i32 = 0;
let homeCodeLength: i32 = 0;
let homeHasTrunk: bool = false;
let homeTrunkIsPlain: bool = false;
let homeZerosMeanAbroad: bool = false;
let homeIsMainOfCode: bool = false;
let homeLongest: i32 = 0;
let homeMobileStart: i32 = 0;
let homeMobileBehindCode: i32 = 0;
let homeAbroadStart: i32 = 0;

/** Of the phone read last: its digits, as a number too, and whether it has a plus in front. */
let count: i32 = 0;
let value: u64 = 0;
let plus: bool = false;
/** Its number, when it is one. */
let number: u64 = 0;
/** Whether it had to be rewritten to be international, and its cell has nothing but digits. */
let isRewritten: bool = false;
let digitsAlone: bool = false;

/**
 * Sets the plan by which phones are read, whose patterns lie in the memory. The trunk prefix is a 0 where there is one;
 * `isMainOfCode`: whether numbers of the calling code are read by this country's plan.
 */
export function setPlan(
  code: i32,
  codeLength: i32,
  hasTrunk: bool,
  plainTrunk: bool,
  zerosMeanAbroad: bool,
  isMainOfCode: bool,
  longest: i32,
  mobileStart: i32,
  mobileBehindCode: i32,
  abroadStart: i32,
): void {
  homeCode = code;
  homeCodeLength = codeLength;
  homeHasTrunk = hasTrunk;
  homeTrunkIsPlain = plainTrunk;
  homeZerosMeanAbroad = zerosMeanAbroad;
  homeIsMainOfCode = isMainOfCode;
  homeLongest = longest;
  homeMobileStart = mobileStart;
  homeMobileBehindCode = mobileBehindCode;
  homeAbroadStart = abroadStart;
}

/**
 * Reads the cells of a column in `phones` rows, which are given by their place in the text: the first one that the memory
 * has is `firstRow`, its first cell `firstCell`, its first byte `base`. Puts number and verdict of each, `ready` or
 * `repaired`, and gives how many are left to others, whose order it puts down.
 */
export function readPhones(
  phones: i32,
  column: i32,
  base: i32,
  firstRow: i32,
  firstCell: i32,
  ready: i32,
  repaired: i32,
): i32 {
  let unclear = 0;
  for (let phone = 0; phone < phones; phone++) {
    const row = load<i32>(phoneRowsAt + (usize(phone) << 2)) - firstRow;
    const ofRow = rowStartsAt + (usize(row) << 2);
    const cell = load<i32>(ofRow) + column;
    const isThere = cell > 0 && cell < load<i32>(ofRow, 4);
    if (isThere && readCell(cell - firstCell, base)) {
      store<u8>(verdictsAt + phone, isRewritten || !digitsAlone ? repaired : ready);
      store<f64>(numbersAt + (usize(phone) << 3), f64(number));
    } else {
      store<i32>(unclearAt + (usize(unclear) << 2), phone);
      unclear++;
    }
  }
  return unclear;
}

/** Whether a cell is plainly a phone; then keeps its number. */
function readCell(cell: i32, base: i32): bool {
  const ofCell = endsAt + (usize(cell) << 2);
  const marked = load<u32>(ofCell);
  if (marked >= doubledBit) return false;
  let end = i32(marked & placeBits) - base;
  let start = i32(load<u32>(ofCell - 4) & placeBits) + 1 - base;
  if (byteAt(start - 1) == carriageReturn && byteAt(start) == lineFeed) start++;
  if ((marked & quotedBit) != 0) {
    while (byteAt(start) == space) start++;
    while (byteAt(end - 1) == space) end--;
    start++;
    end--;
  }
  while (start < end && isWhite(byteAt(start))) start++;
  while (end > start && isWhite(byteAt(end - 1))) end--;
  if (end - start < fewestDigits || end - start > longestCell || !collect(start, end)) return false;
  digitsAlone = count == end - start;
  isRewritten = false;
  return plus ? readInternational(0) : readDigits();
}

/** Collects the digits of a cell of digits, `+` in front, spaces, hyphens and brackets, or with a `.0`. */
function collect(start: i32, end: i32): bool {
  plus = byteAt(start) == plusSign;
  const tail = byteAt(end - 1) == zero && byteAt(end - 2) == dot;
  const stop = tail ? end - 2 : end;
  let found = 0;
  let sum: u64 = 0;
  let lastSign = start - 1;
  for (let at = start; at < stop; at++) {
    const byte = byteAt(at);
    if (isDigit(byte)) {
      store<u8>(digitsAt + found, byte - zero);
      sum = sum * 10 + u64(byte - zero);
      found++;
      continue;
    }
    if (tail || !isPlainSign(byte, at - start)) return false;
    // Digits beside a number may be none of its own.
    if (at == stop - 2 || at == stop - 1 || at - lastSign > fewestDigits) return false;
    lastSign = at;
    // A zero in brackets is one of the number's digits or none: `+49 (0) 30`.
    if (byte == openBracket && at + 2 < stop && byteAt(at + 1) == zero && byteAt(at + 2) == closeBracket) return false;
  }
  if (found < fewestDigits) return false;
  if (digit(0) != 0 && digit(1) == 0 && !isDigit(byteAt(start + (plus ? 2 : 1)))) return false;
  count = found;
  value = sum;
  return !isDocument(start, end);
}

function readDigits(): bool {
  if (digit(0) == 0 && digit(1) == 0 && homeZerosMeanAbroad) {
    isRewritten = true;
    return readInternational(2);
  }
  if ((digit(0) < 2 || digit(0) > 7) && mayDialAbroad()) return false;
  const withTrunk = homeHasTrunk && digit(0) == 0;
  if (beginsWithCode(0)) {
    const clear = count > homeLongest || (homeHasTrunk && !withTrunk);
    return clear && isMobile(homeMobileStart, 0, 0);
  }
  isRewritten = true;
  return withTrunk && homeTrunkIsPlain && isMobile(homeMobileBehindCode, 1, homeCodeLength);
}

function readInternational(from: i32): bool {
  return homeIsMainOfCode && beginsWithCode(from) && isMobile(homeMobileStart, from, 0);
}

/** Whether the digits from `from` on, behind so many of the calling code, are a mobile number; then keeps it. */
function isMobile(state: i32, from: i32, behind: i32): bool {
  const length = count - from + behind;
  if (length < fewestDigits || length > mostDigits || !matches(state, from)) return false;
  // What stands before `from` are zeros.
  number = value;
  if (behind == 0) return true;
  let ofCode = u64(homeCode);
  for (let at = from; at < count; at++) ofCode *= 10;
  number += ofCode;
  return true;
}

/** Whether the digits from `from` on lead from this state to a match, as far as the pattern is worked out. */
function matches(state: i32, from: i32): bool {
  let now = state;
  for (let at = from; now >= 0; at++) {
    const more = led(mobileAt, now, anyMore);
    if (more != noMatch) return count - at == more;
    if (at == count) return led(mobileAt, now, isMatch) == 1;
    now = led(mobileAt, now, digit(at));
  }
  return false;
}

/** Whether the digits begin with what is dialled for abroad, or it is not known yet. */
function mayDialAbroad(): bool {
  let now = homeAbroadStart;
  for (let at = 0; now >= 0; at++) {
    if (led(abroadAt, now, isMatch) == 1) return true;
    if (at == count) return false;
    now = led(abroadAt, now, digit(at));
  }
  return now == notYetKnown;
}

/** What a state of a pattern says. */
function led(pattern: usize, state: i32, what: i32): i32 {
  return load<i32>(pattern + (usize(state * stateWidth + what) << 2));
}

function beginsWithCode(from: i32): bool {
  let sum = 0;
  for (let at = from; at < from + homeCodeLength; at++) sum = sum * 10 + digit(at);
  return sum == homeCode && digit(from) != 0;
}

function digit(at: i32): i32 {
  return load<u8>(digitsAt + at);
}

function isDigit(byte: i32): bool {
  return byte >= zero && byte <= nine;
}

function isWhite(byte: i32): bool {
  return byte == space || (byte >= 9 && byte <= 13);
}

/** The writings of documents, by where their hyphens stand: `123-45-6789`, `123-456-789 01`. */
function isDocument(start: i32, end: i32): bool {
  if (byteAt(start + 3) != hyphen) return false;
  const length = end - start;
  return length == 11 ? byteAt(start + 6) == hyphen : length == 14 && byteAt(start + 7) == hyphen;
}

function isPlainSign(byte: i32, index: i32): bool {
  if (byte == space || byte == openBracket) return true;
  // After one or two digits a closing bracket may be that of a line's number: `2) 067…`.
  if (byte == closeBracket) return index > 2;
  if (byte == plusSign) return index == 0;
  // After one, two or four digits a hyphen may be a date's.
  return byte == hyphen && index > 2 && index != 4;
}
