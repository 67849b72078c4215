import type { CellValues } from "../source/cell-table.ts";
import type { CellPlace } from "../source/source-table.ts";
import { cellKinds, type CellStore } from "./cell-store.ts";
import type { NumberFormats } from "./number-format.ts";
import type { RichRuns } from "./rich-runs.ts";
import type { TextPool } from "./text-pool.ts";

/** Where the texts of a sheet are: those of its workbook, and its own. */
export type SheetTexts = { shared: TextPool; own: TextPool };

/** What crosses out cells: numbers of cell styles, and the runs of the texts where they are followed. */
export type CrossingOut = { styles: ReadonlySet<number>; shared?: RichRuns; own?: RichRuns };

/** Whether a cell of a sheet shows nothing but white space; `at` is its place in the store. */
export function isBlankCell({ kinds, values }: CellStore, { shared, own }: SheetTexts, at: number): boolean {
  const value = values[at] ?? 0;
  switch (kinds[at]) {
    case cellKinds.shared:
      return shared.isBlank(value);
    case cellKinds.own:
      return own.isBlank(value);
    default:
      return false;
  }
}

/** What of a cell is not crossed out; null where nothing is. */
function notCrossedOut({ kinds, values, styles }: CellStore, crossing: CrossingOut, at: number): string | null {
  const cellStrikes = crossing.styles.has(styles[at] ?? 0);
  const kind = kinds[at];
  const runs = kind === cellKinds.shared ? crossing.shared : kind === cellKinds.own ? crossing.own : undefined;
  if (runs !== undefined) return runs.notCrossedOut(values[at] ?? 0, cellStrikes);
  return cellStrikes ? "" : null;
}

/** The cells of a sheet of Excel: texts of the workbook or their own, numbers shown by their format, yes and no. */
export class SheetValues implements CellValues {
  private readonly store: CellStore;
  private readonly texts: SheetTexts;
  private readonly formats: NumberFormats;
  readonly notCrossedOut?: (at: number) => string | null;

  constructor(store: CellStore, texts: SheetTexts, formats: NumberFormats, crossing: CrossingOut) {
    const { styles, shared, own } = crossing;
    if (styles.size > 0 || shared?.any === true || own?.any === true) {
      this.notCrossedOut = (at) => notCrossedOut(store, crossing, at);
    }
    this.store = store;
    this.texts = texts;
    this.formats = formats;
  }

  shown(at: number): string {
    const value = this.store.values[at] ?? 0;
    switch (this.store.kinds[at]) {
      case cellKinds.shared:
        return this.texts.shared.get(value);
      case cellKinds.own:
        return this.texts.own.get(value);
      case cellKinds.boolean:
        return this.formats.showBoolean(value === 1);
      default:
        return this.formats.show(value, this.store.styles[at] ?? 0);
    }
  }

  formatted(at: number): string {
    const isText = this.store.kinds[at] === cellKinds.shared || this.store.kinds[at] === cellKinds.own;
    const shown = this.shown(at);
    return isText ? this.formats.showText(shown, this.store.styles[at] ?? 0) : shown;
  }

  showsNoLetters(at: number): boolean {
    const { kinds, values, styles } = this.store;
    return kinds[at] === cellKinds.number && this.formats.showsNoLetters(values[at] ?? 0, styles[at] ?? 0);
  }

  number(at: number): number | null {
    return this.store.kinds[at] === cellKinds.number ? (this.store.values[at] ?? 0) : null;
  }

  locate(at: number, place: CellPlace): boolean {
    const kind = this.store.kinds[at];
    if (kind !== cellKinds.shared && kind !== cellKinds.own) return false;
    (kind === cellKinds.shared ? this.texts.shared : this.texts.own).locate(this.store.values[at] ?? 0, place);
    return true;
  }

  isBlank(at: number): boolean {
    return isBlankCell(this.store, this.texts, at);
  }
}
