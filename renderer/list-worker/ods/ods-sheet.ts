import type { HeldMemory } from "../source/held-memory.ts";
import { limits } from "../source/limits.ts";
import { MergedCells } from "../source/merged-cells.ts";
import { Refusal } from "../source/refusal.ts";
import { ShownTexts } from "../source/shown-texts.ts";
import { cellKinds, CellStore } from "../xlsx/cell-store.ts";
import type { OdsCellText } from "./ods-cell-text.ts";
import { SheetColumns } from "./sheet-columns.ts";

type RowCell = { column: number; count: number; text: number };

/** One sheet of an ODS file while it is read, and after. A sheet that is not kept only counts its rows. */
export class OdsSheet {
  readonly keeps: boolean;
  readonly store: CellStore;
  readonly texts: ShownTexts;
  /** Rows that hold something and are not hidden. */
  filledRows = 0;
  hiddenRows = 0;
  /** Cells under merged ones that hold something. */
  coveredCells = 0;
  /** Formulas without a result. */
  unworked = 0;
  private readonly sheetColumns = new SheetColumns();
  private readonly merged: MergedCells;
  private rowNumber = 0;
  private rowCount = 1;
  private rowHidden = false;
  /** Columns whose cells are crossed out unless they say otherwise, null where there are none; and whether the row's are. */
  private struckColumns: Uint8Array | null = null;
  private columnsDescribed = 0;
  private rowStrikes: boolean | null = null;
  private rowFilled = false;
  private column = 0;
  private cells: RowCell[] = [];

  constructor(memory: HeldMemory, keeps: boolean) {
    this.keeps = keeps;
    this.store = new CellStore(memory);
    this.texts = new ShownTexts(memory);
    this.merged = new MergedCells(memory);
  }

  /** Hidden columns that hold something. */
  get hiddenColumns(): number {
    return this.sheetColumns.noted;
  }

  addColumns(count: number, hidden: boolean, strikes: boolean): void {
    this.sheetColumns.describe(count, hidden);
    const end = this.columnsDescribed + count;
    if (strikes) (this.struckColumns ??= new Uint8Array(limits.columns)).fill(1, this.columnsDescribed, end);
    this.columnsDescribed = end;
  }

  /** Whether the next cell is crossed out where its style is that of its row or column. */
  get strikesHere(): boolean {
    return this.rowStrikes ?? this.struckColumns?.[this.column] === 1;
  }

  /** Begins a row that stands for `count` equal ones. */
  beginRow(count: number, hidden: boolean, strikes: boolean | null): void {
    this.rowCount = count;
    this.rowStrikes = strikes;
    this.rowHidden = hidden;
    this.rowFilled = false;
    this.column = 0;
    this.cells = [];
  }

  /** Adds a cell that stands for `count` equal ones side by side. Throws {@link Refusal}: beyond the last column. */
  addCell(count: number, cell: OdsCellText): void {
    const { column } = this;
    const shown = cell.shown();
    this.column += count;
    if (shown.trim() === "") return;
    if (this.column > limits.columns) throw new Refusal("file.hostile");
    this.rowFilled = true;
    if (this.rowHidden || !this.keeps) return;
    this.sheetColumns.note(column, count);
    if (this.sheetColumns.shownFrom(column) < this.column) {
      this.cells.push({ column, count, text: this.texts.add(shown, cell.number, cell.notCrossedOut()) });
    }
  }

  /** Says that the next cell lies over so many columns and rows. Throws {@link Refusal} where too many do. */
  merge(columns: number, rows: number): void {
    if (!this.keeps || columns * rows === 1) return;
    const [firstRow, firstColumn] = [this.rowNumber + 1, this.column];
    this.merged.add({ firstRow, lastRow: firstRow + rows - 1, firstColumn, lastColumn: firstColumn + columns - 1 });
  }

  /** Takes out what is covered, also where the document does not say so of it. Throws {@link Refusal}. */
  uncover(): void {
    // Cells that show nothing were not kept.
    this.coveredCells += this.merged.uncover(this.store, () => false);
  }

  /** Passes over cells that a merged one covers, and counts those that would show something. */
  addCovered(count: number, shown: string): void {
    if (shown.trim() !== "") this.coveredCells += this.seenCells(count);
    this.column += count;
  }

  /** Notes that the next `count` cells are formulas that nobody has worked out. */
  noteUnworked(count: number): void {
    this.unworked += this.seenCells(count);
  }

  /** How many the next `count` cells are, each in all rows that its own stands for, without those that are hidden. */
  private seenCells(count: number): number {
    if (this.rowHidden || !this.keeps) return 0;
    return this.sheetColumns.shownAmong(this.column, count) * this.rowCount;
  }

  /** Ends the row. Throws {@link Refusal}: beyond the last row, or more cells than fit. */
  endRow(): void {
    const first = this.rowNumber + 1;
    this.rowNumber += this.rowCount;
    if (!this.rowFilled) return;
    if (this.rowNumber > limits.rows) throw new Refusal("file.hostile");
    if (this.rowHidden) this.hiddenRows += this.rowCount;
    else this.filledRows += this.rowCount;
    if (this.cells.length === 0) return;
    for (let row = first; row <= this.rowNumber; row++) this.putRow(row);
  }

  private putRow(row: number): void {
    const { sheetColumns } = this;
    for (const { column, count, text } of this.cells) {
      for (let at = sheetColumns.shownFrom(column); at < column + count; at = sheetColumns.shownFrom(at + 1)) {
        this.store.add(at, cellKinds.own, 0, text);
      }
    }
    this.store.endRow(row);
  }
}
