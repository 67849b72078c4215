import type { ReplaceEdit } from "../../../shared/recipients/reading.ts";
import type { CountingWatch, ReplaceView } from "../protocol.ts";
import { type CellPlace, holding } from "../source/source-table.ts";
import type { Edited } from "./list-edits.ts";
import { Slices } from "./slices.ts";
import { TextSearch } from "./text-search.ts";

/** Takes a cell that find and replace changes: what it reads, and what it is to read. */
type OnChange = (row: number, column: number, before: string, after: string) => void;

/** So many replaced cells are shown before it is done. */
const samplesShown = 3;

/** Cells between two looks at the clock. */
const stretch = 1_000;

/**
 * What find and replace changes: whole cells as they stand, or every place within cells whatever its case. Without a
 * column in all that are used: nobody sees what stands in the others.
 */
class Replacing {
  /** How many cells are looked at in all, column by column, and how many were. */
  readonly total: number;
  done = 0;
  private readonly list: Edited;
  private readonly edit: ReplaceEdit;
  private readonly columns: readonly number[];
  private readonly pattern: RegExp;
  private readonly by: string;
  private readonly search: TextSearch;
  private readonly place: CellPlace = { bytes: new Uint8Array(0), start: 0, end: 0, number: 0 };

  constructor(list: Edited, edit: ReplaceEdit) {
    this.list = list;
    this.edit = edit;
    this.columns = (edit.column === null ? list.used : [edit.column]).filter((at) => at < list.rows.columns);
    this.total = this.columns.length * list.rows.count;
    this.pattern = new RegExp(edit.find.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
    this.by = edit.by.replaceAll("$", "$$$$");
    this.search = new TextSearch(edit.find, list.rows.encoding);
  }

  /** Looks at a stretch of the cells that are left, of one column. */
  next(change: OnChange): void {
    const { count } = this.list.rows;
    const column = this.columns[Math.floor(this.done / count)]!;
    const isPhone = this.list.phones.includes(column);
    const from = this.done % count;
    const to = Math.min(from + stretch, count);
    for (let row = from; row < to; row++) {
      if (!this.canChange(row, column, isPhone)) continue;
      const before = this.written(row, column, isPhone);
      const after = this.replaced(before);
      if (after !== before) change(row, column, before, after);
    }
    this.done += to - from;
  }

  private canChange(row: number, column: number, isPhone: boolean): boolean {
    const { rows } = this.list;
    const { place } = this;
    const isInBytes = isPhone
      ? rows.locatePhone(row, column, place) === "bytes"
      : rows.locateShown(row, column, place) !== null;
    return !isInBytes || this.search.look(place) !== holding.no;
  }

  /** The cell as it is looked for: what the table shows, a phone with all its digits. */
  private written(row: number, column: number, isPhone: boolean): string {
    const { rows } = this.list;
    return isPhone ? rows.phoneCell(row, column).text : rows.ownCell(row, column);
  }

  private replaced(before: string): string {
    if (this.edit.whole) return before === this.edit.find ? this.edit.by : before;
    return before.replace(this.pattern, this.by);
  }
}

/** All cells that the edit changes, each with what it is to read; found before any is changed, which is sooner. */
export function replacements(list: Edited, edit: ReplaceEdit): { row: number; column: number; after: string }[] {
  const found: { row: number; column: number; after: string }[] = [];
  const replacing = new Replacing(list, edit);
  while (replacing.done < replacing.total) {
    replacing.next((row, column, _, after) => void found.push({ row, column, after }));
  }
  return found;
}

/**
 * What find and replace would change, without changing anything. Counts in slices, with a pause between them for other
 * questions; null where the list `hasChanged` in one. Rejects with the signal's reason soon after it was aborted.
 */
export async function foreseeReplace(
  list: Edited,
  edit: ReplaceEdit,
  watch: CountingWatch,
  hasChanged: () => boolean,
): Promise<ReplaceView | null> {
  const seen: ReplaceView = { cells: 0, columns: [], samples: [] };
  const replacing = new Replacing(list, edit);
  const slices = new Slices(() => performance.now(), watch, replacing.total);
  while (replacing.done < replacing.total) {
    replacing.next((row, column, before, after) => {
      const number = row < list.rows.fileRows ? list.rows.rowNumber(row) : null;
      if (seen.cells < samplesShown) seen.samples.push({ row: number, before, after });
      if (seen.columns.at(-1) !== column) seen.columns.push(column);
      seen.cells++;
    });
    if (!slices.isOver()) continue;
    await slices.pause(replacing.done);
    if (hasChanged()) return null;
  }
  return seen;
}
