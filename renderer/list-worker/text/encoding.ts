import { kernel } from "../kernel/kernel.ts";
import { likelyEncoding } from "./letter-statistics.ts";
import { cutCharacter, mixtureOf } from "./mixed-encoding.ts";
import { isSingleByte } from "./single-byte.ts";

/** An encoding as named on the screen; `mixedWith` is what the lines are in that are not, null where all are. */
export type EncodingChoice = { encoding: string; bomLength: number; mixedWith: string | null };

const chunk = 1024 * 1024;

/** Bytes that are looked at at once: few enough to stay in the processor's own memory. */
const piece = 64 * 1024;

/** True when the bytes are UTF-8; a character cut off at the very end does not count against it. */
export function isUtf8(bytes: Uint8Array): boolean {
  const end = bytes.length - cutCharacter(bytes);
  kernel.calls.beginUtf8();
  for (let at = 0; at < end; at += piece) {
    const until = Math.min(at + piece, end);
    kernel.takeBytes(bytes, at, until);
    if (kernel.calls.isUtf8(until - at, until === end) === 0) return false;
  }
  return true;
}

/**
 * In a short text two letters of one byte each may happen to be a character of UTF-8, but then one that stands in no
 * list: a control character, an accent without letter, a letter of a script long dead. True when there are only such.
 */
function spellsNothing(bytes: Uint8Array): boolean {
  if (bytes.length > fewBytes) return false;
  const beyond = new TextDecoder().decode(bytes).match(/[^\p{ASCII}]/gu) ?? [];
  return (
    beyond.length > 0 && beyond.every((sign) => /[\u0080-\u009f\u0180-\u024f\u0250-\u036f\u0500-\u052f]/u.test(sign))
  );
}

/** No longer text is valid UTF-8 by chance. */
const fewBytes = 4_096;

/** UTF-16 without a mark shows by NUL bytes at one side of its pairs, or by line ends and digits spelled so. */
function utf16Side(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 65_536);
  const pairs = sample.length >> 1;
  if (pairs < 2 || !sample.includes(0)) return null;
  let first = 0;
  let second = 0;
  for (let i = 0; i < pairs; i++) {
    if (sample[2 * i] === 0) first++;
    if (sample[2 * i + 1] === 0) second++;
  }
  if (second * 20 > pairs && first * 20 <= second) return "utf-16le";
  if (first * 20 > pairs && second * 20 <= first) return "utf-16be";
  return null;
}

function byMark(bytes: Uint8Array): EncodingChoice | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", bomLength: 3, mixedWith: null };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", bomLength: 2, mixedWith: null };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", bomLength: 2, mixedWith: null };
  return null;
}

/**
 * The encoding of a text: mark, pattern of NUL bytes, strict UTF-8, letter statistics, in that order.
 * A choice by the user wins; its mark is still left out.
 */
export function detectEncoding(bytes: Uint8Array, chosen: string | null): EncodingChoice {
  const marked = byMark(bytes);
  if (chosen !== null) {
    return { encoding: chosen, bomLength: marked?.encoding === chosen ? marked.bomLength : 0, mixedWith: null };
  }
  if (marked) return marked;
  const side = utf16Side(bytes);
  if (side) return { encoding: side, bomLength: 0, mixedWith: null };
  if (isUtf8(bytes)) {
    const encoding = spellsNothing(bytes) ? likelyEncoding(bytes) : "utf-8";
    return { encoding, bomLength: 0, mixedWith: null };
  }
  const mixture = mixtureOf(bytes);
  if (mixture === null) return { encoding: likelyEncoding(bytes), bomLength: 0, mixedWith: null };
  const { other, mostlyUtf8 } = mixture;
  return { encoding: mostlyUtf8 ? "utf-8" : other, bomLength: 0, mixedWith: mostlyUtf8 ? other : "utf-8" };
}

/** True for an encoding the program can read. */
export function isKnownEncoding(encoding: string): boolean {
  return isSingleByte(encoding) || encoding === "utf-8" || encoding === "utf-16le" || encoding === "utf-16be";
}

/** The text's bytes in an encoding of ASCII's family, without mark: UTF-16 becomes UTF-8, all else stays. */
export function asciiFamily(
  bytes: Uint8Array,
  { encoding, bomLength }: Pick<EncodingChoice, "encoding" | "bomLength">,
): Uint8Array {
  const body = bytes.subarray(bomLength);
  if (encoding !== "utf-16le" && encoding !== "utf-16be") return body;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (let i = 0; i < body.length; i += chunk) {
    parts.push(encoder.encode(decoder.decode(body.subarray(i, i + chunk), { stream: true })));
  }
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
