import { expect, it } from "vitest";
import { draw, fateOf } from "../../../../electron/practice/draw.ts";

it("draws the same for the same seed, campaign and row, and something else for another", () => {
  expect(draw(1, 5_000_000_001, 7)).toBe(draw(1, 5_000_000_001, 7));
  expect(
    new Set([draw(1, 5_000_000_001, 7), draw(2, 5_000_000_001, 7), draw(1, 705_032_705, 7), draw(1, 5_000_000_001, 8)])
      .size,
  ).toBe(4);
});

it("delivers about 94 of a hundred and lets every other end happen", () => {
  const fates = Array.from({ length: 20_000 }, (_, row) => fateOf(draw(1, 4_294_967_300, row)));
  const share = (fate: string): number => fates.filter((each) => each === fate).length / fates.length;
  expect(share("delivered")).toBeCloseTo(0.94, 1);
  for (const fate of ["failed", "undelivered", "expired", "unknown"]) {
    expect(share(fate)).toBeGreaterThan(0.005);
    expect(share(fate)).toBeLessThan(0.04);
  }
});
