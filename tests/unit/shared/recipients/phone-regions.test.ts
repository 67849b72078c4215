import * as fc from "fast-check";
import { getCountries, Metadata, parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";
import { describe, expect, test } from "vitest";
import type { CountryCode } from "../../../../shared/recipients/phone-country.ts";
import { createPhoneReader, readThoroughly } from "../../../../shared/recipients/phone-number.ts";

type Kind = "MOBILE" | "FIXED_LINE";
type Plan = { callingCode(): string; type(kind: Kind): { pattern(): string } | undefined };
type Sample = { country: CountryCode; kind: Kind; number: PhoneNumber; digits: string };

/** Numbers of every region by the patterns of its plan, always the same ones; only those that the library calls valid. */
function samplesOf(country: CountryCode, kind: Kind, howMany: number): Sample[] {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const plan = metadata.numberingPlan as unknown as Plan;
  // What must not follow is judged by the library afterwards: the generator knows no look-ahead.
  const pattern = plan
    .type(kind)
    ?.pattern()
    .replaceAll(/\(\?![^()]*(?:\([^()]*\)[^()]*)*\)/g, "");
  if (pattern === undefined || pattern === "") return [];
  const nationals = fc.sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`)), { numRuns: howMany, seed: 8 });
  return nationals.flatMap((national) => {
    const written = `+${plan.callingCode()}${national}`;
    const number = parsePhoneNumberFromString(written, { extract: false });
    if (number?.isValid() !== true || number.number !== written) return [];
    return [{ country, kind, number, digits: written.slice(1) }];
  });
}

const samples = getCountries().flatMap((country) =>
  (["MOBILE", "FIXED_LINE"] as const).flatMap((kind) => samplesOf(country, kind, 3)),
);

const wide = (text: string): string =>
  text.replaceAll(/[0-9+]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const bracketed = (text: string): string => text.replace(/^(\+\d+ )?(\d+) /, "$1($2) ");

/** The ways that say the country: nothing but these digits may come out, and they must. */
function international({ number, digits }: Sample): string[] {
  const spaced = number.formatInternational();
  return [
    `+${digits}`,
    spaced,
    bracketed(spaced),
    wide(spaced),
    `+ ${digits}`,
    `tel. +${digits}`,
    ...[".", "-", "\u00a0", "\u2009", "–"].map((sign) => spaced.replaceAll(" ", sign)),
    `\u200e${spaced}\u200f`,
    `'+${digits}`,
  ];
}

/** The ways that leave the country to the reader: these digits, a question, or an honest refusal. */
function national({ number, digits }: Sample): string[] {
  const spaced = number.formatNational();
  return [
    digits,
    `00${digits}`,
    `${digits}.0`,
    digits.replaceAll(/(\d{2})(?=\d)/g, "$1 "),
    digits.replaceAll(/(\d{3})(?=\d)/g, "$1 "),
    spaced,
    spaced.replaceAll(/\D/g, ""),
    spaced.replaceAll(" ", "."),
    spaced.replaceAll(" ", "-"),
    spaced.replace(" ", "/"),
    bracketed(spaced),
    wide(spaced),
    `${spaced.replaceAll(/\D/g, "")}.0`,
    number.formatInternational().replace(/^(\+\d+) /, "$1 (0) "),
  ];
}

const taken = (digits: string): string | null => (digits.length >= 9 && digits.length <= 15 ? digits : null);

describe("numbers of every region", () => {
  test("are there to be read, mobile and fixed", () => {
    expect(samples.length).toBeGreaterThan(1_100);
    expect(new Set(samples.map(({ country }) => country)).size).toBe(getCountries().length);
  });

  test("come out right however they are written with their country, whoever reads them", () => {
    const wrong: string[] = [];
    for (const [index, sample] of samples.entries()) {
      for (const home of [sample.country, index % 2 === 0 ? "UA" : "US"] as const) {
        const read = createPhoneReader(home, {});
        for (const cell of international(sample)) {
          const { digits, reasons } = read(cell, "text");
          if (digits === taken(sample.digits) && (digits !== null || reasons[0]?.code === "outside-service")) continue;
          wrong.push(`${cell} read in ${home}: ${digits}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test("are never other digits however they are written at home", () => {
    const wrong: string[] = [];
    let cells = 0;
    let right = 0;
    for (const sample of samples) {
      const read = createPhoneReader(sample.country, {});
      for (const cell of national(sample)) {
        const { digits, verdict } = read(cell, "text");
        cells++;
        if (digits === sample.digits || verdict === "to-decide") right++;
        // Gabon put a digit in front of all its numbers in 2019; the library knows both writings of one line.
        if (digits === null || digits === sample.digits || sample.country === "GA") continue;
        wrong.push(`${cell} read in ${sample.country}: ${digits} for ${sample.digits}`);
      }
    }
    expect(wrong).toEqual([]);
    // Most refusals are of numbers of fewer than nine digits, and of zeros in brackets that could be the number's own.
    expect(right / cells).toBeGreaterThan(0.85);
  });

  test("have the same answer with and without the short cut", () => {
    const different: string[] = [];
    for (const sample of samples.filter((_, index) => index % 5 === 0)) {
      const read = createPhoneReader(sample.country, {});
      for (const cell of [...international(sample), ...national(sample)]) {
        const thorough = readThoroughly(cell, "text", { country: sample.country, answers: {} });
        if (JSON.stringify(read(cell, "text")) !== JSON.stringify(thorough)) different.push(cell);
      }
    }
    expect(different).toEqual([]);
  });

  test("with an extension, a second number or a label are still these digits", () => {
    for (const sample of samples.filter(({ kind, digits }) => kind === "MOBILE" && taken(digits) !== null)) {
      const spaced = sample.number.formatInternational();
      const read = createPhoneReader(sample.country, {});
      for (const cell of [
        `${spaced} ext. 12`,
        `${spaced}; ${spaced}`,
        `mob. ${spaced}`,
        `${spaced} / 12`,
        `"${spaced}"`,
      ]) {
        expect([cell, read(cell, "text").digits]).toEqual([cell, sample.digits]);
      }
    }
  });

  test("of a workbook's numbers keep every digit", () => {
    for (const { country, digits } of samples) {
      const reading = createPhoneReader(country, {})(digits, "number");
      expect([digits, [taken(digits), null].includes(reading.digits)]).toEqual([digits, true]);
    }
  });
});
