import { expect, test } from "vitest";
import { inconvenientHours, zonesOfCountry } from "../../../../electron/review/hours.ts";
import { zoneOffset } from "../../../../shared/campaign/zone-offset.ts";

const at = (iso: string, numbers: string[]): unknown =>
  inconvenientHours(numbers, Date.parse(iso), zonesOfCountry, zoneOffset);

test("a weekday morning in Kyiv is fine for Kyiv and too early for Lisbon", () => {
  expect(at("2026-11-24T07:00:00Z", ["380671234567", "351912345678"])).toEqual([
    { country: "PT", people: 1, localTime: "2026-11-24T06:00", night: true, weekend: false },
  ]);
});

test("a weekend is said once for a country, with its people", () => {
  expect(at("2026-11-28T10:00:00Z", ["380671234567", "380501112233"])).toEqual([
    { country: "UA", people: 2, localTime: "2026-11-28T12:00", night: false, weekend: true },
  ]);
});

test("in a country of several zones it is night when it is in any of them", () => {
  expect(at("2026-11-24T14:00:00Z", ["12015550123"])).toMatchObject([{ country: "US", night: true }]);
});
