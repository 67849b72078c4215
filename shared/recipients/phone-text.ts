import { numbersBetweenWords } from "./between-words.ts";
import { whatElse } from "./not-a-phone.ts";
import { withoutLabels } from "./phone-label.ts";
import { reasonOf, type Reason } from "./reason.ts";

/** A phone cell as text over ASCII, or why no number can be read from it. */
export type CellText =
  | { kind: "empty" }
  | { kind: "refused"; reason: Reason }
  /** Words of somebody's own stand around these, in which there are none. */
  | { kind: "between-words"; numbers: string[] }
  | { kind: "text"; text: string; cleaned: Reason[] };

/** Soft hyphens, joiners, direction marks, variation selectors: nothing to see, and nothing of a number. */
const hidden = /\p{Default_Ignorable_Code_Point}/gu;
/** Turns the signs after it around: the digits that are seen are not in the order of those that are held. */
const turnedAround = /\u202e/;
const rareSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;
const rareDigit = /(?![0-9])\p{Nd}/gu;
const rarePlus = /[\uff0b\ufe62]/gu;
const rareDash = /[\u2010-\u2015\u2212\u2043\u00af\u02d7\ufe58\ufe63\uff0d\u30fc]/gu;
const fullWidthSign = /[\uff01-\uff5e]/gu;
/**
 * Telephones, flowers and hearts in front of a number or behind it. Behind it they are looked for from the beginning of
 * a run of them only: a page of spaces in a cell would otherwise be gone over once for each.
 */
const picturesAround =
  /^(?:\p{Extended_Pictographic}\s*)+|(?<![\p{Extended_Pictographic}\s])[\p{Extended_Pictographic}\s]*\p{Extended_Pictographic}\s*$/gu;
