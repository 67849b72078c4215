/** No other row has this one's number before (or after) it. */
export const noDuplicate = -1;

/**
 * Finds rows that repeat a number. `numbers` are 9–15 digits as numbers (exact: below 2^53), 0 for a row that takes no
 * part. For each row: the row whose number it repeats and that is kept in its place, or {@link noDuplicate}.
 */
export function findDuplicates(numbers: Float64Array, keep: "first" | "last"): Int32Array<ArrayBuffer> {
  const keptInstead = new Int32Array(numbers.length).fill(noDuplicate);
  const slots = new SlotTable(numbers);
  for (let step = 0; step < numbers.length; step++) {
    const row = keep === "first" ? step : numbers.length - 1 - step;
    if (numbers[row] === 0) continue;
    const kept = slots.keeper(row);
    if (kept !== row) keptInstead[row] = kept;
  }
  return keptInstead;
}

/** An open hash table of rows by their number: a `Map` of a million doubles costs many times as much. */
class SlotTable {
  private readonly numbers: Float64Array;
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(numbers: Float64Array) {
    let size = 16;
    while (size < numbers.length * 2) size *= 2;
    this.numbers = numbers;
    this.slots = new Int32Array(size).fill(-1);
    this.mask = size - 1;
  }

  /** The row that already holds this row's number, or the row itself, which from now on does. */
  keeper(row: number): number {
    const number = this.numbers[row] ?? 0;
    let slot = this.hash(number);
    for (;;) {
      const held = this.slots[slot] ?? -1;
      if (held === -1) {
        this.slots[slot] = row;
        return row;
      }
      if (this.numbers[held] === number) return held;
      slot = (slot + 1) & this.mask;
    }
  }

  private hash(number: number): number {
    const high = Math.floor(number / 0x1_0000_0000);
    let mixed = Math.imul((number % 0x1_0000_0000) | 0, 0x9e37_79b1) ^ Math.imul(high, 0x85eb_ca6b);
    mixed ^= mixed >>> 15;
    return mixed & this.mask;
  }
}
