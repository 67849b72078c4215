import type { HeldMemory } from "../source/held-memory.ts";
import { serialOfIsoDate } from "../source/iso-date.ts";
import { limits } from "../source/limits.ts";
import { MergedCells } from "../source/merged-cells.ts";
import { Refusal } from "../source/refusal.ts";
import { cellKinds, CellStore } from "./cell-store.ts";
import { PlainCell } from "./plain-cell.ts";
import { RichRuns } from "./rich-runs.ts";
import { TextPool } from "./text-pool.ts";
import { attribute, attributeAt } from "./xml-text.ts";
import type { XmlHandler } from "./xml-scanner.ts";

type ValueType = "number" | "shared" | "text" | "boolean" | "date";

/** Collects the cells of a sheet that are shown and not empty. */
export class SheetReader implements XmlHandler {
  readonly store: CellStore;
  readonly texts: TextPool;
  readonly runs: RichRuns;
  hiddenRows = 0;
  /** Formulas whose result nobody has worked out: a program wrote them, and no spreadsheet has opened the file since. */
  unworked = 0;
  readonly merged: MergedCells;
  /** Hidden columns that hold something. */
  readonly hiddenColumns = new Set<number>();
  private readonly hidden = new Uint8Array(limits.columns);
  private columnsDescribed = 0;
  private rowNumber = 0;
  private rowHidden = false;
  private rowHasContent = false;
  private column = -1;
  private style = 0;
  private type: ValueType = "number";
  private reading: "nothing" | "value" | "inline" = "nothing";
  private phonetic = 0;
  private hasInline = false;
  private hasFormula = false;
  private readonly plain = new PlainCell();
  private value = new Uint8Array(64);
  private valueLength = 0;

  private readonly date1904: boolean;
  private readonly recalculated: boolean;

  /** `xmlBytes` is how long the sheet's part is said to be, where that is known; `cellsStrike` as {@link RichRuns} has it. */
  constructor(memory: HeldMemory, { xmlBytes = 0, date1904 = false, recalculated = false, cellsStrike = false } = {}) {
    this.date1904 = date1904;
    this.recalculated = recalculated;
    this.store = new CellStore(memory, xmlBytes);
    this.texts = new TextPool(memory);
    this.runs = new RichRuns(this.texts, memory, cellsStrike);
    this.merged = new MergedCells(memory);
  }

  /** Cells in a row that are written plainly. */
  takeWhole(bytes: Uint8Array, from: number, to: number): number {
    const { plain, store } = this;
    let at = from;
    while (!this.rowHidden && bytes[at] === 60) {
      const next = plain.read(bytes, at, to, this.column + 1);
      if (next === -1 || this.hidden[plain.column] === 1) break;
      this.column = plain.column;
      if (plain.kind !== "empty") {
        store.add(
          plain.column,
          plain.kind === "shared" ? cellKinds.shared : cellKinds.number,
          plain.style,
          plain.value,
        );
      }
      at = next;
    }
    return at;
  }

  open(name: string, bytes: Uint8Array, from: number, to: number): void {
    switch (name) {
      case "c":
        this.openCell(bytes, from, to);
        break;
      case "v":
        this.reading = "value";
        break;
      case "f":
        this.hasFormula = true;
        break;
      case "t":
        this.reading = this.phonetic === 0 ? "inline" : "nothing";
        break;
      case "rPh":
        this.phonetic++;
        break;
      case "row":
        this.openRow(bytes, from, to);
        break;
      case "mergeCell":
        this.merged.addReference(attribute(bytes, from, to, "ref") ?? "");
        break;
      case "col":
        this.readColumn(bytes, from, to);
        break;
      default:
        this.runs.open(name, bytes, from, to);
    }
  }

  close(name: string): void {
    switch (name) {
      case "v":
      case "t":
        this.reading = "nothing";
        break;
      case "c":
        this.closeCell();
        break;
      case "rPh":
        this.phonetic--;
        break;
      case "row":
        this.store.endRow(this.rowNumber);
        if (this.rowHidden && this.rowHasContent) this.hiddenRows++;
        break;
      default:
        this.runs.close(name);
    }
  }

  text(bytes: Uint8Array, from: number, to: number, literal: boolean): void {
    if (this.reading === "nothing" || this.rowHidden || this.hidden[this.column] === 1) {
      if (this.reading !== "nothing") this.noteHidden();
      return;
    }
    if (this.reading === "inline" || this.type === "text") {
      this.texts.append(bytes, from, to, literal);
      this.hasInline = true;
      return;
    }
    if (this.valueLength + to - from > limits.cellCharacters) throw new Refusal("file.hostile");
    if (this.valueLength + to - from > this.value.length) {
      const larger = new Uint8Array((this.valueLength + to - from) * 2);
      larger.set(this.value);
      this.value = larger;
    }
    for (let i = from; i < to; i++) this.value[this.valueLength++] = bytes[i] ?? 0;
  }

  private noteHidden(): void {
    if (this.rowHidden) this.rowHasContent = true;
    else this.hiddenColumns.add(this.column);
  }

  private openRow(bytes: Uint8Array, from: number, to: number): void {
    const given = attributeAt(bytes, from, to, "r");
    const number = given === -1 ? 0 : wholeNumber(bytes, given, to);
    this.rowNumber = number > this.rowNumber ? number : this.rowNumber + 1;
    const hidden = attributeAt(bytes, from, to, "hidden");
    // "1" or "true" (ECMA-376, 22.9.2.1 and XML Schema's boolean)
    this.rowHidden = (hidden !== -1 && (bytes[hidden] === 49 || bytes[hidden] === 116)) || hasNoHeight(bytes, from, to);
    this.rowHasContent = false;
    this.column = -1;
  }

