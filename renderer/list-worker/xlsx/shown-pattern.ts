import { addLocale, getFormatFromId, getLocale, isDateFormat } from "numfmt";
import { partitiveMonths } from "./partitive-months.ts";

/** A number format made ready for numfmt, which differs from Excel where a locale has a say. */
export type ShownPattern = {
  pattern: string;
  /** True for a day in the calendar, also a time of it; a length of time, `[h]:mm`, has no calendar. */
  isDate: boolean;
  /** Names of the twelve months to put for `mmmm`, null where numfmt's own are right. */
  months: readonly string[] | null;
};

/** Text in quotes, an escaped sign, something in square brackets, the half of the day, or one sign. */
const tokens = /"[^"]*"?|\\.|\[[^\]]*\]|am\/pm|a\/p|[\s\S]/gi;
const localeToken = /^\[\$([^-\]]*)-([^\],]*)[^\]]*\]$/;
/** Windows' codes for "the system's long date" and "the system's time", also as Excel writes them today. */
const systemDate = /^(F800|x-sysdate)$/i;
const systemTime = /^(F400|x-systime)$/i;

// numfmt begins the short months of Ukrainian with a capital, as nobody writes them.
const ukrainian = getLocale("uk");
if (ukrainian) addLocale({ ...ukrainian, mmm: lowerCase(ukrainian.mmm) }, "uk");

function lowerCase<Names extends readonly string[]>(names: Names): Names {
  return names.map((name) => name.toLowerCase()) as unknown as Names;
}

/** The tag of a locale that numfmt knows, "en-US" for all others. */
export function knownLocale(locale: string): string {
  try {
    return getLocale(locale) === undefined ? "en-US" : locale;
  } catch (problem) {
    if (problem instanceof Error) return "en-US";
    throw problem;
  }
}

/**
 * The Windows locale code (MS-LCID) that numfmt knows for one of a pattern: `FC19` is Russian with its months in the
 * genitive, `C0A` Spanish in its modern order; the low ten bits name the language, 0x400 its usual country.
 */
function knownCode(code: string): string | null {
  const value = Number.parseInt(code, 16);
  if (!/^[\da-f]{3,8}$/i.test(code) || Number.isNaN(value)) return isKnown(code) ? code : null;
  const candidates = [value & 0xffff, (value & 0x3ff) | 0x400];
  const known = candidates.find((candidate) => getLocale(candidate) !== undefined);
  return known === undefined ? null : known.toString(16).padStart(4, "0");
}

function isKnown(tag: string): boolean {
  try {
    return getLocale(tag) !== undefined;
  } catch (problem) {
    if (problem instanceof Error) return false;
    throw problem;
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

/** How a locale writes short dates; `.` where numfmt has no format for it. */
function dateSeparator(locale: string): string {
  return /[^\w\s\\"]/.exec(getFormatFromId(14, locale) ?? "")?.[0] ?? "/";
}

/** True for hours, minutes or seconds that go on counting, without any day, month or year beside them. */
function isLength(pattern: string): boolean {
  const isCounted = (pattern.match(tokens) ?? []).some((token) => /^\[(h+|m+|s+)\]$/i.test(token));
  // A minute is spelled as a month is: without days and years it is one.
  return isCounted && !/[dyeb]/i.test(pattern.replace(tokens, (token) => (token.length === 1 ? token : " ")));
}

/** Whether a locale code counts years from the Buddha: the calendar stands above the language ([MS-XLS], 07 is Thai). */
function isBuddhist(code: string): boolean {
  return /^[\da-f]{5,8}$/i.test(code) && ((Number.parseInt(code, 16) >> 16) & 0xff) === 7;
}

const languageOf = (code: string): string => {
  const value = Number.parseInt(code, 16);
  const languages: Readonly<Record<number, string>> = { 0x19: "ru", 0x22: "uk", 0x15: "pl", 0x05: "cs", 0x1b: "sk" };
  return Number.isNaN(value) ? code : (languages[value & 0x3ff] ?? "");
};

/** True where a day of the month stands before the month's name: "15 March", in which many languages bend the month. */
function dayBeforeMonth(pattern: string): boolean {
  const bare = pattern.replace(tokens, (token) => (token.length === 1 ? token.toLowerCase() : " "));
  const month = /(?<!m)mmmm(?!m)/.exec(bare);
  return month !== null && /(?<!d)dd?(?!d)/.test(bare.slice(0, month.index));
}

/** The pattern of a date: `/` is the separator of the user's system unless the pattern has a locale of its own. */
function datePattern(pattern: string, locale: string): ShownPattern {
  let own: string | null = null;
  let system = false;
  let buddhist = false;
  let shown = "";
  const separator = dateSeparator(locale);
  for (const token of pattern.match(tokens) ?? []) {
    const code = localeToken.exec(token)?.[2];
    if (code === undefined && buddhist && /^y$/i.test(token)) shown += "b";
    else if (code === undefined) shown += token === "/" && own === null && separator !== "/" ? `\\${separator}` : token;
    else if (systemDate.test(code)) system = true;
    else if (systemTime.test(code)) shown += token;
    else {
      buddhist = isBuddhist(code);
      own = knownCode(code);
      if (own !== null) shown += `[$-${own}]`;
    }
  }
  const whole = system ? (getLocale(locale)?.sysdate ?? "d mmmm yyyy") : shown;
  const months = dayBeforeMonth(whole) ? partitiveMonths(own === null ? locale : languageOf(own)) : null;
  return { pattern: whole, isDate: !isLength(whole), months };
}

/** The pattern of a number: a currency's country says nothing about separators, those are the user's own. */
function numberPattern(pattern: string): string {
  return pattern.replace(tokens, (token) => {
    const sign = localeToken.exec(token)?.[1];
    return sign === undefined || sign === "" ? (sign === "" ? "" : token) : `"${sign}"`;
  });
}

/** Four times what Excel takes: a longer pattern wants to harm, and says as much as none. */
export const longestPattern = 1_024;

/** Makes a pattern of a workbook ready for somebody with this locale (one that numfmt knows). */
export function shownPattern(pattern: string, locale: string): ShownPattern {
  if (pattern.length > longestPattern) return { pattern: "General", isDate: false, months: null };
  if (isDate(pattern)) return datePattern(pattern, locale);
  return { pattern: numberPattern(pattern), isDate: false, months: null };
}

/** A date's pattern with the name of its month written out. */
export function withMonth(pattern: string, name: string): string {
  return pattern.replace(/"[^"]*"?|\\.|\[[^\]]*\]|m+/gi, (token) =>
    token.toLowerCase() === "mmmm" ? `"${name}"` : token,
  );
}
