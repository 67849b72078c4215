import { countryOf, isCountry, type CountryCode } from "./phone-country.ts";

const fallback: CountryCode = "UA";
/**
 * So many numbers of one country, or two that are more than half of a short list, outweigh the system's region, where
 * they are this share of all that name a country. One number alone says nothing: it may be a slip.
 */
const enough = 3;
const enoughOfFew = 2;
const clearShare = 0.6;
/** So many, and nearly all: the rest of the list could hardly say otherwise. */
const enoughToBePlain = 50;
const plainShare = 0.9;

/** Digits of a cell that says its country itself: `+` or `00` in front, or long enough to begin with a calling code. */
function internationalDigits(cell: string): string | null {
  const digits = cell.replaceAll(/\D/g, "");
  const plus = /^\s*[+\uff0b]/.test(cell);
  if (plus && digits.length >= 9) return digits;
  if (digits.startsWith("00") && digits.length >= 11) return digits.slice(2);
  return /^[1-9]\d{10,14}$/.test(digits) && !digits.startsWith("8") && /^[\d\s().-]+$/.test(cell.trim())
    ? digits
    : null;
}

/** The country that so many cells name, and so large a `share` of all that name one; with how many are filled. */
function countryOfMost(
  cells: Iterable<string>,
  share: number,
): { country: CountryCode | null; count: number; filled: number } {
  const counts = new Map<string, number>();
  let all = 0;
  let filled = 0;
  for (const cell of cells) {
    if (cell !== "") filled++;
    const digits = internationalDigits(cell);
    const country = digits === null ? "001" : countryOf(digits);
    if (!isCountry(country)) continue;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    all++;
  }
  const [country, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  return { country: isCountry(country) && count >= all * share ? country : null, count, filled };
}

/** The country that a sample of the phone column names beyond doubt, so that no more of it need be looked at. */
export function plainCountry(cells: Iterable<string>): CountryCode | null {
  const { country, count } = countryOfMost(cells, plainShare);
  return count >= enoughToBePlain ? country : null;
}

/**
 * The country of numbers without one: the country that most of the other numbers name, otherwise the system's.
 * `cells` is a sample of the phone column.
 */
export function guessCountry(cells: Iterable<string>, systemCountry: string): CountryCode {
  const { country, count, filled } = countryOfMost(cells, clearShare);
  const weighty = count >= enough || (count >= enoughOfFew && count > filled / 2);
  if (country !== null && weighty) return country;
  return isCountry(systemCountry) ? systemCountry : fallback;
}
