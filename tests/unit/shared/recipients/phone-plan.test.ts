import * as fc from "fast-check";
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getExampleNumber, parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";
import { expect, test } from "vitest";
import { callingCodeOf } from "../../../../shared/recipients/phone-country.ts";
import {
  couldBeInternational,
  dialledNumber,
  internationalNumber,
  isGroupedAtHome,
  numberAsWritten,
  planOf,
} from "../../../../shared/recipients/phone-plan.ts";

test("every country has a plan whose patterns compile", () => {
  for (const country of getCountries()) expect(planOf(country).longest).toBeGreaterThan(3);
  expect(planOf("UA")).toMatchObject({
    code: "380",
    trunk: "0",
    simpleTrunk: true,
    zerosMeanAbroad: true,
    lengths: [9],
  });
  expect(planOf("IT")).toMatchObject({ code: "39", trunk: null });
  expect(planOf("AR").simpleTrunk).toBe(false);
  expect(planOf("KR").zerosMeanAbroad).toBe(false);
});

test("a number is found as it is dialled at home and as it stands with a plus", () => {
  expect(dialledNumber("0671234567", "UA")?.digits).toBe("380671234567");
  expect(dialledNumber("0671234567", "PL")).toBeNull();
  expect(internationalNumber("3800671234567")?.digits).toBe("380671234567");
  expect(numberAsWritten("3800671234567")).toBeNull();
  expect(couldBeInternational("380671234567")).toBe(true);
  expect(couldBeInternational("0671234567")).toBe(false);
});

test("a rule of a country that would touch the subscriber's own digits is not followed", () => {
  expect(dialledNumber("53884", "NF")).toBeNull();
});

test("nowhere does what is dialled for abroad begin with 2 to 7", () => {
  const digits = Array.from({ length: 600 }, (_, index) => `${200 + index}0000000`);
  for (const of of getCountries()) {
    expect([of, digits.filter((number) => planOf(of).abroad.test(number))]).toEqual([of, []]);
  }
});

test("grouping tells a number written at home", () => {
  expect(isGroupedAtHome("201 559 3843", "US")).toBe(true);
  expect(isGroupedAtHome("20 15593843", "US")).toBe(false);
  expect(isGroupedAtHome("2015593843", "US")).toBe(false);
});

test("lines that an SMS may not reach are known", () => {
  expect(internationalNumber("380444901212")?.warning).toBe("landline");
  expect(internationalNumber("380900212345")?.warning).toBe("premium");
  expect(internationalNumber("12015593843")?.warning).toBeNull();
});

const country = fc.constantFrom(...getCountries());
/** Digits near a number: an example with its beginning changed, a trunk 0 or code in front, a digit more or less. */
const nearNumber = country.chain((of) => {
  const example = getExampleNumber(of, examples);
  const national = example?.nationalNumber ?? "123456789";
  const code = example?.countryCallingCode ?? "380";
  return fc
    .tuple(fc.constantFrom("", "0", "8", "1", code, `${code}0`, `${code}8`), fc.nat({ max: 99 }), fc.nat({ max: 2 }))
    .map(([before, start, cut]) => ({ of, digits: before + String(start) + national.slice(cut) }));
});
const anyDigits = fc.record({ of: country, digits: fc.stringMatching(/^[1-9]\d{6,14}$/) });

/** What the library says, asked without any first look. Satellites and the like, of no country, are not taken. */
function byLibrary(parsed: PhoneNumber | undefined, written: string) {
  if (
    parsed?.isValid() !== true ||
    callingCodeOf(parsed.number.slice(1)) === null ||
    parsed.number.slice(-6) !== written.slice(-6)
  )
    return null;
  return { digits: parsed.number.slice(1), national: parsed.nationalNumber, country: parsed.country ?? null };
}

test("first looks and patterns give what the library gives, for digits of every country", () => {
  fc.assert(
    fc.property(fc.oneof(nearNumber, anyDigits), ({ of, digits }) => {
      const international = internationalNumber(digits);
      const dialled = dialledNumber(digits, of);
      const withPlus = parsePhoneNumberFromString(`+${digits}`, { extract: false });
      const atHome = parsePhoneNumberFromString(digits, { defaultCountry: of, extract: false });
      const plain = (number: typeof dialled) =>
        number && { digits: number.digits, national: number.national, country: number.country };
      expect([of, digits, plain(international)]).toEqual([of, digits, byLibrary(withPlus, digits)]);
      expect([of, digits, plain(dialled)]).toEqual([of, digits, byLibrary(atHome, digits)]);
      const types = ["FIXED_LINE_OR_MOBILE", "MOBILE", "VOIP", undefined];
      if (international) expect(international.warning === null).toBe(types.includes(withPlus?.getType()));
    }),
    { numRuns: 3_000 },
  );
});