/** A flag says a country: it is in nobody's way where the number says its own, and may contradict any other reading. */
const flagBefore = /^\p{RI}{2}\s*(?=\+)/u;
const apostrophe = /['\u2018\u2019\u201b\u02bc\u02b9\u2032`\u00b4]/gu;
const doubleQuote = /["\u201c-\u201f\u00ab\u00bb\u2033]/gu;

/** Ten numbers on lines of their own are shorter. What follows goes over a cell again and again: over a page for a minute. */
const longestCell = 250;

/**
 * Takes away all that is writing and not number, and refuses all that is no number: digits lost to scientific notation,
 * letters, masks, dates, prices, decimals. Never turns a letter or a sign into a digit.
 */
export function readCellText(cell: string, kind: "text" | "number"): CellText {
  const cleaned: Reason[] = [];
  if (turnedAround.test(cell)) return refused("unclear-signs");
  let text = plainText(cell, cleaned);
  if (text === "" || /^[-./\s]+$/.test(text)) return { kind: "empty" };
  if (!/\d/.test(text)) return refused("no-digits");
  if (text.length > longestCell) return refused(/\p{L}/u.test(text) ? "letters" : "cell-too-long");
  const spelledOut = spellOut(text);
  if (spelledOut === null) return refused("lost-digits");
  if (spelledOut !== text) cleaned.push(reasonOf("spelled-out"));
  text = withoutDecimalTail(spelledOut, cleaned);
  const unlabelled = withoutLabels(text);
  if (unlabelled.label !== null) cleaned.push(reasonOf("label-left-off", { label: unlabelled.label }));
  text = unlabelled.text;
  const reason = kind === "number" && !/^\d+$/.test(text) ? reasonOf("decimal-number") : whyNoNumber(text);
  if (reason === null) return { kind: "text", text, cleaned };
  const numbers = reason.code === "letters" ? numbersBetweenWords(text) : [];
  return numbers.length === 0 || numbers.some((number) => whyNoNumber(number) !== null)
    ? { kind: "refused", reason }
    : { kind: "between-words", numbers };
}

function refused(code: Reason["code"]): CellText {
  return { kind: "refused", reason: reasonOf(code) };
}

function plainText(cell: string, cleaned: Reason[]): string {
  const replace = (from: string, pattern: RegExp, by: (sign: string) => string, code: Reason["code"] | null) => {
    const to = from.replace(pattern, by);
    if (to !== from && code !== null && !cleaned.some((reason) => reason.code === code)) cleaned.push(reasonOf(code));
    return to;
  };
  let text = cell;
  if (/^[0-9 +()./-]*$/.test(text)) return text.trim();
  text = replace(text, hidden, () => "", "hidden-removed");
  text = replace(text, rareSpace, () => " ", "hidden-removed");
  text = replace(text, rareDigit, digitOf, "foreign-digits");
  text = replace(text, rarePlus, () => "+", "foreign-digits");
  text = replace(text, picturesAround, () => "", "signs-removed");
  text = replace(text, flagBefore, () => "", "signs-removed");
  text = replace(text, rareDash, () => "-", null);
  text = replace(text, fullWidthSign, (sign) => String.fromCodePoint(sign.codePointAt(0)! - 0xfee0), null);
  text = replace(text, apostrophe, () => "", "apostrophe-removed");
  text = text.replace(/^=/, "").replace(doubleQuote, "");
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .trim();
}

/** The value of a decimal digit of any script: scripts keep their ten in order, and none follows another directly
 * but the mathematical ones, which are tens too. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0)!;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

/** `3.80501112233E+11` has all its digits; `3.80501E+11` lost the last ones (null). All else comes back as it is. */
function spellOut(text: string): string | null {
  const match = /^\+?([1-9])(?:[.,](\d+))?\s?[eEеЕ]\s?\+?(\d{1,3})$/.exec(text);
  if (match === null) return /^[\d.,]+[eEеЕ]\+?\d+$/.test(text) ? null : text;
  const [, whole = "", fraction = "", exponent = ""] = match;
  return fraction.length === Number(exponent) && fraction.length >= 8 ? whole + fraction : null;
}

/** `380501112233.0` is how a program writes a whole number. Cut before anything reads the 0 as one more digit. */
function withoutDecimalTail(text: string, cleaned: Reason[]): string {
  const match = /^([^.,/;|&\n]*\d)[.,]0{1,6}$/.exec(text);
  if (match === null) return text;
  cleaned.push(reasonOf("decimal-tail-cut"));
  return match[1]!;
}

const extension =
  /[\s,;.(]*(?:;ext=|(?:extension|extn|ext|добавочный|доб|доп|дод|внутр|вн|anexo|interno|int|wew|tlj)[.:=\s]*|(?<=[\s,])[xх#]\s?)(\d{1,7})\)?$/iu;

/** Leaves an extension off a number, and says so: it is never appended. */
export function withoutExtension(text: string): { text: string; extension: string | null } {
  const match = extension.exec(text);
  return match === null ? { text, extension: null } : { text: text.slice(0, match.index), extension: match[1]! };
}

/** Words between two numbers, as good as a semicolon. */
const betweenNumbers = /(?<=[\d)])\s+(?:or|and|и|или|та|або|і|und|oder)\s+(?=[\d+(])/giu;

/**
 * The numbers that a cell lists, where nothing else could be meant: on lines of their own, with `;` between them, or
 * with the `:::` of Google Contacts.
 */
export function listedNumbers(text: string): string[] {
  return withoutExtensionSemicolon(text)
    .replace(betweenNumbers, ";")
    .split(/[;\n|&]+|:::/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

function withoutExtensionSemicolon(text: string): string {
  return text.replace(/;(?=ext=)/gi, " ");
}

function whyNoNumber(text: string): Reason | null {
  const reason = whatElse(text);
  if (reason !== null || /^[0-9 +()]+$/.test(text)) return reason;
  for (const piece of listedNumbers(text)) {
    const rest = withoutExtension(piece).text;
    if (/\p{L}/u.test(rest)) return reasonOf("letters");
    if (/[^\d\s+\-()[\]./,~]/u.test(rest)) return reasonOf("unclear-signs");
  }
  return null;
}
