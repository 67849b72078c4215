import { gsmUnits, gsmUnitTable, replaceMarks } from "./encoding.ts";
import { latinTwinOf } from "./look-alike.ts";
import { latinSigns, latinTables, lettersOf, type LatinTable } from "./latin-tables.ts";

/** Whose rules write Cyrillic in Latin letters; the words live in i18n. */
export const latinStandards = ["uk", "ru", "bg"] as const;
export type LatinStandard = (typeof latinStandards)[number];

/**
 * A link or an address with Cyrillic letters would lead nowhere in Latin ones: it stays. Marks that only stand before an
 * address are no part of it.
 */
const address =
  /(?:https?:\/\/|www\.)\S+|[^\s@,!?;:()<>"«»„“”]+@\S+\.\S+|(?:[\p{L}\d-]+\.)+(?:(?:укр|рф|рус|бел|бг|срб|мкд|қаз)(?![\p{L}\d])(?:[/?#]\S*)?|[a-z]{2,}\/\S*)/giu;
/** What every such address has; looked for first, because few texts have one. */
const addressSign = /:\/\/|www\.|@|\.(?:укр|рф|рус|бел|бг|срб|мкд|қаз|[a-z]{2,}\/)/iu;

/**
 * A rendered text in letters of GSM 7-bit: Cyrillic by the standard, marks by their lookalikes, accents that GSM 7-bit
 * lacks left off (ł → l, ç → c). Case follows the word: Щука → Shchuka, ЩУКА → SHCHUKA. Links, emoji and scripts
 * without a rule stay as they are. A text already in GSM 7-bit comes back unchanged, and so does the result.
 */
export function toLatin(text: string, standard: LatinStandard): string {
  if (gsmUnits(text) >= 0) return text;
  // Composed first: й and ї may come as a letter and its mark.
  const composed = text.normalize("NFC");
  const table = latinTables[standard];
  if (!hasAddress(composed)) return plain(composed, table);
  let latin = "";
  let from = 0;
  for (const { 0: found, index } of composed.matchAll(address)) {
    const link = found.slice(0, endOfLink(found));
    latin += plain(composed.slice(from, index), table) + link;
    from = index + link.length;
  }
  return latin + plain(composed.slice(from), table);
}

/** Where a link ends: the marks after it close what it stands in. */
function endOfLink(found: string): number {
  let end = found.length;
  while (end > 0 && /\p{P}/u.test(found[end - 1]!)) end--;
  return end;
}

/** Whether a text may have a link or an address, which stay as they are. */
export function hasAddress(text: string): boolean {
  return addressSign.test(text);
}

/** The text as it goes out: in Latin letters where a standard was chosen. */
export function written(text: string, standard: LatinStandard | null): string {
  return standard === null ? text : toLatin(text, standard);
}

/** Whose rules fit a text best, by letters that only one language has; null where nothing tells. */
export function guessStandard(text: string): LatinStandard | null {
  const small = text.toLowerCase();
  const ukrainian = small.match(/[іїєґ]/g)?.length ?? 0;
  const russian = small.match(/[ыэё]/g)?.length ?? 0;
  if (ukrainian === 0 && russian === 0) return null;
  return ukrainian >= russian ? "uk" : "ru";
}

function plain(text: string, table: LatinTable): string {
  // Marks last: what cannot be seen is one only where nothing that needs Unicode stands before it.
  return replaceMarks(withoutAccents(cyrillicToLatin(text, table)));
}

/** Word by word: a loop over code units, because it runs over every message of a list with every keystroke. */
function cyrillicToLatin(text: string, table: LatinTable): string {
  let latin = "";
  let from = 0;
  let index = 0;
  while (index < text.length) {
    if (!isLetter(text.charCodeAt(index))) {
      index++;
      continue;
    }
    const end = endOfWord(text, index);
    if (hasCyrillic(text, index, end)) {
      latin += text.slice(from, index) + latinWord(text.slice(index, end), table);
      from = end;
    }
    index = end;
  }
  return latin + text.slice(from);
}

/** Where the word that begins at `index` ends; an apostrophe between two letters belongs to it. */
function endOfWord(text: string, index: number): number {
  let end = index + 1;
  while (end < text.length) {
    if (isLetter(text.charCodeAt(end))) end++;
    else if (isApostrophe(text[end]!) && isLetter(text.charCodeAt(end + 1))) end += 2;
    else break;
  }
  return end;
}

function hasCyrillic(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (isCyrillic(text.charCodeAt(index))) return true;
  return false;
}

function isCyrillic(unit: number): boolean {
  return unit >= 0x400 && unit < 0x530;
}

/** Latin and Cyrillic letters and their accents: what a word can consist of that is written by a table. */
function isLetter(unit: number): boolean {
  if (unit < 0xc0) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
  return unit < 0x250 ? unit !== 0xd7 && unit !== 0xf7 : isCyrillic(unit) || (unit >= 0x300 && unit < 0x370);
}

/** Whatever keyboards and old databases have for one. */
const apostrophes = "'’ʼ`´‘′ʹ＇";
const apostrophe = new RegExp(`[${apostrophes}]`, "gu");

function isApostrophe(char: string): boolean {
  return apostrophes.includes(char);
}

/** Words written before: a list's messages share most of theirs. Small enough to be started anew when it is full. */
const wordsKept = 20_000;
const known = new Map<LatinTable, Map<string, string>>();

function latinWord(found: string, table: LatinTable): string {
  let words = known.get(table);
  if (words === undefined || words.size >= wordsKept) known.set(table, (words = new Map()));
  const before = words.get(found);
  if (before !== undefined) return before;
  const latin = spellLatin(found, table);
  words.set(found, latin);
  return latin;
}

function spellLatin(found: string, table: LatinTable): string {
  const meant = latinTwinOf(found);
  if (meant !== null) return meant;
  const letters = found.replace(apostrophe, table.apostrophe);
  const small = letters.toLowerCase();
  const shouted = letters.length > 1 && letters === letters.toUpperCase();
  let latin = "";
  for (let index = 0; index < letters.length;) {
    const pair = small.slice(index, index + 2);
    const two = table.pairs[pair] ?? (index + 2 === small.length ? table.last[pair] : undefined);
    const letter = small[index]!;
    const read = two ?? (index === 0 ? table.first[letter] : undefined) ?? table.letters[letter] ?? letter;
    const big = letters[index] !== letter;
    latin += !big ? read : shouted ? read.toUpperCase() : read.charAt(0).toUpperCase() + read.slice(1);
    index += two === undefined ? 1 : 2;
  }
  return latin;
}

/** Latin letters that Unicode does not take apart. */
const bare = lettersOf("ł l, Ł L, đ d, Đ D, ħ h, Ħ H, ı i, œ oe, Œ OE, þ th, Þ Th, ð d, ŧ t, Ŧ T, ẞ SS, ŋ n, Ŋ N");

const sign = new RegExp(`[${Object.keys(latinSigns).join("")}]`, "gu");

/** Signs in letters, and Latin letters that GSM 7-bit lacks without their accents. */
function withoutAccents(text: string): string {
  if (gsmUnits(text) >= 0) return text;
  const lettered = text.replace(sign, (found) => latinSigns[found] ?? found);
  return lettered.replace(/\p{Script=Latin}\p{M}*/gu, (letter) => {
    if (letter.length === 1 && gsmUnitTable[letter.charCodeAt(0)] !== 0) return letter;
    const base = letter.normalize("NFD").replace(/\p{M}/gu, "");
    const simple = bare[base] ?? base;
    return gsmUnits(simple) >= 0 ? simple : letter;
  });
}
