import * as fc from "fast-check";
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { describe, expect, test } from "vitest";
import { type CountryCode } from "../../../../shared/recipients/phone-country.ts";
import { createPhoneReader, readThoroughly } from "../../../../shared/recipients/phone-number.ts";
import { reasonCodes } from "../../../../shared/recipients/reason.ts";

function read(cell: string, country: CountryCode = "UA", answers: Record<string, string> = {}) {
  const reading = createPhoneReader(country, answers)(cell, "text");
  return { ...reading, reasons: reading.reasons.map((reason) => reason.code) };
}

const numbers = getCountries().flatMap((country) => {
  const number = getExampleNumber(country, examples);
  return number === undefined ? [] : [{ country, number }];
});

describe("the mobile number of every country", () => {
  test("comes out right, or as a question, in whatever way it is written", () => {
    const spaces = ["\u00a0", "\u2009", " ", "-", ".", "\u2011"];
    for (const { country, number } of numbers) {
      const digits = number.number.slice(1);
      const certain = [
        number.number,
        number.formatInternational(),
        `00${digits}`,
        number.getURI(),
        `\u202a${number.number}\u202c`,
        ...spaces.map((space) => number.formatInternational().replaceAll(" ", space)),
      ];
      const expected = digits.length < 9 ? null : digits;
      for (const cell of certain)
        expect([country, cell, read(cell, country).digits]).toEqual([country, cell, expected]);
      for (const cell of [digits, number.formatNational(), number.nationalNumber, `${digits}.0`]) {
        const reading = read(cell, country);
        const right = reading.digits === expected || reading.verdict === "to-decide";
        expect([country, cell, reading.digits, right]).toEqual([country, cell, reading.digits, true]);
      }
    }
  });

  test("is never another number when the default country is another", () => {
    const wrong: string[] = [];
    for (const { country, number } of numbers) {
      for (const home of ["UA", "US", "DE", "RU", "IT"] as const) {
        for (const cell of [number.number, `00${number.number.slice(1)}`]) {
          const { digits } = read(cell, home);
          if (digits !== null && digits !== number.number.slice(1))
            wrong.push(`${country} ${cell} in ${home}: ${digits}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test("with digits gone or letters among them is refused", () => {
    const exampleNumber = fc.constantFrom(...numbers.map(({ number }) => number.number));
    const junk = fc.constantFrom("o", "O", "l", "*", "X", "о", "²", "½", "?");
    fc.assert(
      fc.property(exampleNumber, junk, fc.nat(), (number, sign, at) => {
        const index = 2 + (at % (number.length - 3));
        const cell = number.slice(0, index) + sign + number.slice(index + 1);
        expect(read(cell).digits).toBeNull();
      }),
    );
  });
});

describe("reading", () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from("0123456789")), minLength: 6, maxLength: 15 }),
    fc.string({
      unit: fc.constantFrom(...Array.from("0123456789012345678901234567890123456789 +-()./,xE\u00a0:;'")),
      maxLength: 20,
    }),
    fc
      .tuple(fc.constantFrom("+380", "380", "0", "", "8", "80", "00380", "1", "7", "+"), fc.nat({ max: 9_999_999_999 }))
      .map(([prefix, number]) => prefix + String(number)),
  );
  const country = fc.constantFrom(...getCountries());

  test("gives the same answer with and without the short cut", () => {
    fc.assert(
      fc.property(cell, country, (cell, country) => {
        const thorough = readThoroughly(cell, "text", { country, answers: {} });
        expect(createPhoneReader(country, {})(cell, "text")).toEqual(thorough);
      }),
      { numRuns: 5_000 },
    );
  });

  test("takes only numbers that exist, of 9 to 15 digits, and says why of all others", () => {
    const known = new Set<string>(reasonCodes);
    fc.assert(
      fc.property(cell, country, (cell, country) => {
        const { verdict, digits, reasons, question } = read(cell, country);
        expect(digits !== null).toBe(verdict === "ready" || verdict === "repaired");
        expect(question !== null).toBe(verdict === "to-decide");
        expect(reasons.length > 0).toBe(verdict !== "ready");
        expect(reasons.filter((code) => !known.has(code))).toEqual([]);
        if (digits === null) return;
        expect(digits).toMatch(/^\d{9,15}$/);
        expect(parsePhoneNumberFromString(`+${digits}`)?.isValid()).toBe(true);
        if (verdict === "ready") expect(digits).toBe(cell);
      }),
      { numRuns: 3_000 },
    );
  });
});
