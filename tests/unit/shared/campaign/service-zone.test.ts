import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  firstInstant,
  instantOfServiceTime,
  isContradicted,
  isKept,
  isWatched,
  leastOffset,
  readingOffset,
  serviceTimeAt,
  startOffset,
  stillMeasured,
  zoneName,
} from "../../../../shared/campaign/service-zone.ts";
import { zoneOffset } from "../../../../shared/campaign/zone-offset.ts";

const minute = 60_000;
const quarter = 15 * minute;
const now = Date.UTC(2026, 6, 15, 9, 0, 17);
/** Every offset that a zone can have. */
const offset = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * quarter + 0);
/** Every offset that a clock keeps somewhere. */
const keptOffset = offset.filter(isKept);

describe("the zone of the times that the service answers with", () => {
  test("is told by created_at of a campaign just created against the Date of that answer", () => {
    fc.assert(
      fc.property(offset, fc.integer({ min: -90_000, max: 90_000 }), (zone, later) => {
        const date = new Date(now + later).toUTCString();
        expect(readingOffset(serviceTimeAt(now, zone), date)).toBe(zone);
      }),
    );
  });

  test("is not told by times that do not fit together, or that are none", () => {
    const date = new Date(now).toUTCString();
    expect(readingOffset(serviceTimeAt(now + 7 * minute, 0), date)).toBeNull();
    expect(readingOffset(serviceTimeAt(now, 16 * 60 * minute), date)).toBeNull();
    expect(readingOffset("yesterday", date)).toBeNull();
    expect(readingOffset(serviceTimeAt(now, 0), "soon")).toBeNull();
  });
});

describe("the zone of the planned time", () => {
  const planned = now + 15 * minute;
  const toldBy = (offset: number, instant = planned) => ({
    utc: new Date(instant).toISOString(),
    service: serviceTimeAt(instant, offset),
  });
  const told = toldBy(0);

  test("is told by when a campaign that waited really began, on time or up to five minutes late", () => {
    fc.assert(
      fc.property(keptOffset, offset, fc.integer({ min: 0, max: 4 * minute }), (zone, reading, late) => {
        // Told in UTC and read in another zone, it begins that much earlier or later.
        const begun = planned - zone + late;
        fc.pre(begun - now >= 5 * minute);
        expect(startOffset(told, serviceTimeAt(begun, reading), serviceTimeAt(now, reading), reading)).toBe(zone);
      }),
    );
  });

  test("is not the assumed one when a campaign for later went out at once", () => {
    expect(startOffset(told, serviceTimeAt(now + 4000, 0), serviceTimeAt(now, 0), 0)).toBeNull();
  });

  test("a campaign for soon that began on time has not gone out at once, whatever zone it was told in", () => {
    const soon = now + 4 * minute;
    const began = serviceTimeAt(soon, 0);
    expect(startOffset(toldBy(180 * minute, soon), began, serviceTimeAt(now, 0), 0)).toBeUndefined();
  });

  test("going out at once is seen of a campaign that was told in a zone behind UTC too", () => {
    expect(startOffset(toldBy(-300 * minute), serviceTimeAt(now + 4000, 0), serviceTimeAt(now, 0), 0)).toBeNull();
  });

  test("is not told by a campaign that begins late by a quarter of an hour: no clock is so far from UTC", () => {
    for (const late of [quarter, 2 * quarter, 3 * quarter]) {
      const began = serviceTimeAt(planned + late, 0);
      expect(startOffset(told, began, serviceTimeAt(now, 0), 0)).toBeUndefined();
    }
  });

  test("every offset of every zone of the engine in this century is one that is kept", () => {
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      for (const month of [0, 6])
        expect([zone, isKept(zoneOffset(zone, Date.UTC(2026, month, 15)))]).toEqual([zone, true]);
    }
  });

  test("is not told by a campaign for soon, by one that began at an odd time, or by words", () => {
    const soon = toldBy(0, now + 5 * minute);
    expect(startOffset(soon, serviceTimeAt(now + 4 * minute, 0), serviceTimeAt(now, 0), 0)).toBeUndefined();
    expect(startOffset(told, serviceTimeAt(planned + 7 * minute, 0), serviceTimeAt(now, 0), 0)).toBeUndefined();
    expect(startOffset(told, "soon", serviceTimeAt(now, 0), 0)).toBeUndefined();
  });
});

