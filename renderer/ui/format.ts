import type { Money } from "../../shared/money.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Nobody counts fewer seconds than these. */
const hardly = 4000;

/** What `make` answers for a locale and options, made once: a formatter costs a hundred times what it is asked for. */
function madeOnce<Options, T>(make: (locale: string, options: Options) => T): (locale: string, options: Options) => T {
  const made = new Map<string, T>();
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    let one = made.get(key);
    if (one === undefined) made.set(key, (one = make(locale, options)));
    return one;
  };
}

const numbersOf = madeOnce((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
const distancesOf = madeOnce(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);
const countriesOf = madeOnce((locale, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(locale, options));
const datesOfOffset = madeOnce(
  (locale, { options }: { offset: number; options: Intl.DateTimeFormatOptions }) =>
    new Intl.DateTimeFormat(locale, options),
);

/** A formatter without a zone keeps the computer's of when it was made: one that has moved since gets another. */
function datesOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return datesOfOffset(locale, { offset: new Date().getTimezoneOffset(), options });
}

/** A whole number, grouped as the locale does. */
export function formatNumber(locale: string, value: number): string {
  return numbersOf(locale, {}).format(value);
}

/** `part` of `whole` as a whole percentage with its sign, never 100 % or 0 % while a remainder is left. */
export function formatShare(locale: string, part: number, whole: number): string {
  const share = whole === 0 ? 0 : (100 * part) / whole;
  const shown = part > 0 && part < whole ? Math.min(99, Math.max(1, Math.round(share))) : Math.round(share);
  return `${formatNumber(locale, shown)}\u00a0%`;
}

/**
 * An amount in its currency. From 1 upwards with the currency's own decimals; below, as many more (up to six) as the
 * amount needs, so that the price of one text is not rounded away.
 */
export function formatMoney(locale: string, money: Money): string {
  const amount = money.millionths / 1_000_000;
  const style = currencyStyle(locale, money.currency);
  if (style === null) return `${numbersOf(locale, {}).format(amount)} ${money.currency}`.trim();
  const usual = style.resolvedOptions().maximumFractionDigits ?? 2;
  const most = decimalsOf(locale, money);
  return numbersOf(locale, {
    style: "currency",
    currency: money.currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: Math.min(usual, most),
    maximumFractionDigits: most,
  }).format(amount);
}

/** The decimals with which an amount is shown, at most. */
function decimalsOf(locale: string, { millionths, currency }: Money): number {
  const usual = currencyStyle(locale, currency)?.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = Math.abs(millionths) / 1_000_000;
  return amount >= 1 ? usual : amount >= 0.0001 ? Math.max(usual, 4) : 6;
}

/**
 * Lines of a bill that add up to its total as it is shown: every amount rounded down to the total's decimals, the rest
 * given to those that lost most by it (largest remainder). So each is less than one unit of the last decimal off.
 * An amount that would read as nothing is shown as it is. Null where a line has no price; `total` is the sum of all lines.
 */
export function formatLines(locale: string, total: Money, lines: readonly (Money | null)[]): string[] {
  const unit = 1_000_000 / 10 ** decimalsOf(locale, total);
  const whole = lines.map((line) => (line === null ? 0 : Math.floor(line.millionths / unit)));
  const lost = (index: number) => (lines[index]?.millionths ?? 0) - (whole[index] ?? 0) * unit;
  let rest = Math.round(total.millionths / unit) - whole.reduce((sum, units) => sum + units, 0);
  const byLoss = lines.map((_, index) => index).sort((one, other) => lost(other) - lost(one));
  for (const index of byLoss) {
    if (rest <= 0 || lost(index) <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    rest--;
  }
  return lines.map((line, index) => {
    if (line === null) return "";
    const units = whole[index] ?? 0;
    return formatMoney(locale, units === 0 ? line : { ...line, millionths: units * unit });
  });
}

/** What is left of an amount after another, so that the three add up as they are shown. Both in one currency. */
export function restOf(locale: string, whole: Money, part: Money): Money {
  const unit = 1_000_000 / 10 ** decimalsOf(locale, whole);
  const units = Math.round(whole.millionths / unit) - Math.round(part.millionths / unit);
  return { millionths: units * unit, currency: whole.currency };
}

/** What many texts cost together: to the currency's own decimals, unless so little would read as nothing. */
export function formatSum(locale: string, money: Money): string {
  const style = currencyStyle(locale, money.currency);
  const usual = style?.resolvedOptions().maximumFractionDigits ?? 2;
  const unit = 1_000_000 / 10 ** usual;
  if (Math.abs(money.millionths) < 10 * unit) return formatMoney(locale, money);
  return formatMoney(locale, { ...money, millionths: Math.round(money.millionths / unit) * unit });
}

function currencyStyle(locale: string, currency: string): Intl.NumberFormat | null {
  if (!/^[A-Z]{3}$/i.test(currency)) return null;
  return numbersOf(locale, { style: "currency", currency });
}

/** Hours and minutes on the clock, in `zone` (IANA) or this computer's. */
export function formatTime(locale: string, iso: string, zone?: string): string {
  return datesOf(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...inZone(zone) }).format(
    new Date(iso),
  );
}

/** Hours, minutes and seconds on this computer's clock. */
export function formatClock(locale: string, iso: string): string {
  return datesOf(locale, { timeStyle: "medium", hourCycle: "h23" }).format(new Date(iso));
}

/** "20 November", with the year unless it is the present one. */
export function formatDay(locale: string, iso: string, now: Date): string {
  const date = new Date(iso);
  return datesOf(locale, {
    day: "numeric",
    month: "long",
    ...(date.getFullYear() === now.getFullYear() ? {} : { year: "numeric" }),
  }).format(date);
}

/** "Tuesday 09:00", for the middle of a sentence, within a week, else "Tuesday 24 November 09:00"; in this computer's zone. */
export function formatMoment(locale: string, iso: string, now: Date): string {
  const date = new Date(iso);
  const weekday = datesOf(locale, { weekday: "long" }).format(date);
  const near = Math.abs(date.getTime() - now.getTime()) < 6 * day;
  return near
    ? `${weekday} ${formatTime(locale, iso)}`
    : `${weekday} ${formatDay(locale, iso, now)} ${formatTime(locale, iso)}`;
}

/** "Today 09:00", "Tomorrow 09:00", "Yesterday 16:20", else the day alone. */
export function formatWhen(locale: string, iso: string, now: Date): string {
  const days = calendarDay(new Date(iso)) - calendarDay(now);
  if (Math.abs(days) > 1) return formatDay(locale, iso, now);
  const word = distancesOf(locale, { numeric: "auto" }).format(days, "day");
  return `${capital(locale, word)} ${formatTime(locale, iso)}`;
}

/**
 * "Tuesday, 24 November, 09:00" as the clocks show it in `zone`, for the middle of a sentence; with the year unless it is
 * that of `now`, or nobody says what is now.
 */
export function formatFull(locale: string, iso: string, zone?: string, now = new Date(iso)): string {
  const at = new Date(iso);
  const year = at.getFullYear() === now.getFullYear() ? {} : { year: "numeric" as const };
  const date = datesOf(locale, { weekday: "long", day: "numeric", month: "long", ...year, ...inZone(zone) });
  return `${date.format(at)}, ${formatTime(locale, iso, zone)}`;
}

/** The name of a zone in words, such as "Eastern European Standard Time". */
export function formatZone(locale: string, zone: string, at: Date): string {
  const parts = datesOf(locale, { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** "now", "4 seconds ago", "in 23 hours": the distance in its largest whole unit; what is hardly apart is now. */
export function formatAgo(locale: string, iso: string, now: Date): string {
  const distance = new Date(iso).getTime() - now.getTime();
  const size = Math.abs(distance);
  const words = distancesOf(locale, {});
  const whole = (unit: number) => Math.trunc(distance / unit);
  if (size < hardly) return distancesOf(locale, { numeric: "auto" }).format(0, "second");
  if (size < minute) return words.format(whole(1000), "second");
  if (size < hour) return words.format(whole(minute), "minute");
  if (size < 2 * day) return words.format(whole(hour), "hour");
  return words.format(whole(day), "day");
}

/**
 * "6 minutes", "15 seconds", "25 hours", "3 days": a length of time in its largest unit, rounded; at least one second.
 * Days are counted from two on, as in {@link formatAgo}.
 */
export function formatLength(locale: string, seconds: number): string {
  const [value, unit] = inLargestUnit(seconds);
  return numbersOf(locale, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 }).format(value);
}

function inLargestUnit(seconds: number): [value: number, unit: "second" | "minute" | "hour" | "day"] {
  if (seconds < 60) return [Math.max(1, seconds), "second"];
  if (seconds < 3600) return [seconds / 60, "minute"];
  return seconds < 2 * 86_400 ? [seconds / 3600, "hour"] : [seconds / 86_400, "day"];
}

/** "3:12", for a countdown; never negative. */
export function formatCountdown(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

/** "Regular customers, Newsletter and Suppliers" as the language joins them. */
export function formatList(locale: string, items: string[]): string {
  return new Intl.ListFormat(locale).format(items);
}

/** The name of a country by its ISO 3166 code. */
export function formatCountry(locale: string, code: string): string {
  return countriesOf(locale, { type: "region" }).of(code) ?? code;
}

function inZone(zone: string | undefined): Intl.DateTimeFormatOptions {
  return zone === undefined ? {} : { timeZone: zone };
}

function calendarDay(date: Date): number {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / day);
}

/** A text with the first letter that a sentence begins with. */
export function capital(locale: string, text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
