import { limits } from "../source/limits.ts";
import type { SourceTable } from "../source/source-table.ts";
import { cellKinds, type CellStore } from "./cell-store.ts";
import { exactDigits, type NumberFormats } from "./number-format.ts";
import type { SheetReader } from "./sheet.ts";
import type { TextPool } from "./text-pool.ts";

/** A sheet as a table. */
export class SheetTable implements SourceTable {
  readonly rows: number;
  readonly columns: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  private readonly store: CellStore;
  private readonly shared: TextPool;
  private readonly own: TextPool;
  private readonly formats: NumberFormats;
  private readonly used: readonly number[];

  constructor(sheet: SheetReader, shared: TextPool, formats: NumberFormats) {
    this.store = sheet.store;
    this.shared = shared;
    this.own = sheet.texts;
    this.formats = formats;
    this.used = usedColumns(sheet.store);
    this.rows = sheet.store.rows;
    this.columns = this.used.length;
    this.hiddenRows = sheet.hiddenRows;
    this.hiddenColumns = sheet.hiddenColumns.size;
  }

  rowNumber(row: number): number {
    return this.store.rowNumbers[row] ?? 0;
  }

  fileColumn(column: number): number {
    return this.used[column] ?? column;
  }

  isBlank(row: number): boolean {
    const end = this.store.rowStarts[row + 1] ?? 0;
    for (let at = this.store.rowStarts[row] ?? 0; at < end; at++) {
      const kind = this.store.kinds[at];
      const value = this.store.values[at] ?? 0;
      if (
        kind === cellKinds.shared ? !this.shared.isBlank(value) : kind !== cellKinds.own || !this.own.isBlank(value)
      ) {
        return false;
      }
    }
    return true;
  }

  shown(row: number, column: number): string {
    const at = this.find(row, column);
    return at === -1 ? "" : this.shownAt(at);
  }

  exact(row: number, column: number): string {
    const at = this.find(row, column);
    if (at === -1) return "";
    if (this.store.kinds[at] === cellKinds.number) return exactDigits(this.store.values[at] ?? 0);
    return this.shownAt(at);
  }

  isNumber(row: number, column: number): boolean {
    const at = this.find(row, column);
    return at !== -1 && this.store.kinds[at] === cellKinds.number;
  }

  searchText(row: number): string {
    const end = this.store.rowStarts[row + 1] ?? 0;
    let text = "";
    for (let at = this.store.rowStarts[row] ?? 0; at < end; at++) text += `${this.shownAt(at)}\n`;
    return text.toLowerCase();
  }

  private find(row: number, column: number): number {
    return this.store.find(row, this.used[column] ?? limits.columns);
  }

  private shownAt(at: number): string {
    const value = this.store.values[at] ?? 0;
    switch (this.store.kinds[at]) {
      case cellKinds.shared:
        return clean(this.shared.get(value));
      case cellKinds.own:
        return clean(this.own.get(value));
      case cellKinds.boolean:
        return this.formats.showBoolean(value === 1);
      default:
        return this.formats.show(value, this.store.styles[at] ?? 0);
    }
  }
}

function clean(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > limits.cellCharacters ? trimmed.slice(0, limits.cellCharacters) : trimmed;
}

function usedColumns(store: CellStore): number[] {
  const used = new Uint8Array(limits.columns);
  for (let at = 0; at < store.cells; at++) used[store.columns[at] ?? 0] = 1;
  const columns: number[] = [];
  for (let column = 0; column < used.length; column++) if (used[column] === 1) columns.push(column);
  return columns;
}
