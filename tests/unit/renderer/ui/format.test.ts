import { array, assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatAgo,
  formatCountdown,
  formatDay,
  formatFull,
  formatLength,
  formatLines,
  formatMoney,
  formatMoment,
  formatShare,
  formatSum,
  formatWhen,
  restOf,
} from "../../../../renderer/ui/format.ts";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const euro = (amount: number, currency = "EUR") => ({ millionths: Math.round(amount * 1_000_000), currency });
/** An instant at a wall-clock time of this computer, whatever its zone. */
const local = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);

describe("money", () => {
  test("a total has the decimals of its currency", () => {
    expect(formatMoney("en-GB", euro(601.2))).toBe("€601.20");
    expect(formatMoney("en-GB", euro(0.93))).toBe("€0.93");
    expect(plain(formatMoney("uk", euro(1234.5)))).toBe(
      "1234,50 €".replace("1234", plain((1234).toLocaleString("uk"))),
    );
  });
  test("the price of one text keeps the decimals it has", () => {
    expect(formatMoney("en-GB", euro(0.0226))).toBe("€0.0226");
    expect(formatMoney("en-GB", euro(0.000005))).toBe("€0.000005");
  });
  test("what many texts cost together has no more decimals than a bill", () => {
    expect(formatSum("en-GB", euro(0.6328))).toBe("€0.63");
    expect(formatSum("en-GB", euro(10.7085))).toBe("€10.71");
    expect(formatSum("en-GB", euro(0.0226))).toBe("€0.0226");
    expect(formatSum("en", euro(120.4, "JPY"))).toBe("¥120");
    expect(formatSum("en", euro(12.5, ""))).toBe("12.5");
  });
  test("no amount above zero reads as zero", () => {
    for (let millionths = 1; millionths < 20_000; millionths += 7)
      expect(formatMoney("en", { millionths, currency: "EUR" })).toMatch(/[1-9]/);
  });
  test("a negative balance says so", () => {
    expect(formatMoney("en-GB", euro(-3.5))).toBe("-€3.50");
  });
  test("a currency without decimals has none, an unknown word stands behind the number", () => {
    expect(formatMoney("en", euro(120, "JPY"))).toBe("¥120");
    expect(formatMoney("en", euro(12.5, "credits"))).toBe("12.5 credits");
    expect(formatMoney("en", euro(12.5, ""))).toBe("12.5");
  });
});

describe("amounts that belong together", () => {
  const shown = (words: string) => Number(words.replaceAll(/[€,]/g, ""));

  test("the lines of a bill add up to the total as both are shown", () => {
    expect(formatLines("en-GB", euro(107.9376), [euro(50.624), euro(57.3136)])).toEqual(["€50.63", "€57.31"]);
    expect(formatLines("en-GB", euro(0.0678), [euro(0.0452), null, euro(0.0226)])).toEqual(["€0.0452", "", "€0.0226"]);
    expect(formatLines("en-GB", euro(339.004), [euro(339), euro(0.004)])).toEqual(["€339.00", "€0.004"]);
  });

  test("whatever the amounts are, each line is less than a cent off and the sum is exact", () => {
    assert(
      property(array(integer({ min: 10_000, max: 90_000_000 }), { minLength: 1, maxLength: 9 }), (amounts) => {
        const lines = [1_000_000, ...amounts].map((millionths) => ({ millionths, currency: "EUR" }));
        const total = lines.reduce((sum, { millionths }) => sum + millionths, 0);
        const words = formatLines("en-GB", { millionths: total, currency: "EUR" }, lines).map(shown);
        const sum = words.reduce((all, amount) => all + Math.round(amount * 100), 0);
        expect(sum).toBe(Math.round(total / 10_000));
        for (const [index, amount] of words.entries()) {
          expect(Math.abs(amount - (lines[index]?.millionths ?? 0) / 1_000_000)).toBeLessThan(0.01);
        }
      }),
    );
  });

  test("balance, price and what is left agree as they are shown", () => {
    expect(restOf("en-GB", euro(10.006), euro(1.004))).toEqual(euro(9.01));
    expect(restOf("en-GB", euro(500), euro(0.1582))).toEqual(euro(499.84));
    expect(restOf("en-GB", euro(2), euro(3.5))).toEqual(euro(-1.5));
    expect(restOf("en", euro(120.4, "JPY"), euro(20, "JPY"))).toEqual(euro(100, "JPY"));
  });
});

