import { characterTable, type SingleByteEncoding } from "../../../../../renderer/list-worker/text/single-byte.ts";

/** A text as a program of that encoding would save it; what the encoding lacks becomes a question mark. */
export function encode(text: string, encoding: SingleByteEncoding): Uint8Array {
  const bytes = new Map(Array.from(characterTable(encoding), (unit, byte) => [unit, byte]));
  return Uint8Array.from(text, (letter) => bytes.get(letter.charCodeAt(0)) ?? 63);
}
