import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CellPlace } from "../../../../../renderer/list-worker/source/source-table.ts";
import { CellMemo } from "../../../../../renderer/list-worker/table/cell-memo.ts";

/** A memo of a column with these cells, and how often something was made of a cell. */
function memoOf(cells: readonly string[]) {
  const encoded = cells.map((cell) => new TextEncoder().encode(`;${cell};`));
  let made = 0;
  const locate = (row: number, place: CellPlace) => {
    Object.assign(place, { bytes: encoded[row], start: 1, end: encoded[row]!.length - 1 });
    return "bytes" as const;
  };
  const memo = new CellMemo(locate, (row) => {
    made++;
    return `made of ${cells[row]}`;
  });
  return { all: () => cells.map((_, row) => memo.of(row)), times: () => made, memo };
}

test("what is made of a cell is that of its own bytes, also of two with one hash and of long ones", () => {
  // FNV-1a gives each pair the same 32 bits.
  const colliding = fc.constantFrom("costarring", "liquid", "declinate", "macallums", "", "Україна", "a".repeat(70));
  fc.assert(
    fc.property(fc.array(fc.oneof(colliding, fc.string({ maxLength: 3 }))), (cells) => {
      const memo = memoOf(cells);
      const expected = cells.map((cell) => `made of ${cell}`);
      expect([memo.all(), memo.all()]).toEqual([expected, expected]);
    }),
  );
});

test("it is made once of each writing, and anew once everything was forgotten", () => {
  const { all, times, memo } = memoOf(["UA", "PL", "UA", "", "PL", ""]);
  all();
  all();
  expect(times()).toBe(3);
  memo.clear();
  all();
  expect(times()).toBe(6);
});
