import { cellDecoder, type DecodeCell } from "../text/cell-decoder.ts";
import { detectEncoding } from "../text/encoding.ts";
import { records } from "./biff-records.ts";

/** Bytes of texts that say enough of their letters. */
const enough = 65_536;
const lineFeed = 10;

/** The bytes of the first texts of a stream, a line each; null where it names its code page. */
function firstTexts(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = new Uint8Array(enough);
  let count = 0;
  for (let at = 0; at + 4 <= bytes.length && count < enough;) {
    const type = view.getUint16(at, true);
    const from = at + 4;
    at = from + view.getUint16(at + 2, true);
    if (type === records.codePage) return null;
    // Behind row, column and style, or attributes, and the length.
    if (type !== records.label && type !== records.label2) continue;
    const text = bytes.subarray(Math.min(from + 8, at), Math.min(at, from + 8 + enough - count - 1));
    texts.set(text, count);
    count += text.length;
    texts[count++] = lineFeed;
  }
  return texts.subarray(0, count);
}

/**
 * Makes texts of a stream of Excel 95 and earlier that does not name its code page: Excel takes that of the computer, we
 * the one that the letters spell. Null where it names one.
 */
export function unnamedDecoder(bytes: Uint8Array): DecodeCell | null {
  const texts = firstTexts(bytes);
  if (texts === null || texts.every((byte) => byte < 128)) return null;
  const { encoding, mixedWith } = detectEncoding(texts, null);
  return encoding.startsWith("utf-16") ? null : cellDecoder(encoding, mixedWith);
}
