import type { CellKind, PhoneReader, PhoneReading } from "../../../shared/recipients/phone-number.ts";
import { outcomes, type PhoneShortCut } from "../../../shared/recipients/phone-short-cut.ts";
import type { CellPlace } from "../source/source-table.ts";

/** What a cell speaks for when the columns are guessed, the later ones being the earlier ones too from `filled` on. */
export const looks = { unclear: 0, empty: 1, filled: 2, manyDigits: 3, wordsBeside: 4, phone: 5 } as const;
export type Look = (typeof looks)[keyof typeof looks];

/** Who says whether a cell is a phone: of any text, and of bytes, where it is plain. */
export type PhoneAsking = { read: PhoneReader; short: PhoneShortCut };

/** `20231129` and the seconds since 1970, which are numbers of Denmark and Germany too. */
const dayOrMoment = /^(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|1[5-7]\d{8})$/;

/**
 * Whether a cell speaks for a phone column. In countries whose landlines have numbers of any length every article
 * number could be one, so that a landline counts only where it is written like a phone.
 */
function isPlainlyPhone(cell: string, { verdict, warning }: PhoneReading): boolean {
  if (verdict === "to-decide") return true;
  if ((verdict !== "ready" && verdict !== "repaired") || dayOrMoment.test(cell)) return false;
  return warning === null || /^[^\d]*[+(0]/.test(cell) || /\d[\s()/-]+\d/.test(cell);
}

/** Seven digits are the least that could be asked of the reader, which is slow over prose; and the most. */
const [fewestDigits, mostDigits] = [7, 40];
/** Nor is it asked about cells of more characters. */
const longestAsked = 80;
/** Longer cells are never looked at by their bytes alone. */
const longestGlance = 1_000;

/** Says what the text of a cell speaks for. */
export function lookAtText(cell: string, kind: CellKind, asked: PhoneAsking): Look {
  if (cell === "") return looks.empty;
  const digits = cell.replaceAll(/\D/g, "").length;
  // Scientific notation holds what once were many digits: 3,80501E+11.
  if (digits < fewestDigits) return /^\d[.,]\d+e\+?\d+$/i.test(cell) ? looks.manyDigits : looks.filled;
  if (digits > mostDigits || cell.length > longestAsked) return looks.manyDigits;
  const reading = asked.read(cell, kind);
  if (isPlainlyPhone(cell, reading)) return looks.phone;
  const code = reading.reasons[0]?.code;
  if (code === "words-beside") return looks.wordsBeside;
  return code === "date" ? looks.filled : looks.manyDigits;
}

/** Says the same by the bytes of a cell alone, without making a text of them; `unclear` where that is needed. */
export function glanceAt({ bytes, start, end }: CellPlace, asked: PhoneAsking): Look {
  if (start === end) return looks.empty;
  if (end - start > longestGlance) return looks.unclear;
  let [digits, first, exponent] = [0, 0, false];
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (first === 0 && byte > 32) first = byte;
    if (isDigit(byte)) digits++;
    else if (byte === 69 || byte === 101) exponent = true;
  }
  if (digits < fewestDigits) {
    const isText = beginsText(first) && !(isDigit(first) && exponent);
    return isText ? looks.filled : looks.unclear;
  }
  if (digits > mostDigits) return looks.manyDigits;
  const outcome = asked.short.readBytes(bytes, start, end);
  // Bare digits may be a moment, signs between them may make a day of them, and a number may stand between words.
  if (outcome === outcomes.none) return digits < 12 && digits === end - start ? looks.manyDigits : looks.unclear;
  if (outcome !== outcomes.ready && outcome !== outcomes.repaired) return looks.unclear;
  return mayBeDay(digits, first) ? looks.unclear : looks.phone;
}

/** Days and moments in bare digits are so long, and begin with 1 or 2. */
const mayBeDay = (digits: number, first: number): boolean =>
  (digits === 8 || digits === 10) && (first === 49 || first === 50);

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** Anything to be seen in ASCII, or what most Cyrillic letters begin with in UTF-8: other bytes may begin white space. */
const beginsText = (byte: number): boolean => (byte > 32 && byte < 127) || byte === 0xd0 || byte === 0xd1;
