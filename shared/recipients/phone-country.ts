import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import type { CountryCode } from "libphonenumber-js/max";

export type { CountryCode };

/** Whether a two-letter ISO 3166 code is a country with telephone numbers of its own. */
export function isCountry(code: string): code is CountryCode {
  return isSupportedCountry(code);
}

/** All of them. */
export const allCountries: readonly CountryCode[] = getCountries();

/** What is dialled for a country from abroad. */
export function codeOfCountry(country: CountryCode): string {
  return getCountryCallingCode(country);
}

const callingCodes = new Map<string, CountryCode[]>();
for (const country of allCountries) {
  const code = getCountryCallingCode(country);
  callingCodes.set(code, [...(callingCodes.get(code) ?? []), country]);
}

/** Where several countries share a calling code, this many digits tell them apart. */
const sharedPrefix: Record<string, number> = { "1": 4, "7": 4 };
const otherSharedPrefix = 8;
const known = new Map<string, CountryCode>();

/**
 * The country of an international number without plus, as an ISO 3166 code; "001" for codes of no country and for
 * digits that begin with no calling code. Where countries share a code, an unassigned number counts to the first.
 */
export function countryOf(digits: string): string {
  const code = callingCodeOf(digits);
  const countries = code === null ? undefined : callingCodes.get(code);
  if (code === null || countries === undefined) return "001";
  const first = mainCountry(code, countries);
  if (countries.length === 1) return first;
  const prefix = digits.slice(0, sharedPrefix[code] ?? otherSharedPrefix);
  const cached = known.get(prefix);
  if (cached !== undefined) return cached;
  const found = parsePhoneNumberFromString(`+${digits}`)?.country;
  if (found === undefined) return first;
  known.set(prefix, found);
  return found;
}

/** The country that stands for a calling code; null where the digits begin with none. */
export function mainCountryOf(digits: string): CountryCode | null {
  const code = callingCodeOf(digits);
  const countries = code === null ? undefined : callingCodes.get(code);
  return code === null || countries === undefined ? null : mainCountry(code, countries);
}

/** The countries of a calling code. */
export function countriesOf(code: string): readonly CountryCode[] {
  return callingCodes.get(code) ?? [];
}

/** The calling codes by their value: asked for every cell, so that no text is cut for it. None begins with a 0. */
const codeOfValue: (string | undefined)[] = Array.from({ length: 1_000 });
for (const code of callingCodes.keys()) codeOfValue[Number(code)] = code;

/** The calling code that an international number begins with; no code is the beginning of another. */
export function callingCodeOf(digits: string): string | null {
  let value = 0;
  for (let index = 0; index < 3; index++) {
    value = value * 10 + digits.charCodeAt(index) - 0x30;
    // A leading 0 would make 07 the value of 7.
    if (value === 0) return null;
    const code = codeOfValue[value];
    if (code !== undefined) return code;
  }
  return null;
}

/** The same of digits by their values, from `from` on: the code's value, 0 where there is none. */
export function callingCodeAt(digits: Uint8Array, from: number): number {
  let value = 0;
  for (let index = from; index < from + 3; index++) {
    value = value * 10 + digits[index]!;
    if (value === 0) return 0;
    if (codeOfValue[value] !== undefined) return value;
  }
  return 0;
}

const mainCountries: Record<string, CountryCode> = { "1": "US", "7": "RU", "44": "GB" };

function mainCountry(code: string, countries: readonly CountryCode[]): CountryCode {
  return mainCountries[code] ?? countries[0]!;
}
