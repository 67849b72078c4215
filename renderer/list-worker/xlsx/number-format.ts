import { dateFromSerial, format, getFormatFromId } from "numfmt";
import { exactDigits } from "../source/cell-table.ts";
import { days1904 } from "../source/iso-date.ts";
import { PlainDecimals } from "./plain-decimals.ts";
import { knownLocale, type ShownPattern, shownPattern, withMonth } from "./shown-pattern.ts";

/** So many numbers are kept as they are shown, in all styles together. */
const mostKept = 100_000;

/** Shows numbers as their format in the workbook does, in the user's locale. */
export class NumberFormats {
  private readonly patterns: readonly string[];
  /** By style, as far as it was asked for: a workbook has up to 65,536 of them, and uses few. */
  private readonly ready: ShownPattern[] = [];
  /** By style, what numbers are shown as: days and amounts come again, and to format one takes microseconds. */
  private readonly kept: Map<number, string>[] = [];
  private keptCount = 0;
  private readonly plain: (PlainDecimals | null)[] = [];
  private readonly locale: string;
  private readonly date1904: boolean;
  /** By style, as far as it was asked for: whether a text is shown as it is. */
  private readonly asIs: boolean[] = [];

  /** `patterns` by cell style. */
  constructor(patterns: readonly string[], date1904: boolean, locale: string) {
    this.locale = knownLocale(locale);
    this.patterns = patterns;
    this.date1904 = date1904;
  }

  /** The number as shown, without white space around it. */
  show(value: number, style: number): string {
    const { pattern } = this.patternOf(style);
    // Excel would show a long General number as 3.80671E+11 and mean all of its digits.
    if ((pattern === "General" || pattern === "@") && Number.isInteger(value) && Math.abs(value) < 1e15)
      return String(value);
    const plain = this.plainOf(style, pattern)?.show(value) ?? null;
    if (plain !== null) return plain;
    const kept = (this.kept[style] ??= new Map());
    const known = kept.get(value);
    if (known !== undefined) return known;
    const shown = this.formatted(value, style);
    if (this.keptCount < mostKept) {
      kept.set(value, shown);
      this.keptCount++;
    }
    return shown;
  }

  private plainOf(style: number, pattern: string): PlainDecimals | null {
    const known = this.plain[style];
    return known === undefined ? (this.plain[style] = PlainDecimals.of(pattern, this.locale)) : known;
  }

  private formatted(value: number, style: number): string {
    const { pattern, isDate, months } = this.patternOf(style);
    const shifted = this.date1904 && isDate ? value + days1904 : value;
    if (months === null) return this.format(pattern, shifted, exactDigits(shifted));
    const month = dateFromSerial(shifted)[1] ?? 1;
    return this.format(withMonth(pattern, months[month - 1] ?? ""), shifted, exactDigits(shifted));
  }

  /** True where the number surely has no letters as shown, seen without showing it. */
  showsNoLetters(value: number, style: number): boolean {
    return this.plainOf(style, this.patternOf(style).pattern)?.showsNoLetters(value) ?? false;
  }

  /** A text as shown: formats have a part for texts too, `"Firm "@`, and `;;;` shows nothing of it. */
  showText(text: string, style: number): string {
    return this.showsAsIs(style) ? text : this.format(this.patternOf(style).pattern, text, text);
  }

  private patternOf(style: number): ShownPattern {
    const known = this.ready[style];
    if (known !== undefined) return known;
    const pattern = this.patterns[style];
    return (this.ready[style] = pattern === undefined ? general : shownPattern(pattern, this.locale));
  }

  private showsAsIs(style: number): boolean {
    const known = this.asIs[style];
    if (known !== undefined) return known;
    const { pattern } = this.patternOf(style);
    // Three of four parts are for numbers; without one for texts these are shown as they are.
    const hasPart = pattern !== "@" && /@|;.*;.*;/.test(pattern);
    return (this.asIs[style] = !hasPart || this.format(pattern, "text", "text") === "text");
  }

  showBoolean(value: boolean): string {
    return format("General", value, { locale: this.locale, throws: false });
  }

  private format(pattern: string, value: number | string, otherwise: string): string {
    try {
      return format(pattern, value, {
        locale: this.locale,
        throws: false,
        invalid: otherwise,
        overflow: otherwise,
      }).trim();
    } catch (problem) {
      if (problem instanceof Error) return otherwise;
      throw problem;
    }
  }
}

const general: ShownPattern = { pattern: "General", isDate: false, months: null };

/** The pattern of one of the formats that every workbook has without saying so; dates follow the locale. */
export function builtInPattern(id: number, locale: string): string {
  return getFormatFromId(id, knownLocale(locale)) ?? "General";
}