test("an offset that is not 0 counts as unmeasured after a change of summer time; 0 goes on counting", () => {
  const summer = { offset: 3 * 60 * minute, measuredAt: "2026-10-24T09:00:00.000Z" };
  const before = Date.UTC(2026, 9, 24, 20);
  const after = Date.UTC(2026, 9, 26);
  expect(stillMeasured(summer, "Europe/Kyiv", before, zoneOffset)).toBe(true);
  expect(stillMeasured(summer, "Europe/Kyiv", after, zoneOffset)).toBe(false);
  expect(stillMeasured({ ...summer, offset: 0 }, "Europe/Kyiv", after, zoneOffset)).toBe(true);
  expect(stillMeasured(null, "Europe/Kyiv", before, zoneOffset)).toBe(false);
});

test("an offset is named as people know it", () => {
  expect(zoneName(0)).toBe("UTC");
  expect(zoneName(2 * 60 * minute)).toBe("UTC+02:00");
  expect(zoneName(-9.5 * 60 * minute)).toBe("UTC−09:30");
});

test("a time of the service is an instant by its zone, and comes back as it was", () => {
  fc.assert(
    fc.property(offset, (zone) => {
      const whole = Math.floor(now / 1000) * 1000;
      expect(instantOfServiceTime(serviceTimeAt(whole, zone), zone)).toBe(new Date(whole).toISOString());
    }),
  );
  expect(instantOfServiceTime("2026-07-15T09:00:00+03:00", 0)).toBe("2026-07-15T06:00:00.000Z");
  expect(instantOfServiceTime("2026-07-15 09:00:00 +03", 0)).toBe("2026-07-15T06:00:00.000Z");
  for (const dress of ["2026-07-15T09:00:00", "2026-07-15 09:00:00.000000", "2026-07-15 09:00"]) {
    expect(instantOfServiceTime(dress, 3 * 60 * minute), dress).toBe("2026-07-15T06:00:00.000Z");
  }
  for (const none of ["soon", "", "7", "0000-00-00 00:00:00"]) expect(instantOfServiceTime(none, 0), none).toBeNull();
  expect(instantOfServiceTime(null, 0)).toBeNull();
});

test("of several times the first that is one counts: an outcome that is not there yet may come as nothing or noughts", () => {
  const sent = "2026-07-15 09:00:00";
  for (const none of [null, "", "0000-00-00 00:00:00"]) {
    expect(firstInstant([none, sent, "2026-07-15 08:00:00"], 0)).toBe("2026-07-15T09:00:00.000Z");
  }
  expect(firstInstant([null, ""], 0)).toBeNull();
});

describe("how sure it is what a planned campaign showed", () => {
  const planned = now + 15 * minute;
  const at = (instant: number) => new Date(instant).toISOString();
  const told = { utc: at(planned), service: serviceTimeAt(planned, 0) };

  test("one that went out at once shows a clock that is further ahead than the time it had to wait", () => {
    const created = serviceTimeAt(now, 0);
    expect(leastOffset(told, created, 0, null)).toBe(quarter);
    const inTwoDays = planned + 48 * 60 * minute;
    const later = { utc: at(inTwoDays), service: serviceTimeAt(inTwoDays, 0) };
    expect(leastOffset(later, created, 0, null)).toBeGreaterThanOrEqual(48 * 60 * minute);
    expect(leastOffset(told, created, 0, -60 * minute)).toBe(-60 * minute);
  });

  test("it was watched when it was seen waiting just before its time and under way just after", () => {
    expect(isWatched(planned, planned - 5 * minute, planned + minute)).toBe(true);
    expect(isWatched(planned, planned - 16 * minute, planned + minute)).toBe(false);
    expect(isWatched(planned, planned - 5 * minute, planned + 16 * minute)).toBe(false);
    expect(isWatched(planned, null, planned + minute)).toBe(false);
    // The clock of the computer was set back in between.
    expect(isWatched(planned, planned + 5 * minute, planned + minute)).toBe(false);
  });

  test("a beginning after which it was still seen waiting is none", () => {
    expect(isContradicted(planned, planned - minute)).toBe(false);
    expect(isContradicted(planned, planned + 6 * minute)).toBe(true);
    expect(isContradicted(planned, null)).toBe(false);
  });
});
