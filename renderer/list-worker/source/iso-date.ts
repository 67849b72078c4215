const dayMilliseconds = 86_400_000;

/** Days from the beginning of Excel's calendar of 1900 to a date of ISO 8601, with its time; null for none. */
export function serialOfIsoDate(text: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?/.exec(text.trim());
  if (parts === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / dayMilliseconds);
  return days + (hour * 3_600 + minute * 60 + second) / 86_400;
}
