import type { HeldMemory } from "../source/held-memory.ts";
import { MergedCells } from "../source/merged-cells.ts";
import { cellKinds } from "../xlsx/cell-store.ts";
import { type BiffRecord, type BiffStream, records } from "./biff-records.ts";
import { ContinuedReader, oldText } from "./biff-text.ts";
import { XlsCells } from "./xls-cells.ts";
import type { XlsWorkbook } from "./xls-workbook.ts";

/** What cells of errors show ([MS-XLS] 2.5.10, BErr). */
const errors: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
};

/** A formula's result that is no number, and its flag "when opened", which Excel leaves alone ([MS-XLS] 2.4.127). */
const emptyText = 3;
const workedOutWhenOpened = 2;

type Place = { row: number; column: number; style: number };

/** The number that the four bytes of an RK hold: half a double or a whole number, perhaps hundredths ([MS-XLS] 2.5.122). */
function rkNumber(view: DataView, at: number): number {
  const bits = view.getInt32(at, true);
  let value = bits >> 2;
  if ((bits & 2) === 0) {
    const double = new DataView(new ArrayBuffer(8));
    double.setInt32(4, bits & ~3, true);
    value = double.getFloat64(0, true);
  }
  return (bits & 1) === 1 ? value / 100 : value;
}

/** Whether a row is hidden, or somebody set its height to 0 ([MS-XLS] 2.4.221; the height's highest bit says "as usual"). */
function isRowHidden(view: DataView, at: number): boolean {
  const flags = view.getUint8(at + 12);
  return (flags & 0x20) !== 0 || ((flags & 0x40) !== 0 && view.getUint16(at + 6, true) === 0);
}

/** Collects the cells of one sheet, record by record. */
export class XlsSheet {
  readonly cells: XlsCells;
  readonly merged: MergedCells;
  private readonly stream: BiffStream;
  private readonly workbook: XlsWorkbook;
  /** Formulas whose result nobody has worked out: a program wrote them, and no spreadsheet has saved the file since. */
  unworked = 0;
  /** The formula whose text is still to come. */
  private awaited: Place | null = null;

  constructor(stream: BiffStream, workbook: XlsWorkbook, memory: HeldMemory) {
    this.stream = stream;
    this.workbook = workbook;
    this.cells = new XlsCells(memory);
    this.merged = new MergedCells(memory);
  }

  take(record: BiffRecord): void {
    if (this.workbook.version < 5 && this.takeOldest(record)) return;
    const { view } = this.stream;
    const { from, to, type } = record;
    switch (type) {
      case records.row:
        if (isRowHidden(view, from)) this.cells.hideRow(view.getUint16(from, true));
        break;
      case records.columnInfo:
        if ((view.getUint8(from + 8) & 1) === 1 || view.getUint16(from + 4, true) === 0) {
          this.cells.hideColumns(view.getUint16(from, true), view.getUint16(from + 2, true));
        }
        break;
      case records.mergedCells:
        this.addMerged(from, to);
        break;
      case records.number:
        this.addNumber(this.place(from), view.getFloat64(from + 6, true));
        break;
      case records.rk:
        this.addNumber(this.place(from), rkNumber(view, from + 6));
        break;
      case records.multipleRk:
        for (let at = from + 4, column = view.getUint16(from + 2, true); at + 6 <= to - 2; at += 6, column++) {
          const place = { row: view.getUint16(from, true), column, style: view.getUint16(at, true) };
          this.addNumber(place, rkNumber(view, at + 2));
        }
        break;
      case records.labelShared: {
        const { row, column, style } = this.place(from);
        this.cells.add(row, column, style, cellKinds.shared, view.getUint32(from + 6, true));
        break;
      }
      case records.label:
      case records.richString:
        this.addText(this.place(from), this.textAt(record, 6));
        break;
      case records.booleanOrError:
        this.addFlag(this.place(from), view.getUint8(from + 6), view.getUint8(from + 7) === 1);
        break;
      case records.formula:
      case records.formula3:
      case records.formula4:
        this.addFormula(this.place(from), from + 6);
        break;
      case records.string:
        if (this.awaited) this.addText(this.awaited, this.textAt(record, 0));
        this.awaited = null;
        break;
    }
  }

