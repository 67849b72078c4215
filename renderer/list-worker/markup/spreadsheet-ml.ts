import type { HeldMemory } from "../source/held-memory.ts";
import { serialOfIsoDate } from "../source/iso-date.ts";
import { limits } from "../source/limits.ts";
import { MergedCells } from "../source/merged-cells.ts";
import { Refusal } from "../source/refusal.ts";
import { cellKinds } from "../xlsx/cell-store.ts";
import { XlsCells } from "../xls/xls-cells.ts";
import type { XmlHandler } from "../xlsx/xml-scanner.ts";
import { attributes, decodeText } from "../xlsx/xml-text.ts";

/** What the names of formats in XML spreadsheets mean as patterns. */
const namedFormats: Readonly<Record<string, string>> = {
  "General Number": "General",
  "General Date": "m/d/yyyy h:mm",
  "Long Date": "[$-F800]dddd, mmmm dd, yyyy",
  "Medium Date": "d-mmm-yy",
  "Short Date": "dd/mm/yyyy",
  "Long Time": "h:mm:ss AM/PM",
  "Medium Time": "h:mm AM/PM",
  "Short Time": "h:mm",
  Fixed: "0.00",
  Standard: "#,##0.00",
  Percent: "0.00%",
  Scientific: "0.00E+00",
  Currency: "#,##0.00",
  "Euro Currency": "[$€-2] #,##0.00",
};

/** Excel itself takes 64,000. */
const mostStyles = 65_535;

/** `unworked`: formulas that have no result. */
export type MlSheet = { name: string; hidden: boolean; cells: XlsCells; merged: MergedCells; unworked: number };

/** Reads an XML spreadsheet of Excel 2003, which many programs write and call `.xls` ("XML Spreadsheet Reference"). */
export class SpreadsheetMl implements XmlHandler {
  readonly sheets: MlSheet[] = [];
  readonly patterns: string[] = ["General"];
  /** Numbers of the styles that cross out; each is the place of its pattern too. */
  readonly struck = new Set<number>();
  /** True once the workbook's own end was there: a file that is cut is never half read. */
  isComplete = false;
  /** Whether days are counted from 1904, as Excel on a Mac once did. */
  date1904 = false;
  private readonly memory: HeldMemory;
  private inNote = false;
  /** Where the next row and the next cell are unless they say otherwise. */
  private nextRow = 0;
  private nextColumn = 0;
  private readonly styles = new Map<string, number>();
  private style = "";
  private row = -1;
  private column = -1;
  private columnsSeen = 0;
  private cellStyle = 0;
  /** A formula that has had no data yet. */
  private awaitsResult = false;
  /** The styles of the columns, and of the row, for cells that name none; -1 for none. */
  private readonly columnStyles = new Int32Array(limits.columns).fill(-1);
  private columnsDescribed = 0;
  private rowStyle = -1;
  private type = "";
  private collected = "";
  private collecting: "data" | "visible" | "" = "";

  constructor(memory: HeldMemory) {
    this.memory = memory;
  }

  open(name: string, bytes: Uint8Array, from: number, to: number): void {
    switch (name) {
      case "Style":
        this.openStyle(attributes(bytes, from, to));
        break;
      case "Font":
        if (this.style !== "") this.addFont(attributes(bytes, from, to).get("StrikeThrough") ?? "0");
        break;
      case "NumberFormat":
        this.addFormat(attributes(bytes, from, to).get("Format") ?? "General");
        break;
      case "Date1904":
        this.date1904 = true;
        break;
      case "Worksheet":
        this.openSheet(attributes(bytes, from, to).get("Name") ?? "");
        break;
      case "Column":
        this.openColumn(attributes(bytes, from, to));
        break;
      case "Row":
        this.openRow(attributes(bytes, from, to));
        break;
      case "Cell":
        this.openCell(attributes(bytes, from, to));
        break;
      case "Data":
        this.type = attributes(bytes, from, to).get("Type") ?? "String";
        this.collect("data");
        break;
      case "Comment":
        // A note has a `Data` of its own.
        this.inNote = true;
        break;
      case "Visible":
        this.collect("visible");
        break;
    }
  }

  close(name: string): void {
    if (name === "Workbook") this.isComplete = true;
    // Texts of cells name fonts too.
    if (name === "Style") this.style = "";
    if (name === "Comment") this.inNote = false;
    if (name === "Data" && !this.inNote) this.closeData();
    if (name === "Cell") this.closeCell();
    const sheet = this.sheets.at(-1);
    if (name === "Visible" && sheet && /hidden/i.test(this.collected)) sheet.hidden = true;
    if (name === "Data" || name === "Visible") this.collecting = "";
  }

  text(bytes: Uint8Array, from: number, to: number, literal: boolean): void {
    if (this.collecting === "" || this.collected.length > limits.cellCharacters) return;
    this.collected += decodeText(bytes, from, to, literal);
  }

  private collect(what: "data" | "visible"): void {
    this.collecting = what;
    this.collected = "";
  }

  /** Begins a style, which shows numbers as its parent does unless it says otherwise. */
  private openStyle(given: ReadonlyMap<string, string>): void {
    this.style = given.get("ID") ?? "";
    if (this.styles.size >= mostStyles) throw new Refusal("file.hostile");
    this.styles.set(this.style, this.styleNumber(given.get("Parent")));
  }

