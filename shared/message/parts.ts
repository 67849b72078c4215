import { gsmUnits, gsmUnitsAt, type Encoding } from "./encoding.ts";

/** The service takes at most five parts: 765 units of GSM 7-bit, 335 of UCS-2. */
export const maxParts = 5;

/** Units that fit into a message of one part, and into each of several (3GPP TS 23.040, 9.2.3.24.1: a 6-byte header). */
export const unitLimits = { gsm7: { single: 160, multi: 153 }, ucs2: { single: 70, multi: 67 } } as const;

/** What a text costs. */
export type PartCount = {
  encoding: Encoding;
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
  const units = gsmUnits(text);
  if (units < 0) return countUcs2(text);
  const { single, multi } = unitLimits.gsm7;
  if (units <= single) return partCount("gsm7", units, Math.min(units, 1), single - units);
  if (units > text.length) return countEscapes(text, units);
  const parts = Math.ceil(units / multi);
  return partCount("gsm7", units, parts, parts * multi - units);
}

/** A text of several parts with characters of two units, which may leave the last unit of a part empty. */
function countEscapes(text: string, units: number): PartCount {
  const { multi } = unitLimits.gsm7;
  let parts = 1;
  let filled = 0;
  for (let index = 0; index < text.length; index++) {
    const add = gsmUnitsAt(text, index);
    filled += add;
    if (filled <= multi) continue;
    parts++;
    filled = add;
  }
  return partCount("gsm7", units, parts, multi - filled);
}

function countUcs2(text: string): PartCount {
  const { single, multi } = unitLimits.ucs2;
  const units = text.length;
  if (units <= single) return partCount("ucs2", units, 1, single - units);
  let parts = 1;
  let partStart = 0;
  while (units - partStart > multi) {
    const border = partStart + multi;
    partStart = isPairAt(text, border - 1) ? border - 1 : border;
    parts++;
  }
  return partCount("ucs2", units, parts, multi - (units - partStart));
}

function partCount(encoding: Encoding, units: number, parts: number, roomLeft: number): PartCount {
  return { encoding, units, parts, roomLeft, overLimit: parts > maxParts };
}

/** Whether a surrogate pair begins at `index`. */
function isPairAt(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
}
