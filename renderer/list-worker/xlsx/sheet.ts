import type { HeldMemory } from "../source/held-memory.ts";
import { serialOfIsoDate } from "../source/iso-date.ts";
import { limits } from "../source/limits.ts";
import { cellKinds, CellStore } from "./cell-store.ts";
import { TextPool } from "./text-pool.ts";
import { attribute } from "./xml-text.ts";
import type { XmlHandler } from "./xml-scanner.ts";

type ValueType = "number" | "shared" | "text" | "boolean" | "date";

/** Collects the cells of a sheet that are shown and not empty. */
export class SheetReader implements XmlHandler {
  readonly store: CellStore;
  readonly texts: TextPool;
  hiddenRows = 0;
  /** Hidden columns that hold something. */
  readonly hiddenColumns = new Set<number>();
  private readonly hidden = new Uint8Array(limits.columns);
  private rowNumber = 0;
  private rowHidden = false;
  private rowHasContent = false;
  private column = -1;
  private style = 0;
  private type: ValueType = "number";
  private reading: "nothing" | "value" | "inline" = "nothing";
  private phonetic = 0;
  private hasInline = false;
  private value = new Uint8Array(64);
  private valueLength = 0;

  constructor(memory: HeldMemory) {
    this.store = new CellStore(memory);
    this.texts = new TextPool(memory);
  }

  open(name: string, bytes: Uint8Array, from: number, to: number): void {
    switch (name) {
      case "c":
        this.openCell(bytes, from, to);
        break;
      case "v":
        this.reading = "value";
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
      case "col":
        this.readColumn(bytes, from, to);
        break;
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
    const given = Number(attribute(bytes, from, to, "r") ?? 0);
    this.rowNumber = given > this.rowNumber ? given : this.rowNumber + 1;
    this.rowHidden = /^(1|true)$/.test(attribute(bytes, from, to, "hidden") ?? "");
    this.rowHasContent = false;
    this.column = -1;
  }

  private readColumn(bytes: Uint8Array, from: number, to: number): void {
    if (!/^(1|true)$/.test(attribute(bytes, from, to, "hidden") ?? "")) return;
    const first = Number(attribute(bytes, from, to, "min") ?? 0);
    const last = Math.min(Number(attribute(bytes, from, to, "max") ?? 0), limits.columns);
    for (let column = Math.max(1, first); column <= last; column++) this.hidden[column - 1] = 1;
  }

  /** Reads `r`, `s` and `t` without making strings: there may be millions of them. */
  private openCell(bytes: Uint8Array, from: number, to: number): void {
    this.column++;
    this.style = 0;
    this.type = "number";
    this.valueLength = 0;
    this.hasInline = false;
    for (let at = from; at < to; at++) {
      if (bytes[at] !== 61) continue;
      const name = bytes[at - 1];
      const single = (bytes[at - 2] ?? 0) <= 32;
      const quote = bytes[at + 1];
      let end = at + 2;
      while (end < to && bytes[end] !== quote) end++;
      if (single && name === 114) this.column = columnOf(bytes, at + 2, end, this.column);
      else if (single && name === 115) this.style = smallNumber(bytes, at + 2, end);
      else if (single && name === 116) this.type = typeOf(bytes, at + 2, end);
      at = end;
    }
  }

  private closeCell(): void {
    const { store, style } = this;
    if (this.hasInline) {
      store.add(this.column, cellKinds.own, style, this.texts.finish());
      return;
    }
    if (this.valueLength === 0) return;
    const value = numberOf(this.value, this.valueLength);
    if (this.type === "shared") store.add(this.column, cellKinds.shared, style, value);
    else if (this.type === "date") this.addDate();
    else if (this.type === "boolean") store.add(this.column, cellKinds.boolean, style, value);
    else if (Number.isFinite(value)) store.add(this.column, cellKinds.number, style, value);
    else this.addOwnText();
    this.valueLength = 0;
  }

  /** A date as ISO 8601 (ECMA-376, 18.18.11, `d`), shown by its format as any other. */
  private addDate(): void {
    const serial = serialOfIsoDate(String.fromCharCode(...this.value.subarray(0, Math.min(this.valueLength, 40))));
    if (serial === null) this.addOwnText();
    else this.store.add(this.column, cellKinds.number, this.style, serial);
  }

  private addOwnText(): void {
    this.texts.append(this.value, 0, this.valueLength, false);
    this.store.add(this.column, cellKinds.own, this.style, this.texts.finish());
  }
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

function smallNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to && value < 65_536; i++) value = value * 10 + (bytes[i] ?? 48) - 48;
  return value < 65_536 ? value : 0;
}

/** `s` shared, `b` boolean, `n` number, `d` date; `str`, `inlineStr` and `e` are text. */
function typeOf(bytes: Uint8Array, from: number, to: number): ValueType {
  if (to - from > 1) return "text";
  switch (bytes[from]) {
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
