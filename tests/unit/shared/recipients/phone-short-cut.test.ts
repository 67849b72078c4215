import * as fc from "fast-check";
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import { describe, expect, test } from "vitest";
import type { CountryCode } from "../../../../shared/recipients/phone-country.ts";
import { readThoroughly } from "../../../../shared/recipients/phone-number.ts";
import { type Outcome, outcomes, PhoneShortCut } from "../../../../shared/recipients/phone-short-cut.ts";

const shortCuts = new Map(getCountries().map((country) => [country, new PhoneShortCut(country)]));
const encoder = new TextEncoder();

/** What a short cut says of a cell, in the words of the thorough reading; null where that must be asked. */
function said(short: PhoneShortCut, outcome: Outcome): { verdict: string; digits: string | null } | null {
  if (outcome === outcomes.unclear) return null;
  if (outcome === outcomes.blank) return { verdict: "empty", digits: null };
  if (outcome === outcomes.none) return { verdict: "invalid", digits: null };
  return { verdict: outcome === outcomes.ready ? "ready" : "repaired", digits: String(short.number) };
}

/** The short cut's answer for the bytes of a cell, among other bytes that are none of its business. */
function shortly(cell: string, country: CountryCode): ReturnType<typeof said> {
  const short = shortCuts.get(country);
  if (short === undefined) throw new Error(country);
  const bytes = encoder.encode(`0${cell}0)`);
  return said(short, short.readBytes(bytes, 1, bytes.length - 2));
}

function thoroughly(cell: string, kind: "text" | "number", country: CountryCode) {
  const { verdict, digits, warning, question, offered } = readThoroughly(cell.trim(), kind, { country, answers: {} });
  // The short cut never has anything else to say.
  return warning === null && question === null && offered === null ? { verdict, digits } : "more is said";
}

const numbers = getCountries().flatMap((country) => {
  const number = getExampleNumber(country, examples);
  return number === undefined ? [] : [{ country, number }];
});

/** How people write a number, rightly or not. */
const writings = numbers.map(({ country, number }) => {
  const digits = number.number.slice(1);
  const national = number.formatNational();
  const international = number.formatInternational();
  const grouped = international.replace(/^(\+\d+ )?(\d+) /, "$1($2) ");
  const plain = [
    digits,
    number.number,
    `00${digits}`,
    number.nationalNumber,
    `0${number.nationalNumber}`,
    `8${number.nationalNumber}`,
  ];
  const spelled = [national, international, grouped, national.replaceAll(" ", "-"), international.replaceAll(" ", "-")];
  const odd = [
    `${digits}.0`,
    ` ${number.number}\t`,
    `+${digits}.0`,
    `(0)${digits}`,
    `${digits}1`,
    digits.slice(0, -1),
    `+00${digits}`,
  ];
  return { country, cells: [...plain, ...spelled, ...odd] };
});

describe("the short cut over bytes", () => {
  test("says what the thorough reading says of every country's numbers, whoever reads them", () => {
    const different: string[] = [];
    let understood = 0;
    for (const { country, cells } of writings) {
      for (const home of [country, "UA", "US", "RU", "DE", "PL", "KZ"] as const) {
        for (const cell of cells) {
          const answer = shortly(cell, home);
          if (answer === null) continue;
          understood++;
          const right = thoroughly(cell, "text", home);
          if (JSON.stringify(answer) !== JSON.stringify(right)) different.push(`${cell} in ${home}`);
        }
      }
    }
    expect(different).toEqual([]);
    expect(understood).toBeGreaterThan(5_000);
  });

  const example = fc.constantFrom(...writings).chain(({ cells }) => fc.constantFrom(...cells));
  const signs = Array.from("0123456789 +-()./,xE:;'\t\u00a0\u200b７о*#");
  const anyDigits = fc.string({ unit: fc.constantFrom(...Array.from("0123456789")), minLength: 7, maxLength: 17 });
  const hostile = fc.string({ unit: fc.constantFrom(...signs), maxLength: 24 });
  const nearly = fc
    .tuple(example, fc.nat(), fc.constantFrom("", ...signs, "00", ".0", "(0)"), fc.nat({ max: 2 }))
    .map(([cell, at, put, out]) => {
      const place = at % (cell.length + 1);
      return cell.slice(0, place) + put + cell.slice(place + out);
    });
  const country = fc.constantFrom(...getCountries());

  test("is the same or silent for cells that are nearly numbers, and for hostile ones", () => {
    fc.assert(
      fc.property(fc.oneof(nearly, nearly, example, hostile, anyDigits), country, (cell, country) => {
        const answer = shortly(cell, country);
        if (answer !== null)
          expect([cell, country, answer]).toEqual([cell, country, thoroughly(cell, "text", country)]);
      }),
      { numRuns: 20_000 },
    );
  });

  test("is the same or silent for the numbers of a workbook", () => {
    const digits = fc.oneof(
      fc.constantFrom(...numbers.map(({ number }) => Number(number.number.slice(1)))),
      fc.constantFrom(...numbers.map(({ number }) => Number(number.nationalNumber))),
      fc.maxSafeNat(),
      fc.double({ noNaN: true }),
    );
    const off = fc.integer({ min: -99, max: 99 });
    fc.assert(
      fc.property(digits, off, country, (number, off, country) => {
        const value = number + off;
        const short = new PhoneShortCut(country);
        const answer = said(short, short.readNumber(value));
        if (answer === null) return;
        expect([value, country, answer]).toEqual([value, country, thoroughly(String(value), "number", country)]);
      }),
      { numRuns: 5_000 },
    );
  });

  test("says of digits that are no number anywhere that they are none, and leaves those that may be meant to the thorough", () => {
    expect(shortly("999123456789", "UA")).toEqual({ verdict: "invalid", digits: null });
    expect(shortly("380111234567", "UA")).toEqual({ verdict: "invalid", digits: null });
    expect(shortly("48512345678", "UA")).toBeNull();
    expect(shortly("89261234567", "DE")).toBeNull();
    expect(shortly("999-123-456-789", "UA")).toBeNull();
  });

  test("takes the usual ways of writing a mobile number, and knows a blank cell", () => {
    const cells = [
      "380671234567",
      "+380671234567",
      "0671234567",
      "671234567",
      "067 123-45-67",
      "+38 (067) 123-45-67",
      "00380671234567",
    ];
    for (const cell of cells) expect(shortly(cell, "UA")?.digits).toBe("380671234567");
    expect(shortly(cells[0]!, "UA")?.verdict).toBe("ready");
    expect(shortly(" \t", "UA")?.verdict).toBe("empty");
    expect(shortly("(212) 555-0123", "US")?.digits).toBe("12125550123");
  });
});
