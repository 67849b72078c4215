import { Refusal } from "../source/refusal.ts";

/** What a reader of XML is told. Offsets are into `bytes` and hold only during the call. */
export interface XmlHandler {
  /** An opening or empty element. `name` is without its prefix; `attributes` lie between the two offsets. */
  open(name: string, bytes: Uint8Array, attributesFrom: number, attributesTo: number, empty: boolean): void;
  close(name: string): void;
  /** A run of text, possibly one of several in a row; entities are still spelled out unless `literal`. */
  text(bytes: Uint8Array, from: number, to: number, literal: boolean): void;
  /**
   * Asked first at every `<`: takes as many whole elements as it can read by itself and gives the offset behind them,
   * `at` when there are none. What lies behind `to` is not part of the text.
   */
  takeWhole?(bytes: Uint8Array, at: number, to: number): number;
}

const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const exclamation = 33;
const questionMark = 63;
const dash = 45;
const cdata = "<![CDATA[";
/** Bytes; one token never needs more: a cell holds 32,767 characters, each spelled with ten bytes at most. */
const longestToken = 1024 * 1024;
/** A text of so many bytes is handed on before its end is there: pictures within a flat file have megabytes of letters. */
const longestRun = 512 * 1024;
/** Bytes scanned at a time, so that a part which arrives in one piece is not held twice. */
const atOnce = 64 * 1024;

/**
 * Splits UTF-8 XML that arrives in pieces into elements and text, without a tree. Comments and processing
 * instructions are passed over; a DOCTYPE is refused: spreadsheets have none, attacks do.
 */
export class XmlScanner {
  private readonly handler: XmlHandler;
  /** What is not used yet of the pieces before, at its beginning; grows with the longest token. */
  private bytes = new Uint8Array(atOnce * 2);
  private rest = 0;
  private readonly names = new NameTable();
  private first = true;

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  /** Takes the next piece. Throws {@link Refusal}. */
  push(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; at += atOnce) this.take(piece.subarray(at, at + atOnce));
  }

  /** Says that no more comes. Throws {@link Refusal} when the text ends within an element. */
  end(): void {
    for (const byte of this.bytes.subarray(0, this.rest)) if (byte > 32) throw new Refusal("file.unreadable");
  }

  private take(piece: Uint8Array): void {
    if (this.rest > longestToken) throw new Refusal("file.hostile");
    const length = this.rest + piece.length;
    if (length > this.bytes.length) {
      const larger = new Uint8Array(length * 2);
      larger.set(this.bytes.subarray(0, this.rest));
      this.bytes = larger;
    }
    const { bytes } = this;
    bytes.set(piece, this.rest);
    let from = 0;
    if (this.first && length >= 4) {
      from = this.afterMark(bytes);
      this.first = false;
    }
    const used = this.first ? 0 : this.scan(bytes, from, length);
    bytes.copyWithin(0, used, length);
    this.rest = length - used;
  }

  private afterMark(bytes: Uint8Array): number {
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
    // UTF-16 is allowed by the standard and written by nobody; it must not pass as text without elements.
    if (bytes[0] === 0 || bytes[1] === 0 || (bytes[0] ?? 0) >= 0xfe) throw new Refusal("file.unreadable");
    return 0;
  }

  /** Handles every whole token; gives the offset of the first byte that is not used yet. */
  private scan(bytes: Uint8Array, from: number, length: number): number {
    const { handler } = this;
    let at = from;
    while (at < length) {
      if (bytes[at] !== lessThan) {
        let end = at;
        while (end < length && bytes[end] !== lessThan) end++;
        if (end === length && end - at < longestRun) return at;
        handler.text(bytes, at, end, false);
        at = end;
        continue;
      }
      const taken = handler.takeWhole?.(bytes, at, length) ?? at;
      if (taken > at) {
        at = taken;
        continue;
      }
      if (at + 1 === length) return at;
      const second = bytes[at + 1];
      if (second === exclamation || second === questionMark) {
        const next = this.special(bytes, at, length);
        if (next === -1) return at;
        at = next;
        continue;
      }
      const end = endOfTag(bytes, at + 1, length);
      if (end === -1) return at;
      if (second === slash) handler.close(this.names.read(bytes, at + 2, end));
      else this.element(bytes, at + 1, end);
      at = end + 1;
    }
    return at;
  }

  private element(bytes: Uint8Array, from: number, to: number): void {
    const empty = bytes[to - 1] === slash;
    const end = empty ? to - 1 : to;
    let nameEnd = from;
    while (nameEnd < end && (bytes[nameEnd] ?? 0) > 32) nameEnd++;
    const name = this.names.read(bytes, from, nameEnd);
    this.handler.open(name, bytes, nameEnd, end, empty);
    if (empty) this.handler.close(name);
  }

  /** Comment, CDATA, instruction or declaration: the offset behind it, or -1 while it is not whole. */
  private special(bytes: Uint8Array, at: number, length: number): number {
    if (bytes[at + 1] === questionMark) return afterSequence(bytes, at + 2, length, "?>");
    if (length < at + cdata.length) return -1;
    if (bytes[at + 2] === dash && bytes[at + 3] === dash) return afterSequence(bytes, at + 4, length, "-->");
    for (let i = 2; i < cdata.length; i++) if (bytes[at + i] !== cdata.charCodeAt(i)) throw new Refusal("file.hostile");
    const end = afterSequence(bytes, at + 9, length, "]]>");
    if (end !== -1) this.handler.text(bytes, at + 9, end - 3, true);
    return end;
  }
}

/** The offset of the `>` that ends a tag; one within quotes does not. */
function endOfTag(bytes: Uint8Array, from: number, to: number): number {
  let quote = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === greaterThan) return i;
    else if (byte === 34 || byte === 39) quote = byte;
  }
  return -1;
}

function afterSequence(bytes: Uint8Array, from: number, to: number, sequence: string): number {
  const last = sequence.charCodeAt(sequence.length - 1);
  for (let i = from + sequence.length - 1; i < to; i++) {
    if (bytes[i] !== last) continue;
    let matches = true;
    for (let j = 0; j < sequence.length; j++) {
      if (bytes[i - sequence.length + 1 + j] !== sequence.charCodeAt(j)) matches = false;
    }
    if (matches) return i + 1;
  }
  return -1;
}

/** Names of elements, made into strings once: a sheet has a dozen, and each a million times. */
class NameTable {
  private readonly known = new Map<number, string>();

  read(bytes: Uint8Array, from: number, to: number): string {
    let end = to;
    while (end > from && (bytes[end - 1] ?? 0) <= 32) end--;
    let start = from;
    for (let i = from; i < end; i++) if (bytes[i] === 58) start = i + 1;
    if (end - start > 3) return this.make(bytes, start, end);
    let key = end - start;
    for (let i = start; i < end; i++) key = key * 256 + (bytes[i] ?? 0);
    let name = this.known.get(key);
    if (name === undefined) {
      name = this.make(bytes, start, end);
      this.known.set(key, name);
    }
    return name;
  }

  private make(bytes: Uint8Array, start: number, end: number): string {
    let name = "";
    for (let i = start; i < Math.min(end, start + 100); i++) name += String.fromCharCode(bytes[i] ?? 0);
    return name;
  }
}
