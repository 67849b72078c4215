import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Settings } from "../../shared/library/settings.ts";
import { english } from "./en/english.ts";
import { formatLength, formatNumber } from "../ui/format.ts";
import { russian } from "./ru/russian.ts";
import { ukrainian } from "./uk/ukrainian.ts";

/** The languages of the program. */
export type Language = "en" | "uk" | "ru";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    keySeparator: false;
    resources: typeof english;
  }
}

/** The language to show: the one chosen, or the system's where the program speaks it, or English. */
export function languageOf(choice: Settings["language"], systemLocale: string): Language {
  if (choice !== "system") return choice;
  const system = systemLocale.toLowerCase().split("-")[0];
  return system === "uk" || system === "ru" ? system : "en";
}

/** The locale for dates and numbers: the system's own variant where it is of the shown language. */
export function formatLocaleOf(language: Language, systemLocale: string): string {
  return systemLocale.toLowerCase().split("-")[0] === language ? systemLocale : language;
}

/** An English name of a country (CLDR) as it stands in a sentence: "the United States". */
export function withArticle(country: string): string {
  return /^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Isle|Central|Dominican Rep|Caribbean)|^British|^U\.S\.|(?:Islands|Territor(?:y|ies))\b/.test(
    country,
  )
    ? `the ${country}`
    : country;
}

const words = createInstance();

/** Makes the words ready; until a language is chosen they are English. */
export async function startI18n(): Promise<void> {
  await words.use(initReactI18next).init({
    lng: "en",
    fallbackLng: false,
    resources: { en: english, uk: ukrainian, ru: russian },
    defaultNS: "app",
    keySeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const { formatter } = words.services;
  formatter?.add("the", (country: string) => withArticle(country));
  // As everywhere beside the sentences: the system's own way where it is of the language.
  formatter?.add("number", (count: number) => formatNumber(numberLocale, count));
  formatter?.add("length", (minutes: number) => formatLength(numberLocale, Math.abs(minutes) * 60));
}

let numberLocale = "en";

/** Speaks another language from now on, in the page's own `lang` too, and writes numbers as the system does. */
export async function speak(language: Language, systemLocale: string): Promise<void> {
  document.documentElement.lang = language;
  numberLocale = formatLocaleOf(language, systemLocale);
  if (words.language !== language) await words.changeLanguage(language);
}
