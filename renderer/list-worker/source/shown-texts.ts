import type { CellStore } from "../xlsx/cell-store.ts";
import { TextPool } from "../xlsx/text-pool.ts";
import type { CellValues } from "./cell-table.ts";
import type { HeldMemory } from "./held-memory.ts";

const entryBytes = 64;

/** Cells whose shown text stands in the file itself, beside the number it shows: ODS and tables of web pages. */
export class ShownTexts {
  private readonly texts: TextPool;
  private readonly memory: HeldMemory;
  /** The number behind each text, NaN for a text that is only text. */
  private numbers = new Float64Array(512);
  /** What of the texts that are crossed out, in part or whole, is not. */
  private readonly notCrossedOut = new Map<number, string>();

  constructor(memory: HeldMemory) {
    this.texts = new TextPool(memory);
    this.memory = memory;
  }

  /**
   * Keeps a shown text, with the number behind it or null, and with what of it is not crossed out, null where nothing is;
   * gives its place. Throws a refusal when memory ends.
   */
  add(text: string, number: number | null, notCrossedOut: string | null = null): number {
    const at = this.texts.add(text);
    if (at === this.numbers.length) {
      this.memory.hold(at * 8);
      const numbers = new Float64Array(at * 2);
      numbers.set(this.numbers);
      this.numbers = numbers;
    }
    this.numbers[at] = number ?? Number.NaN;
    if (notCrossedOut !== null) {
      this.memory.hold(entryBytes + notCrossedOut.length * 2);
      this.notCrossedOut.set(at, notCrossedOut);
    }
    return at;
  }

  /** The values of cells that hold the places of their texts. */
  of(store: CellStore): CellValues {
    const { notCrossedOut } = this;
    return {
      ...(notCrossedOut.size > 0 && { notCrossedOut: (at) => notCrossedOut.get(store.values[at] ?? 0) ?? null }),
      shown: (at) => this.texts.get(store.values[at] ?? 0),
      number: (at) => {
        const number = this.numbers[store.values[at] ?? 0] ?? Number.NaN;
        return Number.isNaN(number) ? null : number;
      },
      locate: (at, place) => {
        this.texts.locate(store.values[at] ?? 0, place);
        return true;
      },
      isBlank: (at) => this.texts.isBlank(store.values[at] ?? 0),
    };
  }
}
