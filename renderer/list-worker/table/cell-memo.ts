import type { CellForm, CellPlace } from "../source/source-table.ts";

/** Longer cells are looked at each time, and so many different ones are kept. */
const longestKept = 64;
const mostKept = 2_000;

/**
 * What is made of the cells of a column with few different ones, by the bytes that they have in the file: each writing
 * becomes a text once.
 */
export class CellMemo<T> {
  private readonly locate: (row: number, place: CellPlace) => CellForm;
  private readonly make: (row: number) => T;
  private readonly place: CellPlace = { bytes: new Uint8Array(0), start: 0, end: 0, number: 0 };
  private readonly kept = new Map<number, { bytes: Uint8Array; made: T }>();

  /** `locate` says where a row's cell stands, `make` makes something of the cell, and the same of the same bytes. */
  constructor(locate: (row: number, place: CellPlace) => CellForm, make: (row: number) => T) {
    this.locate = locate;
    this.make = make;
  }

  of(row: number): T {
    const { place, kept } = this;
    if (this.locate(row, place) !== "bytes" || place.end - place.start > longestKept) return this.make(row);
    const hash = hashOf(place);
    const known = kept.get(hash);
    if (known !== undefined && isSame(known.bytes, place)) return known.made;
    const bytes = place.bytes.slice(place.start, place.end);
    const made = this.make(row);
    if (known !== undefined || kept.size < mostKept) kept.set(hash, { bytes, made });
    return made;
  }

  clear(): void {
    this.kept.clear();
  }
}

/** FNV-1a, which is short; two cells of one hash take turns. */
function hashOf({ bytes, start, end }: CellPlace): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash;
}

function isSame(kept: Uint8Array, { bytes, start, end }: CellPlace): boolean {
  if (kept.length !== end - start) return false;
  for (let at = 0; at < kept.length; at++) if (kept[at] !== bytes[start + at]) return false;
  return true;
}
