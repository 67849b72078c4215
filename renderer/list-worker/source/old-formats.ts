import { read, utils, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { NumberFormats } from "../xlsx/number-format.ts";
import { exactDigits } from "./cell-table.ts";
import { limits } from "./limits.ts";
import type { SourceOptions } from "./read-source.ts";
import { Refusal } from "./refusal.ts";
import type { SheetView, SourceBook, SourceTable } from "./source-table.ts";

/** A sheet that the library for old formats has read: raw values, shown by our own formats. */
class OldSheetTable implements SourceTable {
  readonly rows: number;
  readonly columns: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  private readonly cells: readonly (readonly (CellObject | undefined)[])[];
  private readonly rowNumbers: readonly number[];
  private readonly used: readonly number[];
  private readonly date1904: boolean;
  private readonly locale: string;

  constructor(sheet: WorkSheet, date1904: boolean, locale: string) {
    const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet["!data"] ?? [];
    const hasContent = (row: readonly (CellObject | undefined)[] | undefined): boolean =>
      row?.some((cell) => cell?.v !== undefined && cell.v !== "") === true;
    const filled = [...data.keys()].filter((row) => hasContent(data[row]));
    const shown = filled.filter((row) => sheet["!rows"]?.[row]?.hidden !== true);
    const columns = new Set<number>();
    for (const row of shown) {
      data[row]?.forEach((cell, column) => {
        if (cell?.v !== undefined && cell.v !== "") columns.add(column);
      });
    }
    const visible = [...columns].filter((column) => sheet["!cols"]?.[column]?.hidden !== true);
    if (shown.length > limits.rows || columns.size > limits.columns) throw new Refusal("file.too-large");
    this.cells = shown.map((row) => data[row] ?? []);
    this.rowNumbers = shown.map((row) => row + 1);
    this.used = visible.sort((a, b) => a - b);
    this.rows = shown.length;
    this.columns = visible.length;
    this.hiddenRows = filled.length - shown.length;
    this.hiddenColumns = columns.size - visible.length;
    this.date1904 = date1904;
    this.locale = locale;
  }

  rowNumber(row: number): number {
    return this.rowNumbers[row] ?? 0;
  }

  fileColumn(column: number): number {
    return this.used[column] ?? column;
  }

  isBlank(row: number): boolean {
    return this.used.every((_, column) => this.shown(row, column) === "");
  }

  shown(row: number, column: number): string {
    const cell = this.cell(row, column);
    if (cell?.v === undefined) return "";
    if (typeof cell.v === "number" && cell.t !== "e") {
      return new NumberFormats([String(cell.z ?? "General")], this.date1904, this.locale).show(cell.v, 0);
    }
    return (cell.t === "e" ? (cell.w ?? "#N/A") : String(cell.v)).trim().slice(0, limits.cellCharacters);
  }

  exact(row: number, column: number): string {
    const value = this.cell(row, column)?.v;
    return typeof value === "number" ? exactDigits(value) : this.shown(row, column);
  }

  isNumber(row: number, column: number): boolean {
    return this.cell(row, column)?.t === "n";
  }

  searchText(row: number): string {
    return this.used
      .map((_, column) => this.shown(row, column))
      .join("\n")
      .toLowerCase();
  }

  private cell(row: number, column: number): CellObject | undefined {
    return this.cells[row]?.[this.used[column] ?? -1];
  }
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: "array", dense: true, cellDates: false, cellNF: true, cellText: true });
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem;
    throw new Refusal(/password|encrypt/i.test(problem.message) ? "file.locked" : "file.unreadable");
  }
}

function rowsOf(sheet: WorkSheet | undefined): number {
  const reference = sheet?.["!ref"];
  if (reference === undefined) return 0;
  const { s, e } = utils.decode_range(reference);
  return e.r - s.r + 1;
}

/** Reads `.xls` by the kept library. Throws {@link Refusal}. */
export function readOldFormat(bytes: Uint8Array, options: SourceOptions): SourceBook {
  const book = open(bytes);
  const sheets: SheetView[] = book.SheetNames.map((name, index) => ({
    index,
    name,
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows: rowsOf(book.Sheets[name]),
  }));
  const chosen =
    sheets[options.reading.sheet ?? -1] ?? sheets.find((sheet) => !sheet.hidden && sheet.rows > 0) ?? sheets[0];
  const sheet = chosen && book.Sheets[chosen.name];
  if (!chosen || !sheet) throw new Refusal("file.empty");
  const table = new OldSheetTable(sheet, book.Workbook?.WBProps?.date1904 === true, options.locale);
  return { format: "xls", encoding: null, delimiter: null, sheet: chosen.index, sheets, table };
}
