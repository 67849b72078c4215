import { spelledOut } from "./country-abbreviations.ts";
import { countryAliases, namesOfSeveral } from "./country-aliases.ts";
import { countryOfThree } from "./country-codes.ts";
import {
  allCountries,
  callingCodeOf,
  codeOfCountry,
  type CountryCode,
  isCountry,
  mainCountryOf,
} from "./phone-country.ts";

/** The languages whose names of countries are understood: the six of most headings, and those of `more-headings.ts`. */
const firstLanguages = "en uk ru de pl es";
const otherLanguages =
  "fr it pt nl tr ro cs sk hu bg hr sl sr el lt lv et fi sv da no is he ar fa az kk ka hy be sq mk ca zh zh-Hant ja ko vi id hi";

/** A cell longer than this names no country. */
const longestCell = 80;
/** A shorter word is an abbreviation, which in another column could be one of anything. */
const shortestName = 4;

/** How a cell names its country: by a name, by a short form such as `PL`, or by digits alone, which may be anything. */
export type NamedCountry = { country: CountryCode; how: "name" | "code" | "digits" };

/** Letters that no normal form takes apart. */
const plainLetters: Record<string, string> = { ł: "l", ø: "o", ß: "ss", æ: "ae", œ: "oe", đ: "d", ı: "i" };

/** A name as names are compared: small letters without their marks, single spaces for all signs. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f\u200b-\u200f\u2060\ufeff'’ʼ`]+/g, "")
    .replaceAll(/[łøßæœđı]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll("&", " and ")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the (?=.)|(?<=.) the$/g, "");
}

/** Cyrillic and Latin words, where few letters are an abbreviation. */
const isShort = (name: string): boolean => name.length < shortestName && /^[a-zа-яіїєґ ]+$/.test(name);

type Names = Map<string, NamedCountry>;
/** Made when a country is asked for at first: some 20 ms, and as much once more for a name that is not among the first. */
let [first, others]: [Names | null, Names | null] = [null, null];

function nameOf(text: string): NamedCountry | null {
  const name = plain(text);
  first ??= firstNames();
  const found = first.get(name);
  if (found !== undefined) return found.how === "code" && isAnotherWord(text) ? null : found;
  if (name.length === 0 || isShort(name)) return null;
  return spelled(name) ?? ofAll(spelledOut(name).map((long) => first?.get(long) ?? spelled(long)));
}

/** A name that is spelled out, in a language that is not among the first. */
function spelled(name: string): NamedCountry | null {
  if (namesOfSeveral.has(name)) return null;
  others ??= namesIn(otherLanguages);
  return others.get(name) ?? null;
}

/** The one country that all that were found are. */
function ofAll(found: readonly (NamedCountry | null)[]): NamedCountry | null {
  const [one = null, ...more] = found.filter((named) => named !== null);
  return more.every(({ country }) => country === one?.country) ? one : null;
}

/** `Áo`, `Bỉ` and `Nga` are Austria, Belgium and Russia in Vietnamese, and none of AO, BI and NGA. */
const isAnotherWord = (text: string): boolean =>
  /[a-z][\u0300-\u036f]/i.test(text.normalize("NFKD")) || /^\s*[Nn]ga\s*$/.test(text);

function firstNames(): Names {
  const names = namesIn(firstLanguages);
  const put = (word: string, country: string): void => {
    const name = plain(word);
    if (isCountry(country)) names.set(name, { country, how: isShort(name) ? "code" : "name" });
  };
  for (const [country, words] of Object.entries(countryAliases)) {
    for (const word of words.split(", ")) put(word, country);
  }
  for (const [word, country] of countryOfThree) put(word, country);
  // NA is Namibia, and what is written where there is nothing.
  for (const country of allCountries) if (country !== "NA") put(country, country);
  for (const name of namesOfSeveral) names.delete(name);
  return names;
}

function namesIn(languages: string): Names {
  const names: Names = new Map();
  for (const language of languages.split(" ")) {
    const inLanguage = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const country of allCountries) {
      const name = plain(inLanguage.of(country) ?? "");
      if (name !== "" && !isShort(name) && !names.has(name)) names.set(name, { country, how: "name" });
    }
  }
  return names;
}

/** 🇵🇱 is P and L in letters of their own. */
const flag = /[\u{1f1e6}-\u{1f1ff}]{2}/gu;
const lettersOfFlag = (signs: string): string =>
  Array.from(signs, (sign) => String.fromCharCode(0x41 + (sign.codePointAt(0) ?? 0) - 0x1f1e6)).join("");

/** A calling code with its plus or zeros, in brackets or not, within a cell. */
const codeWithin = /[(\s]*(?:\+|\b00)\s?(\d{1,3})\b\)?/;
/** What stands between two names of one country: `PL / Poland`, `PL - Poland`, `PL Poland`. */
const between = /[/|,;()[\]–—]|\s[-:]\s|(?<=^\s*[A-Z]{2})\s/;

/**
 * The country that a cell names: `Poland`, `Польща`, `POL`, `PL`, `+48`, `Poland (+48)`, `🇵🇱`; null where it names
 * none, or two. A calling code of several countries is that of its main one.
 */
export function countryNamed(cell: string): NamedCountry | null {
  if (cell === "" || cell.length > longestCell) return null;
  const text = cell.replaceAll(flag, (signs) => `/${lettersOfFlag(signs)}/`);
  const whole = nameOrCode(text);
  if (whole !== null) return whole;
  const [written = "", code = ""] = codeWithin.exec(text) ?? [];
  const parts = (written === "" ? text : text.replace(written, "/"))
    .split(between)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const [one = null, ...more] = parts.map(nameOrCode);
  if (one === null || more.some((other) => other?.country !== one.country)) return null;
  return code === "" || code === codeOfCountry(one.country) ? one : null;
}

function nameOrCode(text: string): NamedCountry | null {
  const [, sign = "", digits = ""] = /^\s*\(?\s*(\+|00)?\s?(\d{1,3})\s*\)?\s*$/.exec(text) ?? [];
  if (digits === "") return nameOf(text);
  const country = callingCodeOf(digits) === digits ? mainCountryOf(digits) : null;
  return country === null ? null : { country, how: sign === "" ? "digits" : "code" };
}

/** A column with so many different words that are no country is none of countries: nobody goes on looking. */
const mostUnknown = 2_000;

/** {@link countryNamed} for the cells of a column, which has few different ones: each is looked up once. */
export function createCountryNamer(): (cell: string) => NamedCountry | null {
  const known = new Map<string, NamedCountry | null>();
  let unknown = 0;
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    if (unknown >= mostUnknown) return null;
    const named = countryNamed(cell);
    if (named === null) unknown++;
    known.set(cell, named);
    return named;
  };
}

/** Whether a cell says nothing: it is blank, or has signs only, such as a dash. */
export function saysNothing(cell: string): boolean {
  return !/[\p{L}\p{N}]/u.test(cell) && !/[\u{1f1e6}-\u{1f1ff}]/u.test(cell);
}