  private styleNumber(name: string | undefined): number {
    return this.styles.get(name ?? "Default") ?? this.styles.get("Default") ?? 0;
  }

  private addFormat(format: string): void {
    const pattern = Object.hasOwn(namedFormats, format) ? (namedFormats[format] ?? format) : format;
    this.addNumber(pattern, this.struck.has(this.styleNumber(this.style)));
  }

  /** A style that crosses out, or does not although its parent does, has a number of its own. */
  private addFont(strikeThrough: string): void {
    const now = this.styleNumber(this.style);
    const strikes = strikeThrough !== "0";
    if (strikes !== this.struck.has(now)) this.addNumber(this.patterns[now] ?? "General", strikes);
  }

  private addNumber(pattern: string, strikes: boolean): void {
    if (this.patterns.length >= mostStyles) return;
    if (strikes) this.struck.add(this.patterns.length);
    this.styles.set(this.style, this.patterns.length);
    this.patterns.push(pattern);
  }

  private openSheet(name: string): void {
    if (this.sheets.length >= limits.sheets) throw new Refusal("file.hostile");
    const [cells, merged] = [new XlsCells(this.memory), new MergedCells(this.memory)];
    this.sheets.push({ name, hidden: false, cells, merged, unworked: 0 });
    this.row = -1;
    this.nextRow = 0;
    this.columnsSeen = 0;
    this.columnStyles.fill(-1);
    this.columnsDescribed = 0;
  }

  private openColumn(given: ReadonlyMap<string, string>): void {
    if (++this.columnsDescribed > limits.columns) throw new Refusal("file.hostile");
    const first = place(given.get("Index"), this.columnsSeen, limits.columns);
    const last = first + more(given.get("Span"), limits.columns);
    this.columnsSeen = last + 1;
    const isHidden = given.get("Hidden") === "1" || Number(given.get("Width") ?? 1) === 0;
    if (isHidden) this.sheets.at(-1)?.cells.hideColumns(first, last);
    if (given.has("StyleID")) this.columnStyles.fill(this.styleNumber(given.get("StyleID")), first, last + 1);
  }

  private openRow(given: ReadonlyMap<string, string>): void {
    this.row = place(given.get("Index"), this.nextRow, limits.rows);
    this.nextRow = this.row + more(given.get("Span"), limits.rows) + 1;
    this.nextColumn = 0;
    this.rowStyle = given.has("StyleID") ? this.styleNumber(given.get("StyleID")) : -1;
    const hasNoHeight = given.get("AutoFitHeight") === "0" && Number(given.get("Height") ?? 1) === 0;
    if (given.get("Hidden") === "1" || hasNoHeight) this.sheets.at(-1)?.cells.hideRow(this.row);
  }

  private openCell(given: ReadonlyMap<string, string>): void {
    this.column = place(given.get("Index"), this.nextColumn, limits.columns);
    const across = more(given.get("MergeAcross"), limits.columns);
    this.nextColumn = this.column + across + 1;
    this.awaitsResult = given.has("Formula");
    const down = more(given.get("MergeDown"), limits.rows);
    if (across + down > 0) this.merge(across, down);
    const around = this.rowStyle === -1 ? (this.columnStyles[this.column] ?? -1) : this.rowStyle;
    this.cellStyle = given.has("StyleID") || around === -1 ? this.styleNumber(given.get("StyleID")) : around;
  }

  private merge(across: number, down: number): void {
    const [firstRow, firstColumn] = [this.row + 1, this.column];
    const area = { firstRow, lastRow: firstRow + down, firstColumn, lastColumn: firstColumn + across };
    this.sheets.at(-1)?.merged.add(area);
  }

  private closeCell(): void {
    const sheet = this.sheets.at(-1);
    if (this.awaitsResult && sheet && !sheet.cells.isHidden(this.row, this.column)) sheet.unworked++;
    this.awaitsResult = false;
  }

  private closeData(): void {
    this.awaitsResult = false;
    const cells = this.sheets.at(-1)?.cells;
    const { row, column, cellStyle: style, collected: text } = this;
    if (cells === undefined || row < 0 || column < 0) return;
    if (row >= limits.rows || column >= limits.columns) throw new Refusal("file.hostile");
    const number =
      this.type === "Number" ? Number(text) : this.type === "DateTime" ? serialOfIsoDate(text, this.date1904) : null;
    if (this.type === "Boolean") cells.add(row, column, style, cellKinds.boolean, text.trim() === "1" ? 1 : 0);
    else if (number !== null && Number.isFinite(number) && text.trim() !== "") {
      cells.add(row, column, style, cellKinds.number, number);
    } else cells.addText(row, column, style, text);
  }
}

/** A 1-based index as a 0-based place, or the next one where none is given; never beyond `most`. */
function place(index: string | undefined, next: number, most: number): number {
  const value = Math.trunc(Number(index ?? Number.NaN));
  return value >= 1 ? Math.min(value - 1, most) : next;
}

/** How many more rows or columns something takes. */
function more(count: string | undefined, most: number): number {
  const value = Math.trunc(Number(count ?? 0));
  return value >= 1 ? Math.min(value, most) : 0;
}
