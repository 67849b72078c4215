import * as fc from "fast-check";
import { format } from "numfmt";
import { describe, expect, test } from "vitest";
import { PlainDecimals } from "../../../../../renderer/list-worker/xlsx/plain-decimals.ts";

const patterns = ["General", "0", "0.0", "0.00", "0.000000", "#,##0", "#,##0.00"];
const locales = [
  "en-US",
  "uk-UA",
  "ru-RU",
  "de-DE",
  "de-CH",
  "pl-PL",
  "es-ES",
  "fr-FR",
  "tr-TR",
  "ar-SA",
  "hi-IN",
  "en-IN",
];
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 10 ** 9 }).map((hundredths) => hundredths / 100),
  fc.integer({ min: 0, max: 10 ** 12 }).map((thousandths) => thousandths / 1000),
  fc.double({ min: -1e6, max: 1e16, noNaN: true }),
  fc.nat().map((half) => half + 0.5),
  fc.nat().map((half) => (2 * half + 1) / 200),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

describe("numbers in usual formats", () => {
  test("are shown as numfmt shows them, in every locale, or left to it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...patterns), fc.constantFrom(...locales), amounts, (pattern, locale, value) => {
        const shown = PlainDecimals.of(pattern, locale)?.show(value) ?? null;
        if (shown !== null) expect(shown).toBe(format(pattern, value, { locale, throws: false }).trim());
      }),
      { numRuns: 20_000 },
    );
  });

  test("are shown without letters where that is said", () => {
    fc.assert(
      fc.property(fc.constantFrom(...patterns), fc.constantFrom(...locales), amounts, (pattern, locale, value) => {
        if (PlainDecimals.of(pattern, locale)?.showsNoLetters(value) !== true) return;
        expect(format(pattern, value, { locale, throws: false })).not.toMatch(/\p{L}/u);
      }),
      { numRuns: 5_000 },
    );
    expect(PlainDecimals.of("General", "en-US")?.showsNoLetters(19.9)).toBe(true);
    expect(PlainDecimals.of("General", "en-US")?.showsNoLetters(1e-9)).toBe(false);
  });

  test("are seldom left to it: amounts of money are not", () => {
    for (const pattern of ["General", "0.00", "#,##0.00"]) {
      for (const value of [0.01, 19.9, 2119.79, 1_234_567.8]) {
        expect(PlainDecimals.of(pattern, "uk-UA")?.show(value), `${pattern} of ${value}`).not.toBeNull();
      }
    }
    expect(PlainDecimals.of("#,##0.00", "uk-UA")?.show(1_234_567.8)).toBe(
      format("#,##0.00", 1_234_567.8, { locale: "uk-UA" }),
    );
  });

  test("in any other format are always left to it", () => {
    for (const pattern of ["0%", "yyyy-mm-dd", '0.00 "€"', "0.00;[Red]-0.00", "#,##0.00 [$₴-422]", "0.0E+0", "@"]) {
      expect(PlainDecimals.of(pattern, "en-US")).toBeNull();
    }
  });
});
