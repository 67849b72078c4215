import { internationalNumber, numberAsWritten, planOf, type PlanNumber } from "./phone-plan.ts";
import type { CountryCode } from "./phone-country.ts";

/**
 * Plans that were changed while lists kept the old numbers, each with what an old number has become: nothing is guessed,
 * the regulators published these rules. Calling code and the digits behind it, as they were.
 */
const formerPlans: readonly { code: string; was: RegExp; is: (was: RegExpExecArray) => string }[] = [
  // Mexico: a 1 before mobile numbers from abroad, 044, 045 and 01 within the country, until August 2019 (IFT).
  { code: "52", was: /^(?:1|044|045|01)(\d{10})$/, is: ([, number = ""]) => number },
  // Brazil: a ninth digit before mobile numbers, from 2012 to 2016 area by area (Anatel).
  { code: "55", was: /^(\d{2})([6-9]\d{7})$/, is: ([, area = "", number = ""]) => `${area}9${number}` },
  // Ivory Coast: two digits for the network in front of mobile numbers, since January 2021 (ARTCI).
  { code: "225", was: /^[04-9](\d)\d{6}$/, is: ([number, second = ""]) => networkOf(Number(second)) + number },
  // Benin: 01 in front of every number, since November 2024 (ARCEP).
  { code: "229", was: /^[4-9]\d{7}$/, is: ([number]) => `01${number}` },
];

/** The calling codes of these plans by their value: of digits under them more may be said than that they are no number. */
export const formerCodes: ReadonlySet<number> = new Set(formerPlans.map(({ code }) => Number(code)));

/**
 * What was dialled for abroad and is in the plans no more, but still in address books: 001 was Indosat's, and
 * libphonenumber had it with 008 and 009 for years.
 */
const formerPrefixes: Partial<Record<CountryCode, string>> = { ID: "001" };

/**
 * The number abroad that was reached from a country by dialling these digits, when its prefix was still in use; null where
 * there is none. In Indonesia `001 65 8…` was Singapore; behind the 00 of other countries 1 658 … is Jamaica.
 */
export function formerlyAbroad(digits: string, country: CountryCode): PlanNumber | null {
  const prefix = formerPrefixes[country];
  return prefix === undefined || !digits.startsWith(prefix) ? null : internationalNumber(digits.slice(prefix.length));
}

/** Ivory Coast had told its networks apart by the second digit: Moov, MTN, Orange. */
function networkOf(second: number): string {
  if (second <= 3) return "01";
  return second <= 6 ? "05" : "07";
}

/**
 * What digits that are no number any more have become since they were one, in the plan of `home` or in that of the
 * calling code that they begin with; with a plus they are of no home. Null where they never were, or are still, one.
 */
export function formerNumber(digits: string, home: CountryCode | null): PlanNumber | null {
  for (const { code, was, is } of formerPlans) {
    const atHome = home !== null && planOf(home).code === code ? was.exec(digits) : null;
    const found = atHome ?? (digits.startsWith(code) ? was.exec(digits.slice(code.length)) : null);
    const number = found === null ? null : numberAsWritten(code + is(found));
    if (number !== null) return number;
  }
  return null;
}
