import { expect, test } from "vitest";
import { momentOf, timeProblem, tomorrowMorning, wallClock } from "../../../../renderer/draft/zoned-time.ts";
import { instantOf } from "../../../../shared/campaign/schedule.ts";
import { zoneOffset } from "../../../../shared/campaign/zone-offset.ts";

const zones = ["Europe/Kyiv", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"];

test("a time means to the window what it means to main, also in the hours that come twice or never", () => {
  for (const zone of zones) {
    for (const day of ["2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01"]) {
      for (let half = 0; half < 12; half++) {
        const local = `${day}T0${Math.floor(half / 2)}:${half % 2 === 0 ? "00" : "30"}`;
        const planned = instantOf(local, zone, zoneOffset);
        const problem = timeProblem(momentOf(local, zone), local, zone, new Date(0));
        if (planned.ok) expect(momentOf(local, zone)?.getTime(), `${local} ${zone}`).toBe(planned.value);
        else expect(problem, `${local} ${zone}`).toBe("invalid");
      }
    }
  }
});

test("what is no time, or a time of no zone, is none", () => {
  expect(momentOf("", "Europe/Kyiv")).toBeNull();
  expect(momentOf("2026-06-31T09:00", "Europe/Kyiv")).toBeNull();
});

test("the next morning is tomorrow's also when today has 23 or 25 hours", () => {
  const kyiv = "Europe/Kyiv";
  expect(tomorrowMorning(new Date("2026-10-24T21:30:00Z"), kyiv)).toBe("2026-10-26T09:00");
  expect(tomorrowMorning(new Date("2026-03-28T21:30:00Z"), kyiv)).toBe("2026-03-29T09:00");
  expect(tomorrowMorning(new Date("2026-12-31T10:00:00Z"), kyiv)).toBe("2027-01-01T09:00");
  expect(wallClock(new Date("2026-10-24T21:30:00Z"), kyiv)).toBe("2026-10-25T00:30");
});
