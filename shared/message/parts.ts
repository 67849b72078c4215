import { gsmUnits, gsmUnitsAt, type Encoding } from "./encoding.ts";

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
  const septets = gsmUnits(text);
  return septets < 0 ? countUcs2(text) : countGsm(text, septets);
}

function countGsm(text: string, units: number): PartCount {
  const { single, multi } = unitLimits.gsm7;
  const common = { encoding: "gsm7", characters: text.length, units } as const;
  if (units <= single) return { ...common, ...onePart(units, single) };
  if (units === text.length) return { ...common, ...fullParts(units, multi) };
  let parts = 1;
  let used = 0;
  for (let index = 0; index < text.length; index++) {
    const add = gsmUnitsAt(text, index);
    if (used + add > multi) {
      parts++;
      used = 0;
    }
    used += add;
  }
  return { ...common, parts, roomLeft: multi - used, overLimit: parts > maxParts };
}

function countUcs2(text: string): PartCount {
  const { single, multi } = unitLimits.ucs2;
  const units = text.length;
  const common = { encoding: "ucs2", characters: codePoints(text), units } as const;
  if (units <= single) return { ...common, ...onePart(units, single) };
  if (units === common.characters) return { ...common, ...fullParts(units, multi) };
  let parts = 1;
  let partStart = 0;
  while (units - partStart > multi) {
    const border = partStart + multi;
    partStart = isPairAt(text, border - 1) ? border - 1 : border;
    parts++;
  }
  return { ...common, parts, roomLeft: multi - (units - partStart), overLimit: parts > maxParts };
}

function onePart(units: number, single: number) {
  return { parts: units === 0 ? 0 : 1, roomLeft: single - units, overLimit: false };
}

function fullParts(units: number, multi: number) {
  const parts = Math.ceil(units / multi);
  return { parts, roomLeft: parts * multi - units, overLimit: parts > maxParts };
}

function codePoints(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index++) if (isPairAt(text, index - 1)) count--;
  return count;
}

/** Whether a surrogate pair begins at `index`. */
function isPairAt(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
}
