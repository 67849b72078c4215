import type { CellPlace } from "../source/source-table.ts";

/** Letters outside ASCII that are, whatever their case, letters of ASCII: ſ is an s, K a k. */
const twins = /[ſ\u212a]/gu;
const withTwin = /[ks]/i;
const ascii = 128;

/** Each byte with capital letters of ASCII made small. */
const small = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

/**
 * Looks for a text in the bytes of cells, in UTF-8 or another encoding of ASCII's family, whatever its case. Sure only of
 * where it is not: most cells are passed over by it without being made a string.
 */
export class TextSearch {
  private readonly needle: Uint8Array;
  /** The text has a letter that no cell of ASCII alone can have. */
  private readonly isForeign: boolean;
  private readonly hasTwin: boolean;

  constructor(find: string) {
    this.isForeign = /[^\0-\x7f]/.test(find.replaceAll(twins, ""));
    this.hasTwin = withTwin.test(find) || find.search(twins) !== -1;
    this.needle = new TextEncoder().encode(find.toLowerCase());
  }

  /** False where the cell surely does not hold the text. */
  canHold({ bytes, start, end }: CellPlace): boolean {
    return this.isForeign ? isForeign(bytes, start, end) : this.canHoldPlain(bytes, start, end);
  }

  private canHoldPlain(bytes: Uint8Array, start: number, end: number): boolean {
    const { needle } = this;
    const first = needle[0];
    const last = end - needle.length;
    for (let at = start; at <= last; at++) {
      if (small[bytes[at]!] !== first) continue;
      let same = 1;
      while (same < needle.length && small[bytes[at + same]!] === needle[same]) same++;
      if (same === needle.length) return true;
    }
    return hasNulOrTwin(bytes, start, end, this.hasTwin);
  }
}

/** Whether a cell has more than plain ASCII: letters of another alphabet, or a NUL, which is left out when it is shown. */
function isForeign(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! >= ascii || bytes[at] === 0) return true;
  return false;
}

/** Whether a cell has a NUL, or what may be one of the {@link twins} in UTF-8. */
function hasNulOrTwin(bytes: Uint8Array, start: number, end: number, hasTwin: boolean): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 0) return true;
    if (hasTwin && ((byte === 0xc5 && bytes[at + 1] === 0xbf) || (byte === 0xe2 && bytes[at + 1] === 0x84)))
      return true;
  }
  return false;
}
