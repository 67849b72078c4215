import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rowsToDraw } from "../../../../renderer/ui/fixed-rows.ts";

test("all rows that have room in view are drawn, in order, and few others, however many there are", () => {
  const view = fc.record({ first: fc.nat({ max: 1_200_000 }), rows: fc.integer({ min: 1, max: 60 }) });
  fc.assert(
    fc.property(view, fc.nat({ max: 1_000_000 }), ({ first, rows }, count) => {
      const drawn = rowsToDraw({ first, rows }, count);
      const seen = Math.max(0, Math.min(first, count - rows));
      expect(drawn).toEqual(Array.from(drawn, (_, index) => (drawn[0] ?? 0) + index));
      expect(drawn.length).toBeLessThanOrEqual(rows + 16);
      for (let row = seen; row < Math.min(count, seen + rows); row++) expect(drawn).toContain(row);
      expect(drawn.at(-1) ?? 0).toBeLessThan(Math.max(1, count));
    }),
  );
});

test("nothing is drawn before the table is laid out", () => {
  expect(rowsToDraw({ first: 0, rows: 0 }, 10)).toEqual([]);
});
