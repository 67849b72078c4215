import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { expect, test } from "vitest";
import {
  callingCodeOf,
  countriesOf,
  countryOf,
  isCountry,
  mainCountryOf,
} from "../../../../shared/recipients/phone-country.ts";

test("every country's mobile number counts to the country of its plan, which is a neighbour's for a few territories", () => {
  for (const country of getCountries()) {
    const number = getExampleNumber(country, examples);
    if (number === undefined) continue;
    const planned = parsePhoneNumberFromString(number.number)?.country;
    expect([number.number, countryOf(number.number.slice(1))]).toEqual([number.number, planned]);
  }
});

test("countries that share a calling code are told apart, whichever number came first", () => {
  expect(["77011234567", "79265551234", "12015593843", "14165550123"].map(countryOf)).toEqual(["KZ", "RU", "US", "CA"]);
  expect(["14165550123", "12015593843", "79265551234", "77011234567"].map(countryOf)).toEqual(["CA", "US", "RU", "KZ"]);
});

test("digits of no country are the world's", () => {
  expect(countryOf("0671234567")).toBe("001");
  expect(countryOf("")).toBe("001");
  expect(mainCountryOf("999")).toBeNull();
});

test("calling codes are found at the beginning of a number", () => {
  expect([callingCodeOf("380671234567"), callingCodeOf("12015593843"), callingCodeOf("0")]).toEqual(["380", "1", null]);
  expect(countriesOf("7")).toContain("KZ");
  expect(mainCountryOf("447911123456")).toBe("GB");
});

test("only codes with telephone numbers are countries", () => {
  expect([isCountry("UA"), isCountry("001"), isCountry("ua")]).toEqual([true, false, false]);
});
