import { useEffect, useState } from "react";
import type { AppState } from "../../shared/ipc/contract.ts";
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

/** The rules of numbers are large, so they are loaded when they are needed. */
export function usePhoneReader(country: string | null): PhoneReader | null {
  const [reader, setReader] = useState<{ read: PhoneReader } | null>(null);
  useEffect(() => {
    let here = true;
    const load = async () => {
      const { createPhoneReader } = await import("../../shared/recipients/phone-number.ts");
      const { internationalChoice, questionId } = await import("../../shared/recipients/phone-question.ts");
      const { isCountry } = await import("../../shared/recipients/phone-country.ts");
      const home = country !== null && isCountry(country) ? country : "US";
      // Numbers typed by themselves are no column to ask about: digits that only a plus makes one are that.
      const read = createPhoneReader(home, { [questionId("with-plus", [home])]: internationalChoice });
      if (here) setReader({ read });
    };
    void load();
    return () => {
      here = false;
    };
  }, [country]);
  return reader?.read ?? null;
}
