import { countryOf, isCountry, type CountryCode } from "./phone-country.ts";

const fallback: CountryCode = "UA";
/** So many numbers of one country, and this share of all with a country, outweigh the system's region. */
const enough = 3;
const clearShare = 0.6;

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

/**
 * The country of numbers without one: the country that most of the other numbers name, otherwise the system's.
 * `cells` is a sample of the phone column.
 */
export function guessCountry(cells: Iterable<string>, systemCountry: string): CountryCode {
  const counts = new Map<string, number>();
  let all = 0;
  for (const cell of cells) {
    const digits = internationalDigits(cell);
    const country = digits === null ? "001" : countryOf(digits);
    if (!isCountry(country)) continue;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    all++;
  }
  const [country, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  if (isCountry(country) && count >= enough && count >= all * clearShare) return country;
  return isCountry(systemCountry) ? systemCountry : fallback;
}
