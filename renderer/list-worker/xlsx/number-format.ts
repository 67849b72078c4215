import { format, getFormatFromId, getLocale, isDateFormat } from "numfmt";

/** Days between the two calendars of workbooks: 1904 is that much later (ECMA-376, 18.17.4.1). */
const days1904 = 1_462;

/** Every digit of a number, never in scientific notation as far as a double is exact. */
export function exactDigits(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return String(value);
}

/** Shows numbers as their format in the workbook does, in the user's locale. */
export class NumberFormats {
  private readonly patterns: readonly string[];
  private readonly dates: readonly boolean[];
  private readonly locale: string;
  private readonly date1904: boolean;

  /** `patterns` by cell style. */
  constructor(patterns: readonly string[], date1904: boolean, locale: string) {
    this.patterns = patterns;
    this.dates = patterns.map((pattern) => isDate(pattern));
    this.date1904 = date1904;
    this.locale = knownLocale(locale);
  }

  show(value: number, style: number): string {
    const pattern = this.patterns[style] ?? "General";
    // Excel would show a long General number as 3.80671E+11 and mean all of its digits.
    if ((pattern === "General" || pattern === "@") && Number.isInteger(value) && Math.abs(value) < 1e15)
      return String(value);
    const shifted = this.date1904 && this.dates[style] === true ? value + days1904 : value;
    try {
      return format(pattern, shifted, { locale: this.locale, throws: false, invalid: exactDigits(value) }).trim();
    } catch (problem) {
      if (problem instanceof Error) return exactDigits(value);
      throw problem;
    }
  }

  showBoolean(value: boolean): string {
    return format("General", value, { locale: this.locale, throws: false });
  }
}

function isDate(pattern: string): boolean {
  try {
    return isDateFormat(pattern);
  } catch (problem) {
    if (problem instanceof Error) return false;
    throw problem;
  }
}

function knownLocale(locale: string): string {
  try {
    return getLocale(locale) === undefined ? "en-US" : locale;
  } catch (problem) {
    if (problem instanceof Error) return "en-US";
    throw problem;
  }
}

/** The pattern of one of the formats that every workbook has without saying so; dates follow the locale. */
export function builtInPattern(id: number, locale: string): string {
  return getFormatFromId(id, knownLocale(locale)) ?? "General";
}
