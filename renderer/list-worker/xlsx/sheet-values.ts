import type { CellValues } from "../source/cell-table.ts";
import type { CellPlace } from "../source/source-table.ts";
import { cellKinds, type CellStore } from "./cell-store.ts";
import type { NumberFormats } from "./number-format.ts";
import type { TextPool } from "./text-pool.ts";

/** The cells of a sheet of Excel: texts of the workbook or their own, numbers shown by their format, yes and no. */
export class SheetValues implements CellValues {
  private readonly store: CellStore;
  private readonly shared: TextPool;
  private readonly own: TextPool;
  private readonly formats: NumberFormats;

  constructor(store: CellStore, texts: { shared: TextPool; own: TextPool }, formats: NumberFormats) {
    this.store = store;
    this.shared = texts.shared;
    this.own = texts.own;
    this.formats = formats;
  }

  shown(at: number): string {
    const value = this.store.values[at] ?? 0;
    switch (this.store.kinds[at]) {
      case cellKinds.shared:
        return this.shared.get(value);
      case cellKinds.own:
        return this.own.get(value);
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

  number(at: number): number | null {
    return this.store.kinds[at] === cellKinds.number ? (this.store.values[at] ?? 0) : null;
  }

  locate(at: number, place: CellPlace): boolean {
    const kind = this.store.kinds[at];
    if (kind !== cellKinds.shared && kind !== cellKinds.own) return false;
    (kind === cellKinds.shared ? this.shared : this.own).locate(this.store.values[at] ?? 0, place);
    return true;
  }

  isBlank(at: number): boolean {
    const value = this.store.values[at] ?? 0;
    switch (this.store.kinds[at]) {
      case cellKinds.shared:
        return this.shared.isBlank(value);
      case cellKinds.own:
        return this.own.isBlank(value);
      default:
        return false;
    }
  }
}
