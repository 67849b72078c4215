import { cellValue } from "./cell-value.ts";
import { gsmUnitTable, marksOf } from "./encoding.ts";
import { hasAddress, toLatin, type LatinStandard } from "./latin.ts";
import { scriptOf, type ForeignScript } from "./script.ts";

/**
 * What a value adds to a message, in 32 bits, so that a million people's cells are kept as four bytes each and counted
 * without being read again. 0 is an empty cell. From the lowest bit: 15 of its length in UTF-16 units, 1 set when it
 * needs UCS-2; then for GSM 7-bit the number of its extension characters, for UCS-2 its script, whether it has marks
 * with a lookalike, and whether it has surrogates.
 */
export type Measure = number;

/** What a text needs to be counted for one person: the cells of its columns as they are shown, and their measures. */
export interface Person {
  cell(column: number): string;
  /** {@link measureOfCell} of the cell, for the letters in which the messages are written. */
  measure(column: number): Measure;
}

/** What {@link measureOfCell} gives where a value cannot be told apart from the words around it: the message is read. */
export const unmeasured: Measure = 0xffffffff;

/** No cell is longer (`limits.cellCharacters`), and what is longer is far beyond five parts. */
const longest = 0x7fff;
const foreignBit = 0x8000;
const marksBit = 1 << 19;
const pairsBit = 1 << 20;
const scripts = ["latin", "cyrillic", "greek", "emoji", "other"] as const;

/** Measures a text: a cell without the white space around it, the words for an empty cell, or what a text itself writes. */
export function measureOf(text: string): Measure {
  const length = Math.min(text.length, longest);
  let escapes = 0;
  for (let index = 0; index < text.length; index++) {
    const units = gsmUnitTable[text.charCodeAt(index)]!;
    if (units === 0) return length | foreignBit | foreignFacts(text);
    escapes += units - 1;
  }
  return length | (Math.min(escapes, longest) << 16);
}

/**
 * Measures a cell as it stands in a message, in Latin letters where a standard was chosen. Only an empty cell is 0: one
 * of which Latin letters leave nothing but space is `unmeasured`, as is one with a link, which may go on in the words after it.
 */
export function measureOfCell(cell: string, latin: LatinStandard | null): Measure {
  const value = cellValue(cell);
  const plain = measureOf(value);
  if (latin === null || !isForeign(plain)) return plain;
  if (hasAddress(value)) return unmeasured;
  const left = toLatin(value, latin);
  return left.trim() === "" ? unmeasured : measureOf(left);
}

/** Its length in UTF-16 units. */
export function lengthIn(measure: Measure): number {
  return measure & longest;
}

/** Whether it needs UCS-2. */
export function isForeign(measure: Measure): boolean {
  return (measure & foreignBit) !== 0;
}

/** Its characters of the extension table; only where it is not foreign. */
export function escapesIn(measure: Measure): number {
  return measure >>> 16;
}

/** Its script as {@link scriptOf} has it. */
export function scriptIn(measure: Measure): "latin" | ForeignScript {
  return isForeign(measure) ? (scripts[(measure >>> 16) & 7] ?? "other") : "latin";
}

/** Whether it has marks with a lookalike. */
export function hasMarks(measure: Measure): boolean {
  return isForeign(measure) && (measure & marksBit) !== 0;
}

/** Whether it has surrogates, which a part must not divide. */
export function hasPairs(measure: Measure): boolean {
  return isForeign(measure) && (measure & pairsBit) !== 0;
}

/** Facts of foreign values met before: lists repeat their names. Small enough to be started anew when it is full. */
const valuesKept = 20_000;
const known = new Map<string, number>();

function foreignFacts(text: string): number {
  if (isPlainCyrillic(text)) return 1 << 16;
  const before = known.get(text);
  if (before !== undefined) return before;
  const script = scripts.indexOf(scriptOf(text));
  const facts =
    (script << 16) | (marksOf(text).length > 0 ? marksBit : 0) | (/[\ud800-\udfff]/.test(text) ? pairsBit : 0);
  if (known.size >= valuesKept) known.clear();
  known.set(text, facts);
  return facts;
}

/** Cyrillic letters and signs of GSM 7-bit alone: no Latin letter whose twin one of them could be. */
function isPlainCyrillic(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isCyrillic = unit >= 0x400 && unit < 0x530 && (unit < 0x482 || unit > 0x489);
    const isSign = unit < 0x7f && gsmUnitTable[unit] !== 0 && !isLatinLetter(unit);
    if (!isCyrillic && !isSign) return false;
  }
  return true;
}

function isLatinLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}
