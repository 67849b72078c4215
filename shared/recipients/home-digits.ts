import { DigitPattern, noMatch } from "./digit-pattern.ts";
import { countriesOf, type CountryCode, mainCountryOf } from "./phone-country.ts";
import { planOf, type Plan } from "./phone-plan.ts";

/** What a country's plan says, for digits one by one. */
export type HomeDigits = {
  code: readonly number[];
  codeValue: number;
  trunk: readonly number[] | null;
  /** Whether the trunk prefix is a 0 that the calling code takes the place of. */
  plainTrunk: boolean;
  abroad: DigitPattern;
  mobile: DigitPattern | null;
  /** The state of {@link mobile} behind the calling code. */
  mobileState: number;
};

const homes = new Map<CountryCode, HomeDigits>();

/** The plan of a country so; made once. */
export function homeDigits(plan: Plan): HomeDigits {
  const known = homes.get(plan.country);
  if (known !== undefined) return known;
  const code = digitsOf(plan.code);
  const mobile = plan.mobile === null ? null : new DigitPattern([plan.mobile]);
  const behind = (state: number, digit: number): number =>
    mobile === null || state === noMatch ? noMatch : mobile.next(state, digit);
  const home: HomeDigits = {
    code,
    codeValue: Number(plan.code),
    trunk: plan.trunk === null ? null : digitsOf(plan.trunk),
    plainTrunk: plan.trunk === "0" && plan.simpleTrunk,
    abroad: new DigitPattern([plan.abroad]),
    mobile,
    mobileState: code.reduce(behind, mobile?.start ?? noMatch),
  };
  homes.set(plan.country, home);
  return home;
}

const digitsOf = (text: string): number[] => Array.from(text, Number);

const mobiles: (DigitPattern | null | undefined)[] = [];
const anyNumbers: (DigitPattern | null | undefined)[] = [];

/** The mobile numbers of the main country of a calling code, by the code's value; null where there is none. */
export function mobileOfCode(code: number): DigitPattern | null {
  const known = mobiles[code];
  if (known !== undefined) return known;
  const country = code === 0 ? null : mainCountryOf(String(code));
  const mobile = country === null ? null : homeDigits(planOf(country)).mobile;
  mobiles[code] = mobile;
  return mobile;
}

/** The numbers of all countries of a calling code, by the code's value; null where there is none. */
export function anyOfCode(code: number): DigitPattern | null {
  const known = anyNumbers[code];
  if (known !== undefined) return known;
  const countries = code === 0 ? [] : countriesOf(String(code));
  const any = countries.length === 0 ? null : new DigitPattern(countries.map((country) => planOf(country).any));
  anyNumbers[code] = any;
  return any;
}
