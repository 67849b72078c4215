import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hoursAt, instantOf, localTimeOf, startProblem } from "../../../../shared/campaign/schedule.ts";
import { zoneOffset } from "../../../../shared/campaign/zone-offset.ts";

const day = 24 * 60 * 60_000;
const at = (local: string, zone = "Europe/Kyiv") => instantOf(local, zone, zoneOffset);
const invalid = { ok: false, error: { code: "review.time-invalid", params: {} } };
const zones = ["Europe/Kyiv", "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"];
/** From 2020 to 2035, to the minute. */
const instant = fc.integer({ min: 26_297_280, max: 34_186_560 }).map((minutes) => minutes * 60_000);

describe("a wall-clock time", () => {
  test("is the instant at which the clocks of its zone show it", () => {
    expect(at("2026-07-15T09:00")).toEqual({ ok: true, value: Date.UTC(2026, 6, 15, 6) });
    expect(at("2026-12-15T09:00")).toEqual({ ok: true, value: Date.UTC(2026, 11, 15, 7) });
    expect(at("2026-07-15T09:00:30", "Asia/Kolkata")).toEqual({ ok: true, value: Date.UTC(2026, 6, 15, 3, 30, 30) });
  });

  test("that is skipped in spring does not exist", () => {
    expect(at("2026-03-29T03:30")).toEqual(invalid);
    expect(at("2026-03-29T04:00")).toMatchObject({ ok: true });
  });

  test("that comes twice in autumn is the first of the two", () => {
    expect(at("2026-10-25T03:30")).toEqual({ ok: true, value: Date.UTC(2026, 9, 25, 0, 30) });
  });

  test("of a day that does not exist is refused", () => {
    for (const nonsense of ["2026-06-31T09:00", "2026-02-29T09:00", "2026-07-15T24:30", "tomorrow", ""]) {
      expect(at(nonsense)).toEqual(invalid);
    }
  });

  test("of every instant leads back to it, or to the first of two alike", () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (instant, zone) => {
        const local = localTimeOf(instant, zone, zoneOffset);
        const back = at(local, zone);
        if (!back.ok) throw new Error(`${local} in ${zone} is said not to exist`);
        expect(localTimeOf(back.value, zone, zoneOffset)).toBe(local);
        expect(back.value).toBeLessThanOrEqual(instant);
        expect(instant - back.value).toBeLessThanOrEqual(60 * 60_000);
      }),
      { numRuns: 300 },
    );
  });
});

test("a start lies in the future and at most thirty days ahead", () => {
  const now = Date.UTC(2026, 6, 15);
  expect(startProblem(now + 1, now)).toBeNull();
  expect(startProblem(now + 30 * day, now)).toBeNull();
  expect(startProblem(now, now)?.code).toBe("review.time-past");
  expect(startProblem(now + 30 * day + 1, now)).toEqual({ code: "review.time-far", params: { days: 30 } });
});

test("night is from 21:00 to 08:00 where the people live, the weekend Saturday and Sunday", () => {
  const hours = (day: number, hour: number, minute = 0) =>
    hoursAt(Date.UTC(2026, 6, day, hour, minute), "Europe/Kyiv", zoneOffset);
  expect(hours(15, 18)).toEqual({ localTime: "2026-07-15T21:00", night: true, weekend: false });
  expect(hours(15, 17, 59)).toMatchObject({ night: false });
  expect(hours(15, 4, 59)).toMatchObject({ night: true });
  expect(hours(15, 5)).toMatchObject({ localTime: "2026-07-15T08:00", night: false });
  expect(hours(17, 21)).toMatchObject({ localTime: "2026-07-18T00:00", weekend: true });
  expect(hours(19, 20, 59)).toMatchObject({ localTime: "2026-07-19T23:59", weekend: true });
  expect(hours(19, 21)).toMatchObject({ weekend: false });
});
