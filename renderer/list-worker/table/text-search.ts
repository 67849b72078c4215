import { type CellPlace, type Holding, holding } from "../source/source-table.ts";
import { characterTable, isSingleByte } from "../text/single-byte.ts";

/** How a letter may stand in bytes; `sure` where that in small letters is the letter that is looked for. */
type Writing = { bytes: Uint8Array; sure: boolean };

/** What a byte means to a search: nothing, that the text may begin there, that bytes alone do not tell. */
const meaning = { nothing: 0, begins: 1, unsure: 2 } as const;

/** Stands in the small form of İ, of which the rest is an i. */
const dotAbove = "\u0307";
/** Its small form depends on what comes behind it. */
const greekSigma = "Σ";
const [ascii, lastOfPlane] = [128, 0xffff];

/** One letter for all that are the same whatever their case: the small one of its capital. */
function folded(letter: string): string {
  const capital = letter.toUpperCase();
  return (capital.length === letter.length ? capital : letter).toLowerCase();
}

let groups: Map<string, string[]> | undefined;

/** The letters that may be this one whatever their case, by the tables of the runtime; the letter itself among them. */
function sameLetters(letter: string): string[] {
  groups ??= allGroups();
  return [...new Set([letter, ...(groups.get(folded(letter)) ?? [])])];
}

function allGroups(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (let code = ascii >> 1; code <= lastOfPlane; code++) {
    const letter = String.fromCharCode(code);
    const one = folded(letter);
    if (one === letter && letter.toUpperCase() === letter) continue;
    // The small form of İ is an i with a dot: it may be what somebody looks for.
    for (const part of Array.from(one.replace(dotAbove, ""))) found.set(part, [...(found.get(part) ?? []), letter]);
  }
  return found;
}

/**
 * Looks for a text in the bytes of cells, whatever its case, in an encoding of ASCII's family; null for one that is not
 * the same in all cells. Most cells are told by it without being made a string.
 */
export class TextSearch {
  /** What is looked for, in small letters. */
  readonly text: string;
  readonly hasLetters: boolean;
  private readonly letters: readonly (readonly Writing[])[];
  private readonly meanings = new Uint8Array(256);
  private readonly isSure: boolean;

  constructor(find: string, encoding: string | null = "utf-8") {
    this.text = find.toLowerCase();
    this.hasLetters = /\p{L}/u.test(find);
    const letters = Array.from(this.text.replaceAll(dotAbove, ""));
    this.isSure = !this.text.includes(dotAbove);
    const writings = letters.map((letter) => sameLetters(letter).map((same) => ({ same, letter })));
    const bytesOf = encoder(encoding);
    this.letters = writings.map((all) =>
      all.flatMap(({ same, letter }) => {
        const bytes = bytesOf(same);
        return bytes === null ? [] : [{ bytes, sure: same.toLowerCase() === letter && same !== greekSigma }];
      }),
    );
    for (const { bytes } of this.letters[0] ?? []) this.meanings[bytes[0]!] = meaning.begins;
    // A NUL is left out of what is shown; a foreign letter may be any in an encoding that nobody knows.
    this.meanings[0] = meaning.unsure;
    const isOpen = encoding === null && writings.flat().some(({ same }) => same.charCodeAt(0) >= ascii);
    if (isOpen) this.meanings.fill(meaning.unsure, ascii);
  }

  /** Whether the bytes hold the text; `perhaps` where that is known only by making a string of them. */
  look({ bytes, start, end }: CellPlace): Holding {
    if (this.letters.length === 0) return this.isSure ? holding.surely : holding.perhaps;
    let seen: Holding = holding.no;
    for (let at = start; at < end; at++) {
      const meant = this.meanings[bytes[at]!];
      if (meant === meaning.nothing) continue;
      const found = meant === meaning.unsure ? holding.perhaps : this.standsAt(bytes, at, end);
      if (found === holding.surely) return found;
      if (found === holding.perhaps) seen = found;
    }
    return seen;
  }

  /** Whether a text that was made of a cell holds it. */
  isIn(text: string): boolean {
    return text.toLowerCase().includes(this.text);
  }

  private standsAt(bytes: Uint8Array, from: number, end: number): Holding {
    let at = from;
    let isSure = this.isSure;
    for (const writings of this.letters) {
      const writing = writings.find((one) => isWritten(one.bytes, bytes, at, end));
      if (writing === undefined) return holding.no;
      at += writing.bytes.length;
      isSure &&= writing.sure;
    }
    return isSure ? holding.surely : holding.perhaps;
  }
}

function isWritten(writing: Uint8Array, bytes: Uint8Array, at: number, end: number): boolean {
  if (at + writing.length > end) return false;
  for (let i = 0; i < writing.length; i++) if (bytes[at + i] !== writing[i]) return false;
  return true;
}

/** Gives the bytes of a letter, null for one that the encoding does not have, or of which nobody knows. */
function encoder(encoding: string | null): (letter: string) => Uint8Array | null {
  if (encoding === null) return (letter) => (letter.charCodeAt(0) < ascii ? utf8.encode(letter) : null);
  if (!isSingleByte(encoding)) return (letter) => utf8.encode(letter);
  const table = characterTable(encoding);
  return (letter) => {
    const byte = letter.length === 1 ? table.indexOf(letter.charCodeAt(0)) : -1;
    return byte === -1 ? null : Uint8Array.of(byte);
  };
}

const utf8 = new TextEncoder();
