import type { Sha256 } from "../sha256.ts";

/** A digest that grows message by message. */
export type Digest = { add(number: string, text: string): void; hex(): string };

const bufferSize = 64 * 1024;

/**
 * SHA-256 over numbers and rendered texts in their order. Each is written as its length (32 bits) and its UTF-16 code
 * units, both little-endian, so no two different lists give the same bytes. `hex()` ends it: 64 characters.
 */
export function createDigest(sha256: Sha256): Digest {
  const hash = sha256.create();
  const buffer = new Uint8Array(bufferSize);
  let filled = 0;
  const writeUnit = (unit: number) => {
    if (filled === bufferSize) {
      hash.update(buffer);
      filled = 0;
    }
    buffer[filled++] = unit & 0xff;
    buffer[filled++] = unit >>> 8;
  };
  const write = (text: string) => {
    writeUnit(text.length & 0xffff);
    writeUnit(text.length >>> 16);
    for (let index = 0; index < text.length; index++) writeUnit(text.charCodeAt(index));
  };
  return {
    add(number, text) {
      write(number);
      write(text);
    },
    hex() {
      hash.update(buffer.subarray(0, filled));
      return hash.hex();
    },
  };
}

/** One digest for "the same content to the same people", in whatever order they come. 64 hexadecimal characters. */
export function contentDigest(messages: Iterable<{ number: string; text: string }>, sha256: Sha256): string {
  const digest = createDigest(sha256);
  const inOrder = [...messages].sort((a, b) => compare(a.number, b.number) || compare(a.text, b.text));
  for (const { number, text } of inOrder) digest.add(number, text);
  return digest.hex();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
