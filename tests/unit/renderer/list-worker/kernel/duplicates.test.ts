import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDuplicates } from "../../../../../renderer/list-worker/kernel/duplicates.ts";

/** The row that is kept in place of each, found with a map; -1 for those that repeat none. */
function plainly(numbers: readonly number[], keep: "first" | "last"): number[] {
  const seen = new Map<number, number>();
  const kept = numbers.map(() => -1);
  const rows = [...numbers.keys()];
  for (const row of keep === "first" ? rows : rows.toReversed()) {
    const number = numbers[row] ?? 0;
    const before = seen.get(number);
    if (number !== 0 && before !== undefined) kept[row] = before;
    else seen.set(number, row);
  }
  return kept;
}

describe("findDuplicates", () => {
  it("names the row that is kept in place of each repetition", () => {
    const numbers = Float64Array.of(380671234567, 0, 380501234567, 380671234567, 380671234567, 0);
    expect([...findDuplicates(numbers, "first")]).toEqual([-1, -1, -1, 0, 0, -1]);
    expect([...findDuplicates(numbers, "last")]).toEqual([4, -1, -1, 4, -1, -1]);
  });

  it("tells numbers of 15 digits apart that differ in one", () => {
    const numbers = Float64Array.of(999999999999998, 999999999999999, 999999999999998);
    expect([...findDuplicates(numbers, "first")]).toEqual([-1, -1, 0]);
  });

  it("agrees with a plain search, whatever the numbers", () => {
    const number = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 100_000_000, max: 100_000_020 }),
      fc.maxSafeInteger().map(Math.abs),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 60 }), fc.constantFrom("first", "last"), (values, keep) => {
        expect([...findDuplicates(Float64Array.from(values), keep)]).toEqual(plainly(values, keep));
      }),
    );
  });

  it("agrees with it in lists of every size, one after the other, whose numbers follow each other or lie apart", () => {
    for (const rows of [0, 1, 4_095, 4_096, 30_000, 5, 70_000, 4_097]) {
      for (const step of [1, 2 ** 12, 1_000_003]) {
        const numbers = Array.from({ length: rows }, (_, row) =>
          row % 7 === 0 ? 0 : 380_000_000_000 + (((row * 7_919) % (rows * 0.8 + 1)) | 0) * step,
        );
        for (const keep of ["first", "last"] as const) {
          expect([...findDuplicates(Float64Array.from(numbers), keep)]).toEqual(plainly(numbers, keep));
        }
      }
    }
  });
});
