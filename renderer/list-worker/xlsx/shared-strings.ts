import type { HeldMemory } from "../source/held-memory.ts";
import { type Package, scanPart, statedSize } from "./parts.ts";
import { RichRuns } from "./rich-runs.ts";
import { TextPool } from "./text-pool.ts";
import type { XmlHandler } from "./xml-scanner.ts";

const lessThan = 60;
const opening = new TextEncoder().encode("<si><t>");
const closing = new TextEncoder().encode("</t></si>");

/** Collects shared strings: runs of rich text joined, phonetic readings left out, empty ones counted. */
export class SharedStrings implements XmlHandler {
  readonly pool: TextPool;
  readonly runs: RichRuns;
  private inText = false;
  private phonetic = 0;

  /** `xmlBytes` is how long the part is said to be, where that is known; `cellsStrike` as {@link RichRuns} has it. */
  constructor(memory: HeldMemory, xmlBytes = 0, cellsStrike = false) {
    this.pool = new TextPool(memory, xmlBytes);
    this.runs = new RichRuns(this.pool, memory, cellsStrike);
  }

  /** Strings in a row as nearly all are written: `<si><t>text</t></si>`. */
  takeWhole(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    while (at + opening.length <= to && stands(bytes, at, opening)) {
      const first = at + opening.length;
      const end = bytes.indexOf(lessThan, first);
      if (end === -1 || end + closing.length > to || !stands(bytes, end, closing)) break;
      this.pool.append(bytes, first, end, false);
      this.pool.finish();
      at = end + closing.length;
    }
    return at;
  }

  open(name: string, bytes: Uint8Array, from: number, to: number): void {
    if (name === "t") this.inText = this.phonetic === 0;
    else if (name === "rPh") this.phonetic++;
    else this.runs.open(name, bytes, from, to);
  }

  close(name: string): void {
    if (name === "t") this.inText = false;
    else if (name === "rPh") this.phonetic--;
    else if (name === "si") this.runs.finish(this.pool.finish());
    else this.runs.close(name);
  }

  text(bytes: Uint8Array, from: number, to: number, literal: boolean): void {
    if (this.inText) this.pool.append(bytes, from, to, literal);
  }
}

function stands(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** Reads all shared strings of a workbook, none where it has no such part. Throws a refusal. */
export async function readSharedStrings(
  source: Package,
  part: string | null,
  memory: HeldMemory,
  cellsStrike: boolean,
): Promise<SharedStrings> {
  const strings = new SharedStrings(memory, part === null ? 0 : statedSize(source, part), cellsStrike);
  if (part !== null) await scanPart(source, part, strings);
  return strings;
}