  private readColumn(bytes: Uint8Array, from: number, to: number): void {
    if (++this.columnsDescribed > limits.columns) throw new Refusal("file.hostile");
    const isHidden = /^(1|true)$/.test(attribute(bytes, from, to, "hidden") ?? "");
    // Excel shows nothing of a column without width, and unlike LibreOffice gives it none.
    if (!isHidden && Number(attribute(bytes, from, to, "width") ?? 1) !== 0) return;
    const first = Number(attribute(bytes, from, to, "min") ?? 0);
    const last = Math.min(Number(attribute(bytes, from, to, "max") ?? 0), limits.columns);
    this.hidden.fill(1, Math.max(1, first) - 1, Math.max(0, last));
  }

  /** Reads `r`, `s` and `t` without making strings: there may be millions of them. */
  private openCell(bytes: Uint8Array, from: number, to: number): void {
    this.column++;
    this.type = "number";
    this.valueLength = 0;
    this.hasInline = false;
    this.hasFormula = false;
    const reference = attributeAt(bytes, from, to, "r");
    if (reference !== -1) this.column = columnOf(bytes, reference, to, this.column);
    const styleAt = attributeAt(bytes, from, to, "s");
    const style = styleAt === -1 ? 0 : wholeNumber(bytes, styleAt, to);
    this.style = style < 65_536 ? style : 0;
    const type = attributeAt(bytes, from, to, "t");
    if (type !== -1) this.type = typeOf(bytes, type);
  }

  private closeCell(): void {
    const { store, style } = this;
    if (this.hasInline) {
      const text = this.texts.finish();
      this.runs.finish(text);
      store.add(this.column, cellKinds.own, style, text);
      return;
    }
    if (this.valueLength === 0) {
      // An empty text that is a result is written as one.
      const isSeen = !this.rowHidden && this.hidden[this.column] !== 1;
      if (this.hasFormula && this.type === "number" && isSeen) this.unworked++;
      return;
    }
    const value = numberOf(this.value, this.valueLength);
    if (this.type === "shared") store.add(this.column, cellKinds.shared, style, value);
    else if (this.type === "date") this.addDate();
    else if (this.type === "boolean") store.add(this.column, cellKinds.boolean, style, value);
    else if (Number.isFinite(value)) this.addNumber(value);
    else this.addOwnText();
    this.valueLength = 0;
  }

  /** A program that works nothing out itself puts 0 for every result, and leaves the rest to Excel. */
  private addNumber(value: number): void {
    if (this.hasFormula && this.recalculated && value === 0) this.unworked++;
    this.store.add(this.column, cellKinds.number, this.style, value);
  }

  /** A date as ISO 8601 (ECMA-376, 18.18.11, `d`), shown by its format as any other. */
  private addDate(): void {
    const text = String.fromCharCode(...this.value.subarray(0, Math.min(this.valueLength, 40)));
    const serial = serialOfIsoDate(text, this.date1904);
    if (serial === null) this.addOwnText();
    else this.store.add(this.column, cellKinds.number, this.style, serial);
  }

  private addOwnText(): void {
    this.texts.append(this.value, 0, this.valueLength, false);
    this.store.add(this.column, cellKinds.own, this.style, this.texts.finish());
  }
}

/** Whether somebody set a row's height to 0, with which Excel shows nothing of it; another height it works out itself. */
function hasNoHeight(bytes: Uint8Array, from: number, to: number): boolean {
  const height = attributeAt(bytes, from, to, "ht");
  if (height === -1 || bytes[height] !== 48) return false;
  const isSet = /^(1|true)$/.test(attribute(bytes, from, to, "customHeight") ?? "");
  return isSet && Number(attribute(bytes, from, to, "ht")) === 0;
}

/** 0-based column of a reference like `AB12`; `otherwise` for one that has no letters. */
function columnOf(bytes: Uint8Array, from: number, to: number, otherwise: number): number {
  let column = 0;
  for (let i = from; i < to; i++) {
    const letter = (bytes[i] ?? 0) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > limits.columns) break;
  }
  return column === 0 ? otherwise : column - 1;
}

/** The digits from an offset on, as far as they go; more than a sheet has of anything is as good as 2³¹. */
function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = (bytes[i] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    value = Math.min(value * 10 + digit, 0x8000_0000);
  }
  return value;
}

/** `s` shared, `b` boolean, `n` number, `d` date; `str`, `inlineStr` and `e` are text. */
function typeOf(bytes: Uint8Array, at: number): ValueType {
  const quote = bytes[at - 1];
  if (bytes[at] !== quote && bytes[at + 1] !== quote) return "text";
  switch (bytes[at]) {
    case 115:
      return "shared";
    case 98:
      return "boolean";
    case 100:
      return "date";
    case 101:
      return "text";
    default:
      return "number";
  }
}

/** The number that the bytes spell, NaN for none. Whole ones, which most are, without a string. */
function numberOf(bytes: Uint8Array, length: number): number {
  if (length <= 15) {
    let value = 0;
    let i = 0;
    for (; i < length; i++) {
      const digit = (bytes[i] ?? 0) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (i === length) return value;
  }
  const text = String.fromCharCode(...bytes.subarray(0, Math.min(length, 100))).trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}
