import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDuplicates } from "../../../../shared/recipients/duplicates.ts";

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
      fc.property(fc.array(number, { maxLength: 60 }), (values) => {
        const expected = values.map((value, row) => {
          const first = values.indexOf(value);
          return value === 0 || first === row ? -1 : first;
        });
        expect([...findDuplicates(Float64Array.from(values), "first")]).toEqual(expected);
      }),
    );
  });
});
