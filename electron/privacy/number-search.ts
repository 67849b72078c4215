import { inflateRawSync } from "node:zlib";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";

const between = String.raw`[\s().\-/\u00a0\u2000-\u200f\u2010-\u2015\u202f\u2060]{0,3}`;
const shortest = 7;
/** One part of a workbook may be this large when it is unpacked; a larger one is not searched. */
const largestPart = 512 * 1024 * 1024;

/** Whether something holds a number: `unsearched` for what cannot be looked into, such as a locked workbook. */
export type Found = "yes" | "no" | "unsearched";

/** Stands where a number was in a message: whoever sends it has to see that something is missing. Any other mark costs parts. */
export const numberGone = "...";

/** Finds one number in whatever way people write it: with its country or without, with blanks, dashes and brackets. */
export type NumberSearch = {
  inText: (text: string) => boolean;
  /** The text without the number, or with something else in its place. */
  without: (text: string, instead?: string) => string;
  /** Looks through the bytes of a spreadsheet or text file. */
  inFile: (bytes: Uint8Array) => Found;
};

/** @param number 9–15 digits, international */
export function searchFor(number: string): NumberSearch {
  const national = parsePhoneNumberFromString(`+${number}`)?.nationalNumber ?? number;
  const country = number.endsWith(national) ? number.slice(0, number.length - national.length) : "";
  const spaced = (digits: string) => digits.split("").join(between);
  const whole = String.raw`(?:[+＋]|00|011)?${between}${spaced(country)}${between}(?:\(?0\)?)?${between}${spaced(national)}`;
  const within = national.length < shortest ? [] : [String.raw`(?:8?0|[1358])?${between}${spaced(national)}`];
  const pattern = String.raw`(?<!\p{Nd})\(?(?:${[whole, ...within].join("|")})(?!\p{Nd})`;
  const once = new RegExp(pattern, "u");
  const everywhere = new RegExp(pattern, "gu");
  // Files are large and most hold no such digits: these alone are found several times as fast.
  const digits = new RegExp(spaced(national));
  const inText = (text: string) => digits.test(text) && once.test(text);
  return {
    inText,
    without: (text, instead = "") => text.replaceAll(everywhere, () => instead).trim(),
    inFile: (bytes) => searchFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), inText),
  };
}

const oldWorkbook = Buffer.from("d0cf11e0a1b11ae1", "hex");
const zip = Buffer.from("PK\u0003\u0004", "latin1");

function searchFile(bytes: Buffer, inText: (text: string) => boolean): Found {
  if (bytes.subarray(0, 4).equals(zip)) return searchZip(bytes, inText);
  // Every encoding that a text comes in writes digits as ASCII, some with zeros between them.
  if (inText(bytes.toString("latin1").replaceAll("\0", ""))) return "yes";
  // An old workbook keeps numbers as numbers, and a locked one shows nothing.
  return bytes.subarray(0, 8).equals(oldWorkbook) ? "unsearched" : "no";
}

function searchZip(bytes: Buffer, inText: (text: string) => boolean): Found {
  let searched = true;
  const entries = entriesOf(bytes);
  for (const entry of entries ?? []) {
    const text = textOf(bytes, entry);
    if (text === null) searched = false;
    else if (inText(text)) return "yes";
  }
  return entries !== null && searched ? "no" : "unsearched";
}

type Entry = { method: number; size: number; start: number };

/** The entries that the central directory names (APPNOTE 4.3.12); null when it cannot be read. */
function entriesOf(bytes: Buffer): Entry[] | null {
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end < 0 || end + 22 > bytes.length) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) return null;
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    entries.push({ method: bytes.readUInt16LE(at + 10), size: bytes.readUInt32LE(at + 20), start });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function textOf(bytes: Buffer, { method, size, start }: Entry): string | null {
  const packed = bytes.subarray(start, start + size);
  if (method === 0) return packed.toString("latin1");
  if (method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: largestPart }).toString("latin1");
  } catch {
    // Encrypted, damaged or too large: the answer says that it was not searched.
    return null;
  }
}
