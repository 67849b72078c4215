/**
 * Every reason a row can carry. The sentences live in i18n under `reason.<code>`; the parameters that a sentence may
 * use stand beside each.
 */
export const reasonCodes = [
  // What was repaired
  "plus-removed",
  "signs-removed", // spaces, dashes, brackets, dots
  "hidden-removed", // zero-width and direction marks, no-break and other rare spaces
  "apostrophe-removed",
  "foreign-digits", // full-width or another script's digits
  "decimal-tail-cut", // 380501234567.0
  "spelled-out", // 3.80501112233E+11, which has all its digits
  "label-left-off", // { label }: "tel.:", and what beside the number is none: "/13"
  "extension-left-off", // { extension }
  "second-number", // { other }: two numbers in the cell; the first mobile one is taken
  "prefix-removed", // { prefix }: 00, 011, 810
  "trunk-replaced", // { trunk, code }: 067 → 38067
  "trunk-left-out", // { trunk }: +380 (0) 67 → 38067
  "country-added", // { code }: 671234567 → 380671234567
  "respelled", // by the country's own rule, such as 011 15 … → 54 9 11 … in Argentina
  "read-as-international", // { country }: the answer to with-plus
  "trunk-8-answered", // { country }
  "reading-answered", // { country }
  "reading-by-row", // { country }: the one that the row names, where digits alone could be another's
  "passed-over", // { cell }: of an earlier phone column, whose digits are no number that can be texted
  "crossed-out-left-off", // { cell }: something in the cell is crossed out, such as an old number before the new one
  "mobile-beside", // { other }: the mobile of a later phone column; the one that is taken is a landline
  "row-differs", // { country }: the one that the row names, which is not that of the number's own code
  // What must be decided
  "trunk-8",
  "two-readings",
  "with-plus", // no number of the default country, but one with + in front
  "row-country", // { named }: what the row calls its country, which is none that is known
  // Why it cannot be used
  "no-phone",
  "no-digits",
  "lost-digits", // 3.80501E+11
  "letters",
  "words-beside", // 067 123 45 67 (Olha): they may say not to text it
  "masked",
  "date",
  "price",
  "decimal-number", // also addresses such as 192.168.0.1 and thousands such as 1,234,567
  "document-number", // a bank card, a social security number
  "unclear-signs",
  "digits-beside", // 01711234567 (5), 2) 0671234567: where numbers have any length they would become its digits
  "cell-too-long", // a page in a phone cell
  "too-short", // { missing, country }
  "too-long", // { extra, country }
  "not-a-number-of", // { country }
  "could-be-two", // { country }: two different numbers, by whether its zero is one of its digits
  "unknown-country",
  "outside-service", // { digits }: a valid number, but of fewer than 9 or more than 15 digits
  // Said by the list, not by the cell
  "duplicate-of", // { row }
  "duplicate-of-added", // of a row typed by hand
  "never-text", // { since }
  "left-out-by-hand",
  "crossed-out", // the whole row, in the file
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

/** Why a row has its verdict. */
export type Reason = { code: ReasonCode; params: Record<string, string | number> };

/** Makes a {@link Reason}. */
export function reasonOf(code: ReasonCode, params: Reason["params"] = {}): Reason {
  return { code, params };
}
