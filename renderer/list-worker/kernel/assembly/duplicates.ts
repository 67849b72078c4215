// Which rows repeat a number, in a memory of its own that grows with the list. All numbers are put into parts by their
// hash first: a table of a million is in no processor's own memory, where each look would wait for another place of it.

/** Where the numbers of the rows are; behind them is what is found, and what is needed for it. */
export const listAt: usize = 64;

/** Four of them are -1: no other row has this one's number. */
const byteOfNone: u8 = 0xff;
/** A part has about so many rows, as a power of two. */
const bitsOfPart = 12;

/** 2^64 divided by the golden ratio. */
const multiplier: u64 = (u64(0x9e37_79b9) << 32) | 0x7f4a_7c15;

/** Bytes that are needed for so many rows. */
export function duplicatesRoom(rows: i32): usize {
  // Numbers twice, in order and in parts; rows kept; rows in parts; where parts end; the largest table there could be.
  return listAt + usize(rows) * (8 + 4 + 8 + 4) + (usize(1) << (partBits(rows) + 2)) + usize(slotsOf(rows)) * 4;
}

/**
 * Finds for each of so many rows the one that has its number already; from the last row to the first where `fromLast`.
 * At {@link listAt} are the numbers (9 to 15 digits as doubles, 0 for a row that takes no part); behind them, four bytes
 * each, is put what is found.
 */
export function findDuplicates(rows: i32, fromLast: bool): void {
  const bits = partBits(rows);
  const keptAt = listAt + (usize(rows) << 3);
  const partNumbersAt = keptAt + (usize(rows) << 2);
  const partRowsAt = partNumbersAt + (usize(rows) << 3);
  const partEndsAt = partRowsAt + (usize(rows) << 2);
  const slotsAt = partEndsAt + (usize(1) << (bits + 2));
  memory.fill(keptAt, byteOfNone, usize(rows) << 2);
  putIntoParts(rows, fromLast, bits, partNumbersAt, partRowsAt, partEndsAt);
  let from = 0;
  for (let part = 0; part < 1 << bits; part++) {
    const end = load<i32>(partEndsAt + (usize(part) << 2));
    findInPart(partNumbersAt, partRowsAt, from, end, bits, slotsAt, keptAt);
    from = end;
  }
}

/** Puts numbers and rows into parts by the upper bits of their hash, in the order in which they are gone over. */
function putIntoParts(rows: i32, fromLast: bool, bits: i32, numbersAt: usize, rowsAt: usize, endsAt: usize): void {
  const parts = 1 << bits;
  memory.fill(endsAt, 0, usize(parts) << 2);
  for (let row = 0; row < rows; row++) {
    const number = load<u64>(listAt + (usize(row) << 3));
    if (number != 0) add(endsAt, partOf(number, bits), 1);
  }
  // Where each part starts, which grows to where it ends.
  let before = 0;
  for (let part = 0; part < parts; part++) {
    const count = load<i32>(endsAt + (usize(part) << 2));
    store<i32>(endsAt + (usize(part) << 2), before);
    before += count;
  }
  for (let turn = 0; turn < rows; turn++) {
    const row = fromLast ? rows - 1 - turn : turn;
    const number = load<u64>(listAt + (usize(row) << 3));
    if (number == 0) continue;
    const at = add(endsAt, partOf(number, bits), 1);
    store<u64>(numbersAt + (usize(at) << 3), number);
    store<i32>(rowsAt + (usize(at) << 2), row);
  }
}

/** Finds what is repeated in one part. The table has the places of the part counted from 1, 0 where it is free. */
function findInPart(
  numbersAt: usize,
  rowsAt: usize,
  from: i32,
  end: i32,
  bits: i32,
  slotsAt: usize,
  keptAt: usize,
): void {
  const slots = slotsOf(end - from);
  const mask = slots - 1;
  memory.fill(slotsAt, 0, usize(slots) << 2);
  for (let at = from; at < end; at++) {
    const number = load<u64>(numbersAt + (usize(at) << 3));
    let slot = i32((hashOf(number) << bits) >> 33) & mask;
    for (;;) {
      const ofSlot = slotsAt + (usize(slot) << 2);
      const taken = load<i32>(ofSlot) - 1;
      if (taken < 0) {
        store<i32>(ofSlot, at + 1);
        break;
      }
      if (load<u64>(numbersAt + (usize(taken) << 3)) == number) {
        const row = load<i32>(rowsAt + (usize(at) << 2));
        store<i32>(keptAt + (usize(row) << 2), load<i32>(rowsAt + (usize(taken) << 2)));
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
}

/** Multiplicative hashing: the upper bits of the product depend on all bits of the number. */
function hashOf(number: u64): u64 {
  return (number ^ (number >> 32)) * multiplier;
}

function partOf(number: u64, bits: i32): i32 {
  return bits == 0 ? 0 : i32(hashOf(number) >> (64 - bits));
}

/** Adds to a number of an array; gives what it was. */
function add(array: usize, index: i32, more: i32): i32 {
  const at = array + (usize(index) << 2);
  const before = load<i32>(at);
  store<i32>(at, before + more);
  return before;
}

/** Into how many parts so many rows are put, as a power of two. */
function partBits(rows: i32): i32 {
  return max(0, 32 - clz(rows) - bitsOfPart);
}

/** A power of two of twice so many places at least. */
function slotsOf(rows: i32): i32 {
  return 1 << (33 - clz(max(4, rows)));
}
