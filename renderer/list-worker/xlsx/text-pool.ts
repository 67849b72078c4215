import type { HeldMemory } from "../source/held-memory.ts";
import { limits } from "../source/limits.ts";
import { cellDecoder } from "../text/cell-decoder.ts";
import { decodeText, unescapeCell } from "./xml-text.ts";

const ampersand = 38;
const underscore = 95;
/** Bytes of a text that are kept: as many characters as a cell may show, and what is trimmed around them. */
const longestText = limits.cellCharacters * 8;

/** Many texts in one array of UTF-8 bytes: a million strings would weigh several times as much. */
export class TextPool {
  count = 0;
  private bytes = new Uint8Array(4_096);
  private length = 0;
  private ends = new Uint32Array(512);
  private readonly memory: HeldMemory;
  private readonly decode = cellDecoder("utf-8");
  private readonly encoder = new TextEncoder();

  constructor(memory: HeldMemory) {
    this.memory = memory;
  }

  /** Adds a piece of XML text to the text being made. */
  append(source: Uint8Array, from: number, to: number, literal: boolean): void {
    if (this.length - this.startOf(this.count) > longestText) return;
    for (let i = from; i < to; i++) {
      const byte = source[i];
      if (byte === ampersand || byte === underscore) {
        const text = unescapeCell(decodeText(source, from, to, literal));
        const encoded = this.encoder.encode(text);
        this.copy(encoded, 0, encoded.length);
        return;
      }
    }
    this.copy(source, from, to);
  }

  /** Adds a whole text as it stands; its number. */
  add(text: string): number {
    const encoded = this.encoder.encode(text);
    this.copy(encoded, 0, encoded.length);
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

  /** True for a text of nothing but white space. */
  isBlank(index: number): boolean {
    const end = this.ends[index] ?? 0;
    for (let i = this.startOf(index); i < end; i++) if ((this.bytes[i] ?? 0) > 32) return false;
    return true;
  }

  private startOf(index: number): number {
    return index === 0 ? 0 : (this.ends[index - 1] ?? 0);
  }

  private copy(source: Uint8Array, from: number, to: number): void {
    const needed = this.length + to - from;
    if (needed > this.bytes.length) {
      const size = Math.max(needed, Math.ceil(this.bytes.length * 1.5));
      this.memory.hold(size - this.bytes.length);
      const bytes = new Uint8Array(size);
      bytes.set(this.bytes.subarray(0, this.length));
      this.bytes = bytes;
    }
    for (let i = from; i < to; i++) this.bytes[this.length++] = source[i] ?? 0;
  }
}
