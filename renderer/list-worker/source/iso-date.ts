const dayMilliseconds = 86_400_000;

/** 1 March 1900: before it Excel's calendar, which has a 29 February of that year, is a day behind. */
const firstWithoutGap = 61;

/** Days between the two calendars of workbooks: 1904 is that much later (ECMA-376, 18.17.4.1). */
export const days1904 = 1_462;

/**
 * Days from the beginning of Excel's calendar, of 1900 or of 1904, to a date of ISO 8601, with its time; null for none. A time without
 * a day is one of 31 December 1899 with Excel and of the day before with others, and both are day 0.
 */
export function serialOfIsoDate(text: string, date1904 = false): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?/.exec(text.trim());
  if (parts === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / dayMilliseconds);
  const counted = days > 0 && days < firstWithoutGap ? days - 1 : days;
  const inCalendar = date1904 && counted > 0 ? counted - days1904 : counted;
  return inCalendar + (hour * 3_600 + minute * 60 + second) / 86_400;
}
