import type { CountryCode } from "./phone-country.ts";
import { dialledNumber, numberAsWritten, type PlanNumber } from "./phone-plan.ts";

export type QuestionKind = "trunk-8" | "two-readings" | "with-plus" | "row-country";

/** The choice to read bare digits as they stand, with a plus in front, whatever country that is. */
export const internationalChoice = "international";

/** The choice that a number which is none at home is none at all. */
export const noNumberChoice = "none";

/** One id for the whole column, such as `trunk-8:UA-RU`, `two-readings:US` or `with-plus:UA`. */
export function questionId(kind: QuestionKind, countries: readonly CountryCode[]): string {
  return `${kind}:${countries.join("-")}`;
}

/** The same question about all numbers that do not exist in the country that their row names, whichever that is. */
export const withPlusByRow = "with-plus:row";

/** Where numbers were dialled with an 8 before 1991, and lists still show it. */
const onceDialled8: ReadonlySet<CountryCode> = new Set<CountryCode>([
  "UA",
  "RU",
  "KZ",
  "BY",
  "MD",
  "GE",
  "AM",
  "AZ",
  "UZ",
  "TM",
  "TJ",
  "KG",
  "LT",
  "LV",
  "EE",
]);

/** The countries whose number `8…` may be, the reader's own first; null where an 8 means nothing of the kind. */
export function oldTrunkChoices(digits: string, country: CountryCode): CountryCode[] | null {
  if (!/^8\d{10}$/.test(digits) || !onceDialled8.has(country)) return null;
  return country === "RU" || country === "KZ" ? [country, "UA"] : [country, "RU"];
}

/** `8 926 …` is Russian or Kazakh with 7 for the 8; elsewhere the 8 stood before the number as it is dialled today. */
export function oldTrunkNumber(digits: string, country: CountryCode): PlanNumber | null {
  if (!/^8\d{10}$/.test(digits)) return null;
  if (country === "RU" || country === "KZ") return numberAsWritten(`7${digits.slice(1)}`);
  return dialledNumber(digits.slice(1), country);
}
