/** No other row has this one's number before (or after) it. */
export const noDuplicate = -1;

/** Factors of the hash, as the engine keeps small integers: with doubles it is slow until it is compiled well. */
const [ofLow, ofHigh] = [0x9e37_79b1 | 0, 0x85eb_ca6b | 0];

/** Rows looked at in one call: many short calls are soon made by fast code, one long loop late. */
const stretch = 256;

/**
 * Finds rows that repeat a number. `numbers` are 9–15 digits as numbers (exact: below 2^53), 0 for a row that takes no
 * part. For each row: the row whose number it repeats and that is kept in its place, or {@link noDuplicate}.
 */
export function findDuplicates(numbers: Float64Array<ArrayBuffer>, keep: "first" | "last"): Int32Array<ArrayBuffer> {
  const { length } = numbers;
  const keptInstead = new Int32Array(length).fill(noDuplicate);
  // The same numbers by their halves: the bits of equal numbers are equal.
  const halves = new Int32Array(numbers.buffer, numbers.byteOffset, length * 2);
  let bits = 4;
  while (2 ** bits < length * 2) bits++;
  const slots = new Int32Array(2 ** bits);
  for (let done = 0; done < length; done += stretch) {
    const end = Math.min(done + stretch, length);
    if (keep === "first") findInStretch(numbers, halves, slots, 32 - bits, keptInstead, done, end, 1);
    else findInStretch(numbers, halves, slots, 32 - bits, keptInstead, length - 1 - done, length - 1 - end, -1);
  }
  return keptInstead;
}

/**
 * Goes over the rows from `from` to before `to` in steps of `step`. `slots` is an open hash table of rows by their
 * number, counted from 1, 0 for a free place: a `Map` of a million doubles costs many times as much.
 */
function findInStretch(
  numbers: Float64Array,
  halves: Int32Array,
  slots: Int32Array,
  shift: number,
  keptInstead: Int32Array,
  from: number,
  to: number,
  step: 1 | -1,
): void {
  const mask = slots.length - 1;
  for (let row = from; row !== to; row += step) {
    const number = numbers[row]!;
    if (number === 0) continue;
    // Multiplicative hashing: the upper bits of the product depend on all bits of the number.
    const mixed = Math.imul(halves[2 * row]!, ofLow) ^ Math.imul(halves[2 * row + 1]!, ofHigh);
    let slot = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d) >>> shift;
    while (slots[slot] !== 0 && numbers[slots[slot]! - 1] !== number) slot = (slot + 1) & mask;
    const taken = slots[slot]!;
    if (taken === 0) slots[slot] = row + 1;
    // For a free place this is `noDuplicate`. Written in any case: what first happens late sends compiled code back.
    keptInstead[row] = taken - 1;
  }
}
