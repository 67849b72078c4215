/**
 * Every reason a row can carry, in the order they are found. The sentences live in i18n under `reason.<code>`;
 * the parameters each needs are beside it.
 */
export const reasonCodes = [
  // What was repaired
  "signs-removed", // spaces, dashes, brackets, dots
  "hidden-removed", // zero-width and direction marks, no-break and other rare spaces
  "apostrophe-removed",
  "foreign-digits", // full-width or another script's digits
  "decimal-tail-cut", // 380501234567.0
  "plus-removed",
  "prefix-removed", // { prefix }: 00, 011, 8~10
  "trunk-replaced", // { trunk, code }
  "country-added", // { code, country }
  "read-as-international", // { country }: no number of the default country, one of this with + in front
  "trunk-8-answered", // { country }
  "reading-answered", // { country }
  "second-number", // { other }: two numbers in the cell, the first usable one taken
  "extension-left-off", // { extension }
  "label-left-off", // { label }: "tel.", "моб."
  // What must be decided
  "trunk-8",
  "two-readings",
  // Why it cannot be used
  "no-phone",
  "no-digits",
  "lost-digits",
  "letters",
  "masked",
  "date",
  "decimal-number",
  "too-short", // { missing, country }
  "too-long", // { extra, country }
  "not-a-number-of", // { country }
  "unknown-country",
  "outside-service", // { digits }: valid, but fewer than 9 or more than 15 digits
  // Said by the list, not by the cell
  "duplicate-of", // { row }
  "never-text", // { since }
  "left-out-by-hand",
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

/** Why a row has its verdict. */
export type Reason = { code: ReasonCode; params: Record<string, string | number> };

/** Makes a {@link Reason}. */
export function reasonOf(code: ReasonCode, params: Reason["params"] = {}): Reason {
  return { code, params };
}
