/** No other row has this one's number before (or after) it. */
export const noDuplicate = -1;

/**
 * Finds rows that repeat a number. `numbers` are 9–15 digits as numbers (exact: below 2^53), 0 for a row that takes no
 * part. For each row: the row whose number it repeats and that is kept in its place, or {@link noDuplicate}.
 */
export function findDuplicates(numbers: Float64Array<ArrayBuffer>, keep: "first" | "last"): Int32Array<ArrayBuffer> {
  const keptInstead = new Int32Array(numbers.length).fill(noDuplicate);
  const slots = new SlotTable(numbers);
  const { length } = numbers;
  for (let step = 0; step < length; step++) {
    const row = keep === "first" ? step : length - 1 - step;
    if (numbers[row] === 0) continue;
    const kept = slots.keeper(row);
    if (kept !== row) keptInstead[row] = kept;
  }
  return keptInstead;
}

/** An open hash table of rows by their number: a `Map` of a million doubles costs many times as much. */
class SlotTable {
  private readonly numbers: Float64Array;
  /** The same numbers by their halves: the bits of equal numbers are equal. */
  private readonly halves: Int32Array;
  /** Rows counted from 1, 0 for a free place. */
  private readonly slots: Int32Array;
  private readonly shift: number;

  constructor(numbers: Float64Array<ArrayBuffer>) {
    let bits = 4;
    while (2 ** bits < numbers.length * 2) bits++;
    this.numbers = numbers;
    this.halves = new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2);
    this.slots = new Int32Array(2 ** bits);
    this.shift = 32 - bits;
  }

  /** The row that already holds this row's number, or the row itself, which from now on does. */
  keeper(row: number): number {
    const number = this.numbers[row]!;
    const mask = this.slots.length - 1;
    // Multiplicative hashing: the upper bits of the product depend on all bits of the number.
    const mixed = Math.imul(this.halves[2 * row]!, 0x9e37_79b1) + Math.imul(this.halves[2 * row + 1]!, 0x85eb_ca6b);
    for (let slot = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d) >>> this.shift; ; slot = (slot + 1) & mask) {
      const held = this.slots[slot]! - 1;
      if (held === -1) {
        this.slots[slot] = row + 1;
        return row;
      }
      if (this.numbers[held] === number) return held;
    }
  }
}
