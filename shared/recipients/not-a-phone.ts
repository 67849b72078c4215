import { reasonOf, type Reason } from "./reason.ts";

/**
 * What digits and signs are when they are plainly no phone number: a price, a mask, a date, a document, an amount.
 * `text` is a cell over ASCII. Null where it may be a number. Refusing costs a click, a wrong number texts a stranger.
 */
export function whatElse(text: string): Reason | null {
  if (/\p{Sc}|%/u.test(text)) return reasonOf("price");
  if (isMasked(text)) return reasonOf("masked");
  if (isDate(text)) return reasonOf("date");
  if (isDocument(text)) return reasonOf("document-number");
  if (isAmount(text)) return reasonOf("decimal-number");
  return null;
}

/** `+38067***4567`, `067 XXX XX 67`, `06712345_7`. An x counts only where it stands for digits, not for an extension. */
function isMasked(text: string): boolean {
  return /[*•●∗_?…]|[xх]{2}|\d[xх]+\d|\d[xх]$|#{2}|\d#/iu.test(text);
}

const isDay = (a: number, b: number): boolean => a >= 1 && b >= 1 && a <= 31 && b <= 31 && Math.min(a, b) <= 12;

/** A time, a day, a span of days: `10:15`, `29.11.2023`, `2023. 11. 29.`, `29 11 2023`, `01.09-30.09.2023`, `29.11.2023 123`. */
function isDate(text: string): boolean {
  // With words around it a time is what stands beside a number, and the words are what is wrong.
  if (/\d:\d/.test(text)) return !/\p{L}{3}/u.test(text);
  const from = /^(\d{1,4})(?:([-./])\s?|\s)(\d{1,2})(?:\2\s?|\s)(\d{1,4})\.?(?:[\sT]\d{1,2})?$/.exec(text);
  if (from !== null && isDayWritten(from[1]!, from[3]!, from[4]!, from[2] === undefined)) return true;
  const before = /^(\d{1,2})([./-])(\d{1,2})\2(?:19|20)\d{2} +\d/.exec(text);
  if (before !== null && isDay(Number(before[1]), Number(before[3]))) return true;
  const span = /^\d{1,2}[./]\d{1,2}(?:[./](?:\d{4}|\d{2})?)?\s?-\s?(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})\.?$/.exec(
    text,
  );
  return span !== null && isDay(Number(span[1]), Number(span[3]));
}

/** Numbers of eight digits are written in pairs too, so that with spaces only a year of four digits makes a day. */
function isDayWritten(first: string, second: string, third: string, spaced: boolean): boolean {
  if (first.length === 4)
    return third.length <= 2 && isDay(Number(second), Number(third)) && !(spaced && !isYear(first));
  const years = spaced ? isYear(third) : third.length === 4 || third.length === 2;
  return first.length <= 2 && years && isDay(Number(first), Number(second));
}

const isYear = (digits: string): boolean => /^(?:19|20)\d{2}$/.test(digits);

/** Whether bare digits are a moment, `YYYYMMDDhhmm` with or without seconds: Egyptian numbers begin with 20 too. */
export function isMoment(digits: string): boolean {
  return /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/.test(digits);
}

/**
 * Documents that have a writing of their own which no country uses for phones: bank cards (16 digits, ISO/IEC 7812),
 * social security numbers of the USA (3-2-4), insurance numbers of Russia (3-3-3 2).
 */
function isDocument(text: string): boolean {
  if (/^\d{4}([ -])\d{4}\1\d{4}\1\d{4}$/.test(text)) return true;
  if (/^\d{3}-\d{2}-\d{4}$/.test(text) || /^\d{3}-\d{3}-\d{3}[ -]\d{2}$/.test(text)) return true;
  return /^[2-6]\d{15}$/.test(text) && hasCardCheckDigit(text);
}

/** The check digit of bank cards (ISO/IEC 7812-1, annex B). */
function hasCardCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const doubled = Number(digits[at]) * ((digits.length - at) % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * Numbers that count or measure: `1234.56`, `50.4501234`, `1,234,567`, `-671234567`, and addresses, `192.168.0.1`. A
 * phone number may hold one dot or comma only behind a plus or a trunk 0 (`067.1234567`), and no decimals there either.
 */
function isAmount(text: string): boolean {
  if (/^-\d+$/.test(text)) return true;
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return true;
  if (/^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return true;
  if (/^\+?\d[\d\s]*[.,]\d{1,2}$/.test(text)) return true;
  if (/^-?(?:0|[1-9]\d*)[.,]\d+$/.test(text)) return true;
  const address = /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/.test(text);
  return address && text.split(".").every((group) => Number(group) <= 255);
}
