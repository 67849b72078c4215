import { expect, it } from "vitest";
import { createClockCheck } from "../../../../electron/account/clock.ts";

const noon = "Tue, 03 Mar 2026 12:00:00 GMT";
const minute = 60_000;

function problemWhenAheadBy(milliseconds: number) {
  const check = createClockCheck(() => Date.parse(noon) + milliseconds);
  check.note(noon);
  return check.problem();
}

it("says nothing before the first answer, nor for a few minutes", () => {
  expect(createClockCheck(() => 0).problem()).toBeNull();
  expect([problemWhenAheadBy(5 * minute), problemWhenAheadBy(-5 * minute)]).toEqual([null, null]);
});

it("says how far the clock is off, ahead or behind", () => {
  expect(problemWhenAheadBy(90 * minute)).toEqual({ code: "clock.wrong", params: { hours: 1.5, minutes: 90 } });
  expect(problemWhenAheadBy(-6 * minute)).toEqual({ code: "clock.wrong", params: { hours: -0.1, minutes: -6 } });
});

it("is content again once the clock is set right, and passes over what is not a date", () => {
  let now = Date.parse(noon) + 90 * minute;
  const check = createClockCheck(() => now);
  check.note(noon);
  check.note("yesterday");
  expect(check.problem()).not.toBeNull();
  now = Date.parse(noon);
  check.note(noon);
  expect(check.problem()).toBeNull();
});
