import type { HeldMemory } from "../source/held-memory.ts";
import type { TextPool } from "./text-pool.ts";
import { attribute } from "./xml-text.ts";

/** Whether a run of a text is crossed out; null where its cell's own format says. */
type Struck = { struck: boolean | null };
/** A run, in bytes from the text's first one. */
type Run = Struck & { from: number; to: number };

const entryBytes = 96;
const runBytes = 32;

/** Whether an element such as `<strike val="0"/>` says yes: it does unless it says no (ECMA-376, 18.8.2 and XML's boolean). */
export function saysYes(bytes: Uint8Array, from: number, to: number): boolean {
  return !/^(0|false|off)$/.test(attribute(bytes, from, to, "val") ?? "");
}

/**
 * Which pieces of the rich texts of a pool are crossed out (ECMA-376, 18.4.4: a run with properties of its own does not
 * take its cell's). Texts without runs leave nothing here.
 */
export class RichRuns {
  private readonly pool: TextPool;
  private readonly memory: HeldMemory;
  /** Whether cells may be crossed out by their format, which the runs of a text may take back. */
  private readonly cellsStrike: boolean;
  private readonly texts = new Map<number, readonly Run[]>();
  private readonly encoder = new TextEncoder();
  private runs: Run[] = [];
  private run: Run | null = null;

  constructor(pool: TextPool, memory: HeldMemory, cellsStrike: boolean) {
    this.pool = pool;
    this.memory = memory;
    this.cellsStrike = cellsStrike;
  }

  /** True once any text has a piece that is crossed out by itself. */
  get any(): boolean {
    return this.texts.size > 0;
  }

  /** Takes the beginning of an element within a text. */
  open(name: string, bytes: Uint8Array, from: number, to: number): void {
    if (name === "r") this.run = { from: this.pool.pending, to: 0, struck: null };
    else if (this.run === null) return;
    else if (name === "rPr") this.run.struck = false;
    else if (name === "strike") this.run.struck = saysYes(bytes, from, to);
  }

  /** Takes the end of an element within a text. */
  close(name: string): void {
    if (name !== "r" || this.run === null) return;
    this.run.to = this.pool.pending;
    if (this.run.to > this.run.from) this.runs.push(this.run);
    this.run = null;
  }

  /** Takes the pieces of the text with this number, in order. Throws a refusal when memory ends. */
  take(text: number, pieces: readonly (Struck & { text: string })[]): void {
    let to = 0;
    this.runs = pieces.map(({ text: piece, struck }) => {
      const from = to;
      to += this.encoder.encode(piece).length;
      return { from, to, struck };
    });
    this.finish(text);
  }

  /** Says that the text with this number is whole. Throws a refusal when memory ends. */
  finish(text: number): void {
    if (this.runs.length === 0) return;
    const matters = this.runs.some(({ struck }) => struck === true || (struck === false && this.cellsStrike));
    if (matters) {
      this.memory.hold(entryBytes + runBytes * this.runs.length);
      this.texts.set(text, this.runs);
    }
    this.runs = [];
  }

  /** What of a text is not crossed out in a cell whose own format strikes, or does not; null where nothing is. */
  notCrossedOut(text: number, cellStrikes: boolean): string | null {
    const runs = this.texts.get(text);
    if (runs === undefined) return cellStrikes ? "" : null;
    const left = runs.filter(({ struck }) => !(struck ?? cellStrikes));
    if (left.length === runs.length) return null;
    // With a space between: what stands on both sides of something crossed out is not one number.
    return left
      .map(({ from, to }) => this.pool.piece(text, from, to))
      .join(" ")
      .trim();
  }
}
