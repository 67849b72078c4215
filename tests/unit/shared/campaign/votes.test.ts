import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Look, noVotes } from "../../../../shared/campaign/part-state.ts";
import { absenceSpan, addVote, blindLimit, isAbsent, isTooLongBlind } from "../../../../shared/campaign/votes.ts";

const looks = (...times: [monotonic: number, serviceDate: number][]) =>
  times.map(([monotonic, serviceDate]): Look => ({ monotonic, serviceDate })).reduce(addVote, noVotes);

describe("absence", () => {
  test("needs three empty looks over ten minutes by both clocks", () => {
    expect(isAbsent(looks([0, 0], [5, 5], [absenceSpan, absenceSpan]))).toBe(true);
    expect(isAbsent(looks([0, 0], [absenceSpan, absenceSpan]))).toBe(false);
    expect(isAbsent(looks([0, 0], [5, 5], [absenceSpan - 1, absenceSpan]))).toBe(false);
    expect(isAbsent(looks([0, 0], [5, 5], [absenceSpan, absenceSpan - 1]))).toBe(false);
    expect(isAbsent(noVotes)).toBe(false);
  });

  test("is counted anew when one of the clocks goes backwards", () => {
    const back = looks([0, absenceSpan], [5, absenceSpan], [10, 0]);
    expect(back).toEqual({
      count: 1,
      first: { monotonic: 10, serviceDate: 0 },
      last: { monotonic: 10, serviceDate: 0 },
    });
    expect(isAbsent(looks([0, 0], [5, 5], [4, absenceSpan], [absenceSpan, absenceSpan]))).toBe(false);
  });

  test("is never shown across a clock that went backwards within the last three looks", () => {
    const time = fc.integer({ min: 0, max: 3 * absenceSpan });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { maxLength: 12 }), (times) => {
        if (!isAbsent(looks(...times))) return;
        const [last, before] = [times.at(-1), times.at(-3)];
        expect((last?.[0] ?? 0) - (before?.[0] ?? 0)).toBeGreaterThanOrEqual(0);
        expect((last?.[1] ?? 0) - (before?.[1] ?? 0)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test("nobody could check once sixty minutes have passed", () => {
  expect(isTooLongBlind(1000, 1000 + blindLimit - 1)).toBe(false);
  expect(isTooLongBlind(1000, 1000 + blindLimit)).toBe(true);
});
