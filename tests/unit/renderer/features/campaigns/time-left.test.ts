import { expect, test } from "vitest";
import { secondsLeft, withReading } from "../../../../../renderer/features/campaigns/time-left.ts";

test("the time left follows the pace of the last readings", () => {
  const readings = [
    { at: 0, done: 100 },
    { at: 60_000, done: 700 },
  ];
  expect(secondsLeft(readings, 1_300)).toBeCloseTo(60, 6);
});

test("nothing is promised from too little, or when nothing moves", () => {
  expect(secondsLeft([], 10)).toBeNull();
  expect(
    secondsLeft(
      [
        { at: 0, done: 1 },
        { at: 10_000, done: 5 },
      ],
      10,
    ),
  ).toBeNull();
  expect(
    secondsLeft(
      [
        { at: 0, done: 5 },
        { at: 60_000, done: 5 },
      ],
      10,
    ),
  ).toBeNull();
  expect(
    secondsLeft(
      [
        { at: 0, done: 5 },
        { at: 60_000, done: 10 },
      ],
      10,
    ),
  ).toBeNull();
});

test("old readings and those of a count that went back are forgotten", () => {
  const old = { at: 0, done: 1 };
  const newer = { at: 200_000, done: 50 };
  expect(withReading([old, newer], { at: 400_000, done: 80 })).toEqual([newer, { at: 400_000, done: 80 }]);
  expect(withReading([newer], { at: 210_000, done: 40 })).toEqual([{ at: 210_000, done: 40 }]);
});
