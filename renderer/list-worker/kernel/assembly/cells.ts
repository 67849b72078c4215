import { byteAt, endsAt, pieceAt, rowStartsAt } from "./memory";
import { beginQuoted, notQuoted, readQuoted, unknown } from "./quoted";
import { carriageReturn, lineFeed, placeBits, quote, space } from "./signs";

/** What the last call found: bytes it went over, cells and rows that ended, the most cells of one of those rows. */
export let done: i32 = 0;
export let cells: i32 = 0;
export let rows: i32 = 0;
export let widest: i32 = 0;

/** Whether a cell starts with the next byte, as a bit; 0 within a cell. */
let starts: u64 = 1;
/** Whether the byte before the next one is a carriage return, as a bit: a line feed behind it ends no other row. */
let afterReturn: u64 = 0;

let nextEnd: usize = endsAt;
let nextRow: usize = rowStartsAt;
/** Cells before the row that is open, by the count of this call: below 0 when it began in an earlier one. */
let rowFrom: i32 = 0;

/** Begins a new text. */
export function beginCells(): void {
  starts = 1;
  afterReturn = 0;
  beginQuoted();
}

/**
 * Goes on with a text: finds the cells that end in the first `length` bytes of the piece, and puts their ends and those
 * of the rows behind one another. Adds `base`, the place of the piece in the text, to each end, and `cellsBefore` to the
 * cells before each row's end; `openCells` are those of the row that was open. `isLast`: the text ends with the piece.
 * `isWhole`: no more of the text can be given at once. Stops before a quoted cell of which it must see more.
 */
export function findCells(
  delimiter: i32,
  length: i32,
  base: i32,
  cellsBefore: i32,
  openCells: i32,
  isLast: bool,
  isWhole: bool,
): void {
  nextEnd = endsAt;
  nextRow = rowStartsAt;
  widest = 0;
  rowFrom = 0 - openCells;
  let at = 0;
  let isClosed = false;
  while (at < length) {
    const left = length - at;
    const ofPiece: u64 = left < 64 ? (u64(1) << left) - 1 : -1;
    const bytes = pieceAt + at;
    const returned = like(bytes, carriageReturn) & ofPiece;
    const fed = like(bytes, lineFeed) & ofPiece;
    const breaks = returned | (fed & ~((returned << 1) | afterReturn));
    const ends = (like(bytes, delimiter) & ofPiece) | breaks;
    // Cells that begin with a quote or a blank need a closer look: all before the first of them are found at once.
    const starting = starts | ((ends | fed) << 1);
    const special = starting & (like(bytes, quote) | like(bytes, space)) & ofPiece;
    const plain: u64 = special == 0 ? -1 : (special & (0 - special)) - 1;
    takeAll(ends & plain, breaks & plain, base + at, cellsBefore);
    if (special == 0) {
      const last = min(left, 64) - 1;
      starts = ((ends | fed) >> last) & 1;
      afterReturn = (returned >> last) & 1;
      at += last + 1;
      continue;
    }
    at += i32(ctz(special));
    afterReturn = 0;
    // Only of the first cell there is no more to be given: the piece of the next call begins with any other one.
    const end = readQuoted(delimiter, at, length, isLast || (isWhole && at == 0));
    starts = 1;
    if (end == unknown) break;
    // Behind a quote that nothing but blanks follow no cell ends where the piece does.
    if (end == notQuoted || (!isLast && i32(end & placeBits) >= length)) {
      starts = 0;
      continue;
    }
    at = i32(end & placeBits);
    takeCell(end + base);
    isClosed = at >= length;
    const behind = isClosed ? lineFeed : byteAt(at);
    if (behind != delimiter) takeRow(cellsFound(), cellsBefore);
    afterReturn = u64(behind == carriageReturn);
    at++;
  }
  done = min(at, length);
  if (isLast && !isClosed && !(starts && endsRow(length))) {
    takeCell(base + length);
    takeRow(cellsFound(), cellsBefore);
  }
  cells = cellsFound();
  rows = i32(nextRow - rowStartsAt) >> 2;
}

function cellsFound(): i32 {
  return i32(nextEnd - endsAt) >> 2;
}

/** Which of the 64 bytes from `from` on are `wanted`, as bits. */
function like(from: usize, wanted: i32): u64 {
  if (ASC_FEATURE_SIMD) {
    const all = i8x16.splat(i8(wanted));
    return (
      u64(i8x16.bitmask(i8x16.eq(v128.load(from), all))) |
      (u64(i8x16.bitmask(i8x16.eq(v128.load(from, 16), all))) << 16) |
      (u64(i8x16.bitmask(i8x16.eq(v128.load(from, 32), all))) << 32) |
      (u64(i8x16.bitmask(i8x16.eq(v128.load(from, 48), all))) << 48)
    );
  }
  // Eight bytes at once: of each that is like it the top bit stays 0 whatever is added to the seven below it. The
  // product brings the eight bits side by side.
  const all = u64(u8(wanted)) * twice(0x0101_0101);
  const withoutTop = twice(0x7f7f_7f7f);
  let bits: u64 = 0;
  for (let at = 0; at < 64; at += 8) {
    const unlike = load<u64>(from + at) ^ all;
    const alike = ~(((unlike & withoutTop) + withoutTop) | unlike | withoutTop);
    bits |= (((alike >> 7) * 0x0102_0408_1020_4080) >> 56) << at;
  }
  return bits;
}

/** Four bytes, and the same once more behind them. */
function twice(bytes: u32): u64 {
  return (u64(bytes) << 32) | bytes;
}

/** Takes the cells that end at the bits of `ends`, and the rows at those of `breaks`. */
function takeAll(ends: u64, breaks: u64, base: i32, cellsBefore: i32): void {
  const before = cellsFound();
  let to = nextEnd;
  for (let left = ends; left != 0; left &= left - 1) {
    store<u32>(to, base + i32(ctz(left)));
    to += 4;
  }
  nextEnd = to;
  for (let left = breaks; left != 0; left &= left - 1) {
    takeRow(before + i32(popcnt(ends & (left ^ (left - 1)))), cellsBefore);
  }
}

function takeCell(end: u32): void {
  store<u32>(nextEnd, end);
  nextEnd += 4;
}

/** Takes the row that ends behind so many cells of this call. */
function takeRow(cellsOfCall: i32, cellsBefore: i32): void {
  widest = max(widest, cellsOfCall - rowFrom);
  rowFrom = cellsOfCall;
  store<u32>(nextRow, cellsBefore + cellsOfCall);
  nextRow += 4;
}

/** Whether the byte before `end` of the piece ends a row, where a cell starts behind it. */
function endsRow(end: i32): bool {
  const last = byteAt(end - 1);
  return last == lineFeed || last == carriageReturn;
}
