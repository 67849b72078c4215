import { cellDecoder, type DecodeCell } from "../text/cell-decoder.ts";
import { detectEncoding } from "../text/encoding.ts";
import { records } from "./biff-records.ts";

/** Bytes of texts that say enough of their letters. */
const enough = 65_536;
const lineFeed = 10;

/** Code pages of Western Europe: many programs name them whatever they write. */
const western = new Set([1_252, 32_769]);
/** Encodings that no words of Western Europe are taken for. */
const ofCyrillic = /^(windows-1251|koi8-[ru]|iso-8859-5|cp866|mac-cyrillic)$/;

/** Whether letters that are none of ASCII's stand beside each other, as in `Олена`; one alone is a sign, as in `2º` and `25 °C`. */
function hasForeignWord(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => byte >= 128 && bytes[at + 1]! >= 128 && bytes[at + 2]! >= 128);
}

/** The bytes of the first texts of a stream, a line each, and the code page that it names. */
function firstTexts(bytes: Uint8Array): { texts: Uint8Array; codePage: number | null } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = new Uint8Array(enough);
  let count = 0;
  let codePage: number | null = null;
  for (let at = 0; at + 4 <= bytes.length && count < enough;) {
    const type = view.getUint16(at, true);
    const from = at + 4;
    at = from + view.getUint16(at + 2, true);
    if (type === records.codePage) codePage = view.getUint16(from, true);
    // Behind row, column and style, or attributes, and the length.
    if (type !== records.label && type !== records.label2) continue;
    const text = bytes.subarray(Math.min(from + 8, at), Math.min(at, from + 8 + enough - count - 1));
    texts.set(text, count);
    count += text.length;
    texts[count++] = lineFeed;
  }
  return { texts: texts.subarray(0, count), codePage };
}

/**
 * Makes texts of a stream of Excel 95 and earlier by what its letters spell: where it names no code page, for which Excel
 * takes that of the computer, and where it names that of Western Europe around letters of another script. Null where the
 * code page that it names counts.
 */
export function spelledDecoder(bytes: Uint8Array): DecodeCell | null {
  const { texts, codePage } = firstTexts(bytes);
  if ((codePage !== null && !western.has(codePage)) || texts.every((byte) => byte < 128)) return null;
  const { encoding, mixedWith } = detectEncoding(texts, null);
  const isOther = encoding === "utf-8" || (ofCyrillic.test(encoding) && hasForeignWord(texts));
  const counts = codePage === null ? !encoding.startsWith("utf-16") : isOther;
  return counts ? cellDecoder(encoding, mixedWith) : null;
}
