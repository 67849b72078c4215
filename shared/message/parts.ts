import { gsmUnitTable, type Encoding } from "./encoding.ts";

/** The service takes at most five parts: 765 units of GSM 7-bit, 335 of UCS-2. */
export const maxParts = 5;

/** Units that fit into a message of one part, and into each of several (3GPP TS 23.040, 9.2.3.24.1: a 6-byte header). */
export const unitLimits = { gsm7: { single: 160, multi: 153 }, ucs2: { single: 70, multi: 67 } } as const;

/** What a text costs. */
export type PartCount = {
  encoding: Encoding;
  /** As a person counts them: an emoji of one code point is one. */
  characters: number;
  /** Septets of GSM 7-bit, or 16-bit units of UCS-2. */
  units: number;
  /** 0 for an empty text. */
  parts: number;
  /** Units left in the last part. */
  roomLeft: number;
  /** More than the service takes. */
  overLimit: boolean;
};

/** Counts the parts of a rendered text. An extension character or a surrogate pair never straddles two parts. */
export function countParts(text: string): PartCount {
  const { single, multi } = unitLimits.gsm7;
  let units = 0;
  let parts = 1;
  let partStart = 0;
  for (let index = 0; index < text.length; index++) {
    const add = gsmUnitTable[text.charCodeAt(index)]!;
    if (add === 0) return countUcs2(text, index);
    units += add;
    if (units - partStart > multi) {
      parts++;
      partStart = units - add;
    }
  }
  if (units <= single) return partCount("gsm7", text.length, units, Math.min(units, 1), single - units);
  return partCount("gsm7", text.length, units, parts, multi - (units - partStart));
}

/** `from` is where the first character outside GSM 7-bit stands. */
function countUcs2(text: string, from: number): PartCount {
  const { single, multi } = unitLimits.ucs2;
  const units = text.length;
  const characters = units - pairsIn(text, from);
  if (units <= single) return partCount("ucs2", characters, units, 1, single - units);
  let parts = 1;
  let partStart = 0;
  while (units - partStart > multi) {
    const border = partStart + multi;
    partStart = isPairAt(text, border - 1) ? border - 1 : border;
    parts++;
  }
  return partCount("ucs2", characters, units, parts, multi - (units - partStart));
}

function partCount(encoding: Encoding, characters: number, units: number, parts: number, roomLeft: number): PartCount {
  return { encoding, characters, units, parts, roomLeft, overLimit: parts > maxParts };
}

function pairsIn(text: string, from: number): number {
  let pairs = 0;
  for (let index = from; index < text.length; index++) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800 && isPairAt(text, index)) pairs++;
  }
  return pairs;
}

/** Whether a surrogate pair begins at `index`. */
function isPairAt(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
}
