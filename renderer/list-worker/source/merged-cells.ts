import type { CellStore } from "../xlsx/cell-store.ts";
import type { HeldMemory } from "./held-memory.ts";
import { limits } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** An area of a sheet; rows are 1-based, columns 0-based, the last ones within it. */
export type Area = { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number };

const areaBytes = 64;
/** Cells that may be looked at for all areas; a sheet that wants more has them lie over each other. */
const mostSteps = 256_000_000;

/**
 * The merged cells of a sheet. Each shows what stands in its first one; what some writers keep in the others is seen by
 * nobody, and must be nobody's number.
 */
export class MergedCells {
  private readonly areas: Area[] = [];
  private readonly memory: HeldMemory;

  constructor(memory: HeldMemory) {
    this.memory = memory;
  }

  /** Takes an area. Throws {@link Refusal} where there are more than a sheet has rows. */
  add(area: Area): void {
    if (this.areas.length >= limits.rows) throw new Refusal("file.hostile");
    this.memory.hold(areaBytes);
    this.areas.push(area);
  }

  /** Takes an area written as `A1:C2`; any other text is none. */
  addReference(text: string): void {
    const [, left = "", top = "", right = "", bottom = ""] =
      /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(text) ?? [];
    if (left === "") return;
    this.add({
      firstRow: Number(top),
      lastRow: Number(bottom),
      firstColumn: columnOf(left),
      lastColumn: columnOf(right),
    });
  }

  /**
   * Takes out of the store what is covered; how many cells of that were not blank. Throws {@link Refusal}: areas without
   * end.
   */
  uncover(store: CellStore, isBlank: (at: number) => boolean): number {
    if (this.areas.length === 0) return 0;
    this.memory.hold(store.cells);
    const covered = new Uint8Array(store.cells);
    let steps = 0;
    for (const { firstRow, lastRow, firstColumn, lastColumn } of this.areas) {
      for (let row = rowFrom(store, firstRow); row < store.rows; row++) {
        const number = store.rowNumbers[row] ?? 0;
        if (number > lastRow) break;
        const end = store.rowStarts[row + 1] ?? 0;
        const first = store.rowStarts[row] ?? 0;
        steps += end - first + 1;
        if (steps > mostSteps) throw new Refusal("file.hostile");
        for (let at = first; at < end; at++) {
          const column = store.columns[at] ?? 0;
          const isFirst = number === firstRow && column === firstColumn;
          if (!isFirst && column >= firstColumn && column <= lastColumn) covered[at] = 1;
        }
      }
    }
    let filled = 0;
    for (let at = covered.indexOf(1); at !== -1; at = covered.indexOf(1, at + 1)) if (!isBlank(at)) filled++;
    store.remove(covered);
    return filled;
  }
}

function columnOf(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + letters.charCodeAt(i) - 64;
  return column - 1;
}

/** The first row of a store whose number is not below this one. */
function rowFrom({ rows, rowNumbers }: CellStore, number: number): number {
  let [low, high] = [0, rows];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rowNumbers[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
