import { useMemo } from "react";
import type { Money } from "../../shared/money.ts";
import { formatLocaleOf, languageOf } from "../i18n/i18n.ts";
import { useAppStore } from "./app-store.ts";
import * as format from "./format.ts";

/** The functions of format.ts for the language on the screen; those that compare with now take `now` last. */
export type Format = ReturnType<typeof formatIn>;

/** The functions of format.ts with their locale filled in. */
export function formatIn(locale: string) {
  return {
    locale,
    number: (value: number) => format.formatNumber(locale, value),
    share: (part: number, whole: number) => format.formatShare(locale, part, whole),
    money: (money: Money) => format.formatMoney(locale, money),
    lines: (total: Money, lines: readonly (Money | null)[]) => format.formatLines(locale, total, lines),
    rest: (whole: Money, part: Money) => format.restOf(locale, whole, part),
    sum: (money: Money) => format.formatSum(locale, money),
    time: (iso: string, zone?: string) => format.formatTime(locale, iso, zone),
    clock: (iso: string) => format.formatClock(locale, iso),
    day: (iso: string, now = new Date()) => format.formatDay(locale, iso, now),
    moment: (iso: string, now = new Date()) => format.formatMoment(locale, iso, now),
    when: (iso: string, now = new Date()) => format.formatWhen(locale, iso, now),
    full: (iso: string, zone?: string) => format.formatFull(locale, iso, zone, new Date()),
    /** A time on a clock that is not this computer's, "yyyy-mm-dd hh:mm:ss": it is said as it stands. */
    wallTime: (written: string) => format.formatFull(locale, `${written.replace(" ", "T")}Z`, "UTC"),
    zone: (zone: string, at = new Date()) => format.formatZone(locale, zone, at),
    ago: (iso: string, now = new Date()) => format.formatAgo(locale, iso, now),
    capital: (text: string) => format.capital(locale, text),
    length: (seconds: number) => format.formatLength(locale, seconds),
    list: (items: string[]) => format.formatList(locale, items),
    country: (code: string) => format.formatCountry(locale, code),
  };
}

/** Formats for the present language and the system's variant of it. */
export function useFormat(): Format {
  const locale = useAppStore(({ app }) =>
    app === null ? "en" : formatLocaleOf(languageOf(app.settings.language, app.locale), app.locale),
  );
  return useMemo(() => formatIn(locale), [locale]);
}
