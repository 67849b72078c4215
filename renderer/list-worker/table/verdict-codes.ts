import { noDuplicate } from "../kernel/duplicates.ts";
import { type Verdict, verdicts } from "../../../shared/recipients/reading.ts";

/** Each verdict as a number. */
export const codeOf = Object.fromEntries(verdicts.map((verdict, code) => [verdict, code])) as Record<Verdict, number>;

/** Rows gone over in one call: many short calls are soon made by fast code, one long loop late. */
export const stretch = 256;

/** Marks the duplicates of some rows, counts their verdicts, and gives how many are left out that would be texted. */
export function settleStretch(
  final: Uint8Array,
  kept: Int32Array,
  leftOut: Uint8Array,
  counts: Uint32Array,
  from: number,
  to: number,
): number {
  const { duplicate, ready, repaired } = codeOf;
  let count = 0;
  for (let row = from; row < to; row++) {
    // Nothing but a choice is left to the first duplicate: what first happens late sends compiled code back.
    const code = kept[row] === noDuplicate ? final[row]! : duplicate;
    final[row] = code;
    counts[code]!++;
    if (leftOut[row] !== 0 && (code === ready || code === repaired)) count++;
  }
  return count;
}

/** Puts those of some rows whose verdict is in `wanted` (a bit for each) behind the `count` in `rows`; the new count. */
export function keepStretch(
  final: Uint8Array,
  wanted: number,
  without: Uint8Array | null,
  rows: Uint32Array,
  count: number,
  from: number,
  to: number,
): number {
  let kept = count;
  for (let row = from; row < to; row++) {
    if (((wanted >> final[row]!) & 1) === 1 && (without === null || without[row] === 0)) rows[kept++] = row;
  }
  return kept;
}

type Numbers = Uint8Array<ArrayBuffer> | Int16Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** An array with room for so many, with what it held; itself where it has the room. */
export function grown<T extends Numbers>(old: T, count: number): T {
  if (old.length >= count) return old;
  const larger = new (old.constructor as new (length: number) => T)(count);
  larger.set(old);
  return larger;
}
