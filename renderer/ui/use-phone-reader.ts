import { useEffect, useState } from "react";
import type { AppState } from "../../shared/ipc/contract.ts";
import type { CountryCode } from "../../shared/recipients/phone-country.ts";
import type { PhoneReader } from "../../shared/recipients/phone-number.ts";
import { useApp } from "./app-store.ts";

/** The country of numbers that are written without one: the one set, or that of the system's region. */
export function defaultCountryOf({ settings, locale }: Pick<AppState, "settings" | "locale">): string | null {
  return settings.defaultCountry ?? new Intl.Locale(locale).maximize().region ?? null;
}

/** The same, and again when it changes. */
export function useDefaultCountry(): string | null {
  return defaultCountryOf(useApp());
}

/** Who reads a number that stands alone or beside the name of a country, and of which country it then is. */
type Beside = {
  read: PhoneReader;
  country: CountryCode;
  /** Whether what stands there is no country that is known, so that it does not count. */
  unknown: boolean;
};

/** Gives the reader of a number by what stands beside it, "" for nothing. */
export type ReaderBeside = (named: string) => Beside;

/** The rules of numbers are large, so they are loaded when they are needed; null until they are. */
export function usePhoneReader(country: string | null): PhoneReader | null {
  return usePhoneReaders(country)?.("").read ?? null;
}

/** The same for numbers beside which a country may stand, as in a row; those without are of `home`. */
export function usePhoneReaders(home: string | null): ReaderBeside | null {
  const [readers, setReaders] = useState<{ of: string | null; beside: ReaderBeside } | null>(null);
  useEffect(() => {
    let here = true;
    const load = async () => {
      const beside = await loadReaders(home);
      if (here) setReaders({ of: home, beside });
    };
    void load();
    return () => {
      here = false;
    };
  }, [home]);
  return readers?.of === home ? readers.beside : null;
}

async function loadReaders(home: string | null): Promise<ReaderBeside> {
  const { createPhoneReader } = await import("../../shared/recipients/phone-number.ts");
  const { internationalChoice, questionId, withPlusByRow } = await import("../../shared/recipients/phone-question.ts");
  const { isCountry } = await import("../../shared/recipients/phone-country.ts");
  const { countryNamed, saysNothing } = await import("../../shared/recipients/country-names.ts");
  const usual = home !== null && isCountry(home) ? home : "US";
  // Numbers typed by themselves are no column to ask about: digits that only a plus makes one are that.
  const answers = { [questionId("with-plus", [usual])]: internationalChoice, [withPlusByRow]: internationalChoice };
  const alone: Beside = { read: createPhoneReader(usual, answers), country: usual, unknown: false };
  const known = new Map<CountryCode, Beside>();
  return (named) => {
    if (saysNothing(named)) return alone;
    const country = countryNamed(named)?.country;
    if (country === undefined) return { ...alone, unknown: true };
    const beside = known.get(country) ?? { read: createPhoneReader(country, answers, true), country, unknown: false };
    known.set(country, beside);
    return beside;
  };
}
