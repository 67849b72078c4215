import { limits } from "../source/limits.ts";

/**
 * The columns of a sheet that are hidden. A cell may stand for thousands of columns and its row for a million rows, so
 * what is asked costs as much as it finds.
 */
export class SheetColumns {
  private readonly hidden = new Uint8Array(limits.columns);
  private described = 0;
  private anyHidden = false;
  /** For each column the first one from it on that is shown, and the first hidden one that is not noted yet. */
  private nextShown: Uint16Array | null = null;
  /** For each column how many before it are shown. */
  private shownBefore: Uint16Array | null = null;
  private readonly nextUnnoted = new Uint16Array(limits.columns + 1).map((_, at) => at);
  /** Hidden columns that hold something. */
  noted = 0;

  /** Describes the next `count` columns. */
  describe(count: number, hidden: boolean): void {
    const end = Math.min(this.described + count, limits.columns);
    if (hidden && end > this.described) {
      this.hidden.fill(1, this.described, end);
      this.anyHidden = true;
      this.nextShown = null;
      this.shownBefore = null;
    }
    this.described = end;
  }

  /** The first column from `column` on that is shown, {@link limits.columns} when there is none. */
  shownFrom(column: number): number {
    return this.anyHidden ? (this.firstShown()[column] ?? limits.columns) : column;
  }

  /** How many of the `count` columns from `column` on are shown; there are none behind the last. */
  shownAmong(column: number, count: number): number {
    const [from, to] = [Math.min(column, limits.columns), Math.min(column + count, limits.columns)];
    if (!this.anyHidden) return to - from;
    const before = this.countShown();
    return (before[to] ?? 0) - (before[from] ?? 0);
  }

  /** Notes that `count` columns from `column` on hold something: those of them that are hidden count, each once. */
  note(column: number, count: number): void {
    if (!this.anyHidden) return;
    for (let at = this.unnotedFrom(column); at < column + count; at = this.unnotedFrom(at + 1)) {
      if (this.hidden[at] === 1) this.noted++;
      // A shown column is passed over from now on too: columns are described before the rows.
      this.nextUnnoted[at] = at + 1;
    }
  }

  private unnotedFrom(column: number): number {
    let at = column;
    while (this.nextUnnoted[at] !== at) {
      const next = this.nextUnnoted[at] ?? limits.columns;
      this.nextUnnoted[at] = this.nextUnnoted[next] ?? next;
      at = next;
    }
    return at;
  }

  private countShown(): Uint16Array {
    if (this.shownBefore !== null) return this.shownBefore;
    const made = new Uint16Array(limits.columns + 1);
    for (let at = 0; at < limits.columns; at++) made[at + 1] = (made[at] ?? 0) + (this.hidden[at] === 1 ? 0 : 1);
    this.shownBefore = made;
    return made;
  }

  private firstShown(): Uint16Array {
    if (this.nextShown !== null) return this.nextShown;
    const made = new Uint16Array(limits.columns + 1).fill(limits.columns);
    for (let at = limits.columns - 1; at >= 0; at--) made[at] = this.hidden[at] === 1 ? (made[at + 1] ?? 0) : at;
    this.nextShown = made;
    return made;
  }
}
