import { Refusal } from "../source/refusal.ts";
import { cellDecoder, type DecodeCell } from "../text/cell-decoder.ts";
import type { BiffRecord, BiffStream } from "./biff-records.ts";
import { records } from "./biff-records.ts";

const wide = 1;
const phonetic = 4;
const rich = 8;

/** A letter of a text from which on it has another font ([MS-XLS] 2.5.132). */
export type FontChange = { from: number; font: number };

/** Reads through a record and those that continue it; the letters of a text may be wide in one and narrow in the next. */
export class ContinuedReader {
  private readonly stream: BiffStream;
  private readonly pieces: BiffRecord[];
  private piece = 0;
  private at: number;
  /** Where the font of the text that was read last changes, and to which; its first letters have its cell's own. */
  fontChanges: readonly FontChange[] = [];

  constructor(stream: BiffStream, record: BiffRecord) {
    this.stream = stream;
    this.pieces = [record];
    for (let next = record; ;) {
      const following = stream.at(next.to);
      if (following?.type !== records.continue) break;
      this.pieces.push(following);
      next = following;
    }
    this.at = record.from;
  }

  byte(): number {
    while (this.at >= this.end) this.nextPiece();
    return this.stream.bytes[this.at++] ?? 0;
  }

  number(bytes: 2 | 4): number {
    let value = 0;
    for (let i = 0; i < bytes; i++) value += this.byte() * 256 ** i;
    return value;
  }

  skip(bytes: number): void {
    let left = bytes;
    while (left > 0) {
      if (this.at >= this.end) this.nextPiece();
      const step = Math.min(left, this.end - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** A text of Excel 97 and later with a length of one or two bytes, without its phonetic reading. */
  text(lengthBytes: 1 | 2): string {
    let left = lengthBytes === 1 ? this.byte() : this.number(2);
    let flags = this.byte();
    const runs = (flags & rich) === 0 ? 0 : this.number(2);
    const reading = (flags & phonetic) === 0 ? 0 : this.number(4);
    let text = "";
    while (left > 0) {
      if (this.at >= this.end) {
        this.nextPiece();
        flags = this.byte();
      }
      const size = (flags & wide) + 1;
      const count = Math.min(left, Math.floor((this.end - this.at) / size));
      if (count === 0) throw new Refusal("file.unreadable");
      text += this.letters(count, size);
      left -= count;
    }
    this.fontChanges = Array.from({ length: runs }, () => ({ from: this.number(2), font: this.number(2) }));
    this.skip(reading);
    return text;
  }

  private letters(count: number, size: number): string {
    const from = this.at;
    this.at += count * size;
    let text = "";
    for (let i = 0; i < count; i += 4_096) {
      const codes = Array.from({ length: Math.min(4_096, count - i) }, (_, j) => {
        const at = from + (i + j) * size;
        return size === 1 ? (this.stream.bytes[at] ?? 0) : this.stream.view.getUint16(at, true);
      });
      text += String.fromCharCode(...codes);
    }
    return text;
  }

  private get end(): number {
    return this.pieces[this.piece]?.to ?? 0;
  }

  private nextPiece(): void {
    const next = this.pieces[++this.piece];
    if (next === undefined) throw new Refusal("file.unreadable");
    this.at = next.from;
  }
}

/** A text of Excel 95 and earlier, in the file's code page, from an offset on; with a length of one or two bytes. */
export function oldText(stream: BiffStream, from: number, to: number, lengthBytes: 1 | 2, decode: DecodeCell): string {
  const length = lengthBytes === 1 ? stream.view.getUint8(from) : stream.view.getUint16(from, true);
  const start = from + lengthBytes;
  return decode(stream.bytes, start, Math.min(start + length, to));
}

/** Makes texts of the code page that a `CODEPAGE` record names; of an unknown one those of Western Europe. */
export function codePageDecoder(codePage: number): DecodeCell {
  const label = platformPages[codePage];
  if (label === undefined) return cellDecoder(codePageName(codePage));
  const decoder = new TextDecoder(label);
  return (bytes, start, end) => decoder.decode(bytes.subarray(start, end));
}

/** Code pages that lists of text are never looked through for, by the names that the platform has for them. */
const platformPages: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  1_253: "windows-1253",
  1_254: "windows-1254",
  1_255: "windows-1255",
  1_256: "windows-1256",
  1_257: "windows-1257",
  1_258: "windows-1258",
  10_000: "macintosh",
  32_768: "macintosh",
};

/** The name that our own decoders have for a code page. */
function codePageName(codePage: number): string {
  const names: Readonly<Record<number, string>> = {
    866: "cp866",
    1_250: "windows-1250",
    1_251: "windows-1251",
    10_007: "mac-cyrillic",
    20_866: "koi8-r",
    21_866: "koi8-u",
    28_592: "iso-8859-2",
    28_595: "iso-8859-5",
  };
  return names[codePage] ?? "windows-1252";
}