test("a share is never rounded to all or nothing while something remains", () => {
  expect(plain(formatShare("en", 14_312, 25_001))).toBe("57 %");
  expect(plain(formatShare("en", 24_999, 25_000))).toBe("99 %");
  expect(plain(formatShare("en", 1, 25_000))).toBe("1 %");
  expect(plain(formatShare("en", 25_000, 25_000))).toBe("100 %");
  expect(plain(formatShare("en", 0, 0))).toBe("0 %");
});

describe("dates in words", () => {
  const now = local(24, 12);
  test("today, tomorrow and yesterday are named, with their time", () => {
    expect(formatWhen("en-GB", local(24, 9).toISOString(), now)).toBe("Today 09:00");
    expect(formatWhen("en-GB", local(25, 9).toISOString(), now)).toBe("Tomorrow 09:00");
    expect(formatWhen("uk", local(23, 16, 20).toISOString(), now)).toBe("Учора 16:20");
  });
  test("an older day has its month, and its year when that is another one", () => {
    expect(formatWhen("en-GB", local(20, 9).toISOString(), now)).toBe("20 November");
    expect(formatDay("en-GB", new Date(2025, 10, 20).toISOString(), now)).toBe("20 November 2025");
  });
  test("within the week the weekday is enough, beyond it the date stands beside it", () => {
    expect(formatMoment("en-GB", local(24, 9).toISOString(), now)).toBe("Tuesday 09:00");
    expect(formatMoment("en-GB", local(10, 9).toISOString(), now)).toBe("Tuesday 10 November 09:00");
  });
  test("a planned time is said as the clocks of its zone show it", () => {
    expect(formatFull("en-GB", "2026-11-24T07:00:00.000Z", "Europe/Kyiv")).toBe("Tuesday 24 November, 09:00");
    expect(formatFull("en-GB", "2026-11-24T23:30:00.000Z", "Europe/Kyiv")).toBe("Wednesday 25 November, 01:30");
    const [then, now] = ["2024-11-24T07:00:00.000Z", new Date("2026-11-24T07:00:00.000Z")];
    expect(formatFull("en-GB", then, "Europe/Kyiv", now)).toBe("Sunday, 24 November 2024, 09:00");
  });
  test("midnight is 00:00 in every language", () => {
    for (const locale of ["en-US", "uk", "ru"])
      expect(formatFull(locale, "2026-11-23T22:00:00.000Z", "Europe/Kyiv")).toMatch(/, 00:00$/);
  });
});

describe("lengths of time", () => {
  const now = local(24, 12);
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
  test("the past and the future are told in their largest whole unit", () => {
    expect(formatAgo("en", after(-4), now)).toBe("4 seconds ago");
    expect(formatAgo("en", after(4.5), now)).toBe("in 4 seconds");
    expect(formatAgo("en", after(-119), now)).toBe("1 minute ago");
    expect(formatAgo("en", after(23 * 3600 + 60), now)).toBe("in 23 hours");
    expect(formatAgo("en", after(27 * 3600), now)).toBe("in 27 hours");
    expect(formatAgo("ru", after(-5 * 86_400), now)).toBe("5 дней назад");
  });
  test("a few seconds are now, never in zero of them", () => {
    for (const seconds of [-3.9, -0.2, 0, 0.4, 3]) {
      expect(formatAgo("en", after(seconds), now)).toBe("now");
      expect(formatAgo("uk", after(seconds), now)).toBe("зараз");
      expect(formatAgo("ru", after(seconds), now)).toBe("сейчас");
    }
  });
  test("a length has one unit and at least one second", () => {
    expect(formatLength("en", 0.2)).toBe("1 second");
    expect(formatLength("en", 15)).toBe("15 seconds");
    expect(plain(formatLength("uk", 660))).toBe("11 хвилин");
    expect(formatLength("en", 7200)).toBe("2 hours");
    expect(formatLength("en", 25 * 3600)).toBe("25 hours");
    expect(formatLength("en", 50 * 3600)).toBe("2 days");
  });
  test("a countdown ends at zero", () => {
    expect(formatCountdown(192)).toBe("3:12");
    expect(formatCountdown(0.4)).toBe("0:01");
    expect(formatCountdown(-5)).toBe("0:00");
  });
});
