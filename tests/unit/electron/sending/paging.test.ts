import { expect, test } from "vitest";
import { nextOffset } from "../../../../electron/sending/paging.ts";

const page = (rows: string[], total: number | null) => ({ rows, total, date: null });

test("a list goes on until its total or an empty page, however short a page is", () => {
  expect(nextOffset(page(["a", "b"], 5), 0, null)).toBe(2);
  expect(nextOffset(page(["c"], 5), 2, page(["a", "b"], 5))).toBe(3);
  expect(nextOffset(page(["d", "e"], 5), 3, page(["c"], 5))).toBeNull();
  expect(nextOffset(page(["a"], null), 0, null)).toBe(1);
  expect(nextOffset(page([], null), 1, page(["a"], null))).toBeNull();
});

test("a service that gives the same page again is not asked for it for ever", () => {
  expect(nextOffset(page(["a"], null), 1, page(["a"], null))).toBeNull();
  expect(nextOffset(page(["a"], 100_000), 1, page(["a"], 100_000))).toBeNull();
});
