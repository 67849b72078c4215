import { latinTwins } from "./look-alike.ts";
import { lookalikeOf, type MarkName } from "./marks.ts";

/** How a message travels: GSM 7-bit (3GPP TS 23.038) or, when one character is outside it, UCS-2. */
export type Encoding = "gsm7" | "ucs2";

/** The basic table of 3GPP TS 23.038, 6.2.1, without the escape character. */
export const gsmBasic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/** The extension table of 3GPP TS 23.038, 6.2.1.1: each takes two units, an escape and itself. */
export const gsmExtension = "\f^{}\\[~]|€";

/** Units by UTF-16 code unit: 0 outside GSM 7-bit, 1 basic, 2 extension. 64 KiB, so that no index needs a check. */
export const gsmUnitTable = new Uint8Array(0x10000);
for (const char of gsmBasic) gsmUnitTable[char.charCodeAt(0)] = 1;
for (const char of gsmExtension) gsmUnitTable[char.charCodeAt(0)] = 2;

/** Units of one UTF-16 code unit in GSM 7-bit; 0 when it is not in the alphabet. */
export function gsmUnitsAt(text: string, index: number): number {
  return gsmUnitTable[text.charCodeAt(index)]!;
}

/** Units (septets) of a text in GSM 7-bit, or -1 when it cannot be written in it. */
export function gsmUnits(text: string): number {
  // Words of another script come together, a flower comes last: two glances spare most of such texts the whole reading.
  const { length } = text;
  if (length > 0 && (gsmUnitsAt(text, length - 1) === 0 || gsmUnitsAt(text, length >> 1) === 0)) return -1;
  let units = 0;
  for (let index = 0; index < length; index++) {
    const add = gsmUnitTable[text.charCodeAt(index)]!;
    if (add === 0) return -1;
    units += add;
  }
  return units;
}

/** The encoding a text needs. */
export function encodingOf(text: string): Encoding {
  return gsmUnits(text) < 0 ? "ucs2" : "gsm7";
}

/** A character that forces UCS-2: where (UTF-16 position), what it is, and what could stand in for it. */
export type NonGsmCharacter = {
  index: number;
  char: string;
  /** A mark's own name, or its kind; the words live in i18n under `mark.<name>`. */
  name: MarkName | "look-alike" | "letter" | "emoji" | "sign";
  /** Its lookalike within GSM 7-bit ("" for an invisible one), null where there is none. */
  replacement: string | null;
};

/** Every character of a text outside GSM 7-bit, in order. A surrogate pair is one character. */
export function nonGsmCharacters(text: string): NonGsmCharacter[] {
  const found: NonGsmCharacter[] = [];
  const twinAt = latinTwins(text);
  let index = 0;
  for (const char of text) {
    if (gsmUnitTable[char.charCodeAt(0)] === 0) {
      const mark = lookalikeOf(char) ?? lookAlike(twinAt(index));
      const joins = mark?.replacement === "" && index > 0 && isForeignAt(text, index - 1);
      if (mark !== null && !joins) found.push({ index, char, ...mark });
      else found.push({ index, char, name: kindOf(char), replacement: null });
    }
    index += char.length;
  }
  return found;
}

function lookAlike(replacement: string | null): { name: "look-alike"; replacement: string } | null {
  return replacement === null ? null : { name: "look-alike", replacement };
}

/** An invisible character after a foreign letter or an emoji may join or direct it: it is not ours to drop. */
function isForeignAt(text: string, index: number): boolean {
  return gsmUnitsAt(text, index) === 0 && lookalikeOf(text[index]!) === null;
}

function kindOf(char: string): "letter" | "emoji" | "sign" {
  // Unicode has these among the pictures, people do not.
  if (/[©®™]/.test(char)) return "sign";
  if (/\p{Extended_Pictographic}|\p{Emoji_Component}/u.test(char)) return "emoji";
  return /[\p{L}\p{M}]/u.test(char) ? "letter" : "sign";
}

/** The different marks of a text that have a lookalike, in order. */
export function marksOf(text: string): string[] {
  const found = nonGsmCharacters(text).filter((character) => character.replacement !== null);
  return [...new Set(found.map((character) => character.char))];
}

/** The same text with every typographic mark that has a lookalike replaced by it; nothing else changes. */
export function replaceMarks(text: string): string {
  if (gsmUnits(text) >= 0) return text;
  let replaced = "";
  let from = 0;
  for (const { index, char, replacement } of nonGsmCharacters(text)) {
    if (replacement === null) continue;
    replaced += text.slice(from, index) + replacement;
    from = index + char.length;
  }
  return replaced + text.slice(from);
}
