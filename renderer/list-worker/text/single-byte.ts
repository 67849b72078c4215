/** Encodings of one byte a character that a text is looked through for, by the names the user sees. */
export const singleByteEncodings = [
  "windows-1251",
  "windows-1252",
  "windows-1250",
  "koi8-r",
  "koi8-u",
  "iso-8859-5",
  "iso-8859-2",
  "cp866",
  "mac-cyrillic",
  "windows-1254",
  "windows-1257",
] as const;
/** Those that only the user can say: a short list of Greek, Hebrew or Arabic could be a Cyrillic one. */
const onlyChosen = ["windows-1253", "windows-1255", "windows-1256"] as const;
export type SingleByteEncoding = (typeof singleByteEncodings)[number] | (typeof onlyChosen)[number];

const labels: Partial<Record<SingleByteEncoding, string>> = { cp866: "ibm866", "mac-cyrillic": "x-mac-cyrillic" };

/** windows-1252, bytes 0x80–0x9F: some runtimes decode them as ISO-8859-1 (WHATWG Encoding, index-windows-1252). */
const windows1252Marks =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

const tables = new Map<SingleByteEncoding, Uint16Array>();

/** The UTF-16 unit for each of the 256 bytes. */
export function characterTable(encoding: SingleByteEncoding): Uint16Array {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(labels[encoding] ?? encoding);
  const table = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte++) table[byte] = decoder.decode(Uint8Array.of(byte)).charCodeAt(0);
  if (encoding === "windows-1252") {
    for (let i = 0; i < 32; i++) table[0x80 + i] = windows1252Marks.charCodeAt(i);
  }
  tables.set(encoding, table);
  return table;
}

/** True for a name that {@link characterTable} knows. */
export function isSingleByte(encoding: string): encoding is SingleByteEncoding {
  return [...singleByteEncodings, ...onlyChosen].some((known) => known === encoding);
}
