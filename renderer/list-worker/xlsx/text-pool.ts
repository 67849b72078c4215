import type { HeldMemory } from "../source/held-memory.ts";
import { limits } from "../source/limits.ts";
import type { CellPlace } from "../source/source-table.ts";
import { cellDecoder } from "../text/cell-decoder.ts";
import { decodeText, unescapeCell } from "./xml-text.ts";

const ampersand = 38;
const underscore = 95;
const letterX = 120;
/** Bytes of a text that are kept: as many characters as a cell may show, and what is trimmed around them. */
const longestText = limits.cellCharacters * 8;

/** Room made at first at most, for a file may lie about its size. */
const mostBytesAtFirst = 32 * 1024 * 1024;

/** Many texts in one array of UTF-8 bytes: a million strings would weigh several times as much. */
export class TextPool {
  count = 0;
  private bytes: Uint8Array<ArrayBuffer>;
  private length = 0;
  private ends: Uint32Array<ArrayBuffer>;
  private readonly memory: HeldMemory;
  private readonly decode = cellDecoder("utf-8");
  private readonly encoder = new TextEncoder();

  /** `xmlBytes` is how much XML the texts come from, where that is known. */
  constructor(memory: HeldMemory, xmlBytes = 0) {
    this.memory = memory;
    const size = Math.min(Math.max(4_096, xmlBytes >> 1), mostBytesAtFirst);
    memory.hold(size + size / 2);
    this.bytes = new Uint8Array(size);
    this.ends = new Uint32Array(size >> 3);
  }

  /** How many bytes the text being made has. */
  get pending(): number {
    return this.length - this.startOf(this.count);
  }

  /** Adds a piece of XML text to the text being made. */
  append(source: Uint8Array, from: number, to: number, literal: boolean): void {
    if (this.pending > longestText) return;
    if (!needsDecoding(source, from, to)) {
      this.copy(source, from, to);
      return;
    }
    const encoded = this.encoder.encode(unescapeCell(decodeText(source, from, to, literal)));
    this.copy(encoded, 0, encoded.length);
  }

  /** Adds a whole text as it stands; its number. */
  add(text: string): number {
    this.reserve(text.length * 3);
    let at = 0;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 127) break;
      this.bytes[this.length++] = code;
    }
    if (at < text.length) {
      this.length += this.encoder.encodeInto(text.slice(at), this.bytes.subarray(this.length)).written;
    }
    return this.finish();
  }

  /** Ends the text being made; its number. */
  finish(): number {
    if (this.count === this.ends.length) {
      this.memory.hold(this.ends.length * 4);
      const ends = new Uint32Array(this.ends.length * 2);
      ends.set(this.ends);
      this.ends = ends;
    }
    this.ends[this.count] = this.length;
    return this.count++;
  }

  /** The text with this number, "" for one that does not exist. */
  get(index: number): string {
    return index < this.count ? this.decode(this.bytes, this.startOf(index), this.ends[index] ?? 0) : "";
  }

  /** A piece of the text with this number, by bytes from its first one. */
  piece(index: number, from: number, to: number): string {
    const start = this.startOf(index);
    return index < this.count ? this.decode(this.bytes, start + from, start + to) : "";
  }

  /** Puts where the bytes of the text with this number stand into `place`, until the next text is added. */
  locate(index: number, place: CellPlace): void {
    place.bytes = this.bytes;
    place.start = index < this.count ? this.startOf(index) : 0;
    place.end = index < this.count ? (this.ends[index] ?? 0) : 0;
  }

  /** True for a text of nothing but white space. */
  isBlank(index: number): boolean {
    const end = this.ends[index] ?? 0;
    for (let i = this.startOf(index); i < end; i++) if ((this.bytes[i] ?? 0) > 32) return false;
    return true;
  }

  private startOf(index: number): number {
    return index === 0 ? 0 : (this.ends[index - 1] ?? 0);
  }

  /** Makes room for so many bytes more. */
  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const size = Math.max(needed, Math.ceil(this.bytes.length * 1.5));
    this.memory.hold(size - this.bytes.length, this.bytes.length);
    const bytes = new Uint8Array(size);
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
  }

  private copy(source: Uint8Array, from: number, to: number): void {
    this.reserve(to - from);
    for (let i = from; i < to; i++) this.bytes[this.length++] = source[i] ?? 0;
  }
}

/** True for a piece with an entity or with one of Excel's own escapes, `_x000D_`. */
function needsDecoding(source: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const byte = source[i];
    if (byte === ampersand || (byte === underscore && source[i + 1] === letterX)) return true;
  }
  return false;
}
