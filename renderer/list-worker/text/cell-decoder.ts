import { isUtf8Part } from "./mixed-encoding.ts";
import { characterTable, isSingleByte } from "./single-byte.ts";

/** Makes the string of the bytes from `start` to `end`. */
export type DecodeCell = (bytes: Uint8Array, start: number, end: number) => string;

const atOnce = 4_096;

function fromUnits(units: ArrayLike<number>): string {
  return Reflect.apply(String.fromCharCode, null, units) as string;
}

function singleByteDecoder(table: Uint16Array): DecodeCell {
  const units = new Uint16Array(atOnce);
  return (bytes, start, end) => {
    let text = "";
    for (let from = start; from < end; from += atOnce) {
      const length = Math.min(atOnce, end - from);
      for (let i = 0; i < length; i++) units[i] = table[bytes[from + i] ?? 0] ?? 0;
      text += fromUnits(units.subarray(0, length));
    }
    return text;
  };
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if ((bytes[i] ?? 0) > 127) return false;
  return true;
}

function utf8Decoder(): DecodeCell {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return (bytes, start, end) => {
    const part = bytes.subarray(start, end);
    // Most cells are short and plain: made without the decoder, which costs several times as much a call.
    if (part.length <= 64 && isAscii(bytes, start, end)) return fromUnits(part);
    const text = decoder.decode(part);
    // A character that the end of the file has cut says nothing.
    return end === bytes.length ? text.replace(/\ufffd$/, "") : text;
  };
}

/** In a text of two encodings each cell says itself whether it is UTF-8. */
function mixedDecoder(other: DecodeCell): DecodeCell {
  const utf8 = utf8Decoder();
  return (bytes, start, end) => (isUtf8Part(bytes, start, end) ? utf8 : other)(bytes, start, end);
}

/** The decoder for an encoding of ASCII's family (UTF-16 is turned into UTF-8 before), and what it is mixed with. */
export function cellDecoder(encoding: string, mixedWith: string | null = null): DecodeCell {
  if (mixedWith !== null) {
    const other = [encoding, mixedWith].find(isSingleByte);
    if (other !== undefined) return mixedDecoder(singleByteDecoder(characterTable(other)));
  }
  return isSingleByte(encoding) ? singleByteDecoder(characterTable(encoding)) : utf8Decoder();
}