  /** Cells as Excel 2 wrote them, and some writers of 3 and 4: three bytes of attributes, of which the second names the format. */
  private takeOldest({ from, to, type }: BiffRecord): boolean {
    const { view } = this.stream;
    switch (type) {
      case records.integer2:
        this.addNumber(this.oldPlace(from), view.getUint16(from + 7, true));
        return true;
      case records.number2:
        this.addNumber(this.oldPlace(from), view.getFloat64(from + 7, true));
        return true;
      case records.label2:
        this.addText(this.oldPlace(from), oldText(this.stream, from + 7, to, 1, this.workbook.decode));
        return true;
      case records.booleanOrError2:
        this.addFlag(this.oldPlace(from), view.getUint8(from + 7), view.getUint8(from + 8) === 1);
        return true;
      case records.formula:
        this.addFormula(this.oldPlace(from), from + 7);
        return true;
      case records.string2:
        if (this.awaited) this.addText(this.awaited, oldText(this.stream, from, to, 1, this.workbook.decode));
        this.awaited = null;
        return true;
      case records.row2:
        return true;
      default:
        return false;
    }
  }

  private place(at: number): Place {
    const { view } = this.stream;
    return { row: view.getUint16(at, true), column: view.getUint16(at + 2, true), style: view.getUint16(at + 4, true) };
  }

  private oldPlace(at: number): Place {
    return { ...this.place(at), style: this.stream.view.getUint8(at + 5) & 0x3f };
  }

  private textAt(record: BiffRecord, offset: number): string {
    const from = record.from + offset;
    if (this.workbook.version === 8) return new ContinuedReader(this.stream, { ...record, from }).text(2);
    return oldText(this.stream, from, record.to, 2, this.workbook.decode);
  }

  /** Areas of four numbers each: rows, then columns, from and to ([MS-XLS] 2.4.168). */
  private addMerged(from: number, to: number): void {
    const { view } = this.stream;
    const count = view.getUint16(from, true);
    for (let at = from + 2; at + 8 <= to && at < from + 2 + count * 8; at += 8) {
      const [firstRow, lastRow] = [view.getUint16(at, true) + 1, view.getUint16(at + 2, true) + 1];
      const [firstColumn, lastColumn] = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)];
      this.merged.add({ firstRow, lastRow, firstColumn, lastColumn });
    }
  }

  private addNumber({ row, column, style }: Place, value: number): void {
    if (Number.isFinite(value)) this.cells.add(row, column, style, cellKinds.number, value);
  }

  private addText({ row, column, style }: Place, text: string): void {
    this.cells.addText(row, column, style, text);
  }

  private addFlag(place: Place, value: number, isError: boolean): void {
    if (isError) this.addText(place, errors[value] ?? "#ERROR");
    else this.cells.add(place.row, place.column, place.style, cellKinds.boolean, value === 0 ? 0 : 1);
  }

  /**
   * Whether a formula's result is what programs put there that work nothing out: a 0 that is to be worked out when the
   * file is opened, or an empty text in a file that no spreadsheet has worked out.
   */
  private isUnworked(at: number): boolean {
    const { view } = this.stream;
    const isText = view.getUint16(at + 6, true) === 0xffff;
    if (isText) return view.getUint8(at) === emptyText && this.workbook.version === 8 && !this.workbook.workedOut;
    return view.getFloat64(at, true) === 0 && (view.getUint8(at + 8) & workedOutWhenOpened) !== 0;
  }

  /** The result that was kept with a formula: eight bytes, of which the last two say when they are no number. */
  private addFormula(place: Place, at: number): void {
    const { view } = this.stream;
    this.awaited = null;
    if (this.isUnworked(at) && !this.cells.isHidden(place.row, place.column)) this.unworked++;
    if (view.getUint16(at + 6, true) !== 0xffff) this.addNumber(place, view.getFloat64(at, true));
    else if (view.getUint8(at) === 0) this.awaited = place;
    else if (view.getUint8(at) < 3) this.addFlag(place, view.getUint8(at + 2), view.getUint8(at) === 2);
  }
}
