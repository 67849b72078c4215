import type { Reason } from "../../../shared/recipients/reason.ts";

/** The words of reasons in the user's language, for a file. */
export type ReasonSentences = {
  /** By code and plural category of a count of digits; gaps in them are `{{name}}`, with or without a format behind it. */
  byCode: Record<string, Partial<Record<Intl.LDMLPluralRule, string>>>;
  /** BCP 47: of the words, and of how days are written. */
  language: string;
  locale: string;
  /** Names of countries by their ISO 3166 codes, as they stand in a sentence. */
  countries: Record<string, string>;
};

/** @returns one reason as a sentence without its full stop; days have their year, for a file is kept. */
export function reasonSentences(texts: ReasonSentences): (reason: Reason) => string {
  const plurals = new Intl.PluralRules(texts.language);
  const days = new Intl.DateTimeFormat(texts.locale, { day: "numeric", month: "long", year: "numeric" });
  const filled = (name: string, value: string | number): string => {
    if (name === "country") return texts.countries[value] ?? String(value);
    return name === "since" && value !== "" ? days.format(new Date(value)) : String(value);
  };
  return ({ code, params }) => {
    const forms = texts.byCode[code] ?? {};
    const text = forms[plurals.select(Number(params["missing"] ?? params["extra"] ?? 0))] ?? forms.other ?? code;
    return text.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, (gap, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      return value === undefined ? gap : filled(name, value);
    });
  };
}
