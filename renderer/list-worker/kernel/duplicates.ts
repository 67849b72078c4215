import { type Exports, kernelModule } from "./kernel.ts";

/** No other row has this one's number before (or after) it. */
export const noDuplicate = -1;

const bytesOfPage = 64 * 1024;

/** A kernel whose memory is as large as the largest list there was. */
const {
  memory,
  listAt,
  duplicatesRoom,
  findDuplicates: find,
} = new WebAssembly.Instance(kernelModule).exports as Exports;

/**
 * Finds rows that repeat a number. `numbers` are 9–15 digits as numbers (exact: below 2^53), 0 for a row that takes no
 * part. For each row: the row whose number it repeats and that is kept in its place, or {@link noDuplicate}.
 */
export function findDuplicates(numbers: Float64Array<ArrayBuffer>, keep: "first" | "last"): Int32Array<ArrayBuffer> {
  const { length } = numbers;
  const missing = duplicatesRoom(length) - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / bytesOfPage));
  new Float64Array(memory.buffer, listAt.value, length).set(numbers);
  find(length, keep === "last");
  return new Int32Array(memory.buffer, listAt.value + length * 8, length).slice();
}
