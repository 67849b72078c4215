import { likelyEncoding } from "./letter-statistics.ts";
import type { SingleByteEncoding } from "./single-byte.ts";

/** A text that was put together from files of two encodings: most of its lines in one, the rest in the other. */
export type Mixture = { other: SingleByteEncoding; mostlyUtf8: boolean };

/** In lists of one encoding hardly a line is UTF-8 by chance: more than one in so many is no chance. */
const chance = 10;
/** Bytes of foreign lines that are looked at to tell their encoding. */
const sampleBytes = 16_384;

/** How many bytes a UTF-8 character beyond ASCII that begins with this byte has; 0 for a byte that begins none. */
function lengthOf(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/** Whether the second byte makes the first one's character one that exists: none written too long, no half of a pair. */
function mayFollow(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second <= 0x9f;
  if (first === 0xf0) return second >= 0x90;
  return first !== 0xf4 || second <= 0x8f;
}

/** Whether the bytes are UTF-8; false for those that end within a character. Makes no text of them. */
export function isUtf8Part(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end;) {
    const first = bytes[i] ?? 0;
    if (first < 0x80) {
      i++;
      continue;
    }
    const length = lengthOf(first);
    if (length === 0 || i + length > end || !mayFollow(first, bytes[i + 1] ?? 0)) return false;
    for (let next = i + 1; next < i + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false;
    i += length;
  }
  return true;
}

/** How many bytes at the very end begin a UTF-8 character that has no room there; 0 where they could begin none. */
export function cutCharacter(bytes: Uint8Array): number {
  for (let count = 1; count <= Math.min(3, bytes.length); count++) {
    const [first = 0, second] = bytes.subarray(bytes.length - count);
    if ((first & 0xc0) === 0x80) continue;
    return lengthOf(first) > count && (second === undefined || mayFollow(first, second)) ? count : 0;
  }
  return 0;
}

/**
 * Tells a text of two encodings by its lines. Null for bytes of one encoding alone, which is not UTF-8: asked only of
 * such bytes.
 */
export function mixtureOf(bytes: Uint8Array): Mixture | null {
  const foreign = new Uint8Array(sampleBytes);
  let [kept, utf8, other] = [0, 0, 0];
  for (let start = 0; start < bytes.length;) {
    let end = start;
    let beyondAscii = false;
    for (; end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13; end++) beyondAscii ||= (bytes[end] ?? 0) > 127;
    if (beyondAscii && isUtf8Part(bytes, start, end)) utf8++;
    else if (beyondAscii) {
      other++;
      const line = bytes.subarray(start, Math.min(end + 1, start + sampleBytes - kept));
      foreign.set(line, kept);
      kept += line.length;
    }
    start = end + 1;
  }
  if (utf8 < 2 || utf8 * chance < other) return null;
  return { other: likelyEncoding(foreign.subarray(0, kept)), mostlyUtf8: utf8 >= other };
}
