import * as fc from "fast-check";
import { expect, test } from "vitest";
import { zoneOffset } from "../../../../shared/campaign/zone-offset.ts";

const hour = 60 * 60_000;

test("the offset is east positive and follows summer time", () => {
  expect(zoneOffset("Europe/Kyiv", Date.UTC(2026, 0, 15))).toBe(2 * hour);
  expect(zoneOffset("Europe/Kyiv", Date.UTC(2026, 6, 15))).toBe(3 * hour);
  expect(zoneOffset("America/New_York", Date.UTC(2026, 0, 15))).toBe(-5 * hour);
  expect(zoneOffset("Asia/Kathmandu", Date.UTC(2026, 0, 15))).toBe(5.75 * hour);
});

test("the offset changes at the second at which the clocks do", () => {
  const change = Date.UTC(2026, 2, 29, 1);
  expect(zoneOffset("Europe/Kyiv", change - 1)).toBe(2 * hour);
  expect(zoneOffset("Europe/Kyiv", change)).toBe(3 * hour);
});

test("the offset of UTC is nothing at any moment, to the millisecond", () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }), (instant) => {
      expect(zoneOffset("UTC", instant)).toBe(0);
    }),
  );
});

test("a zone that nobody knows throws", () => {
  expect(() => zoneOffset("Europe/Nowhere", 0)).toThrow(RangeError);
});
