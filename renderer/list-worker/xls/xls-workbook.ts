import type { HeldMemory } from "../source/held-memory.ts";
import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";
import { cellDecoder, type DecodeCell } from "../text/cell-decoder.ts";
import { builtInPattern } from "../xlsx/number-format.ts";
import { RichRuns } from "../xlsx/rich-runs.ts";
import { TextPool } from "../xlsx/text-pool.ts";
import { type BiffRecord, type BiffStream, records } from "./biff-records.ts";
import { codePageDecoder, ContinuedReader, type FontChange, oldText } from "./biff-text.ts";

export type XlsSheetPlace = { name: string; hidden: boolean; at: number };

const mostStyles = 65_536;
/** The flag of a font that crosses out ([MS-XLS] 2.4.122). */
const strikesOut = 8;
/** No font has this number: cells count the later ones on by one ([MS-XLS] 2.5.129). */
const skippedFont = 4;

/** What a workbook of Excel says once for all of its sheets ([MS-XLS] 2.1.7.20.3, the globals). */
export class XlsWorkbook {
  readonly version: number;
  readonly sheets: XlsSheetPlace[] = [];
  readonly shared: TextPool;
  readonly runs: RichRuns;
  date1904 = false;
  /** Whether a spreadsheet says that it has worked out all formulas: what only writes files says nothing of it. */
  workedOut = false;
  decode: DecodeCell = cellDecoder("windows-1252");
  private isSpelled = false;
  private readonly custom = new Map<number, string>();
  /** Number of the format of each cell style. */
  private readonly styles: number[] = [];
  /** Numbers of the cell styles whose font crosses out; Excel 2 has other ones, which are not followed. */
  readonly struck = new Set<number>();
  private readonly struckFonts = new Set<number>();
  private fonts = 0;
  private readonly stream: BiffStream;

  constructor(stream: BiffStream, version: number, memory: HeldMemory) {
    this.stream = stream;
    this.version = version;
    this.shared = new TextPool(memory);
    this.runs = new RichRuns(this.shared, memory, true);
  }

  /** Has texts of Excel 95 and earlier made by this, whatever code page is named; null leaves it to the code page. */
  spell(decode: DecodeCell | null): void {
    this.decode = decode ?? this.decode;
    this.isSpelled = decode !== null;
  }

  /** Takes one record of the globals. Throws {@link Refusal}: locked, hostile or damaged. */
  take(record: BiffRecord): void {
    const { view } = this.stream;
    const { from, type } = record;
    switch (type) {
      case records.filePass:
        throw new Refusal("file.locked");
      case records.dateMode:
        this.date1904 = view.getUint16(from, true) === 1;
        break;
      case records.workedOut:
        this.workedOut = true;
        break;
      case records.codePage:
        if (!this.isSpelled) this.decode = codePageDecoder(view.getUint16(from, true));
        break;
      case records.boundSheet:
        this.addSheet(record);
        break;
      case records.format:
      case records.format2:
        this.addFormat(record);
        break;
      case records.font:
      case records.font3:
        this.addFont((view.getUint16(from + 2, true) & strikesOut) !== 0);
        break;
      case records.extendedFormat:
        this.addStyle(view.getUint16(from + 2, true), view.getUint16(from, true));
        break;
      case records.extendedFormat3:
      case records.extendedFormat4:
        this.addStyle(view.getUint8(from + 1), view.getUint8(from));
        break;
      case records.sharedStrings:
        this.readSharedStrings(record);
        break;
    }
  }

  /** The number format of every cell style, in order; Excel 2 names the format itself in its cells. */
  patterns(locale: string): string[] {
    const styles = this.version === 2 ? [...this.custom.keys()] : this.styles;
    return styles.map((id) => this.custom.get(id) ?? builtInPattern(id, locale));
  }

  private addFont(strikes: boolean): void {
    if (strikes && this.fonts < mostStyles)
      this.struckFonts.add(this.fonts < skippedFont ? this.fonts : this.fonts + 1);
    this.fonts++;
  }

  private addStyle(format: number, font: number): void {
    if (this.styles.length >= mostStyles) return;
    if (this.version > 2 && this.struckFonts.has(font)) this.struck.add(this.styles.length);
    this.styles.push(format);
  }

  private addSheet(record: BiffRecord): void {
    if (this.sheets.length >= limits.sheets) throw new Refusal("file.hostile");
    const { view } = this.stream;
    const { from, to } = record;
    // Charts, macros and modules of Visual Basic are sheets too.
    if (view.getUint8(from + 5) !== 0) return;
    const hidden = (view.getUint8(from + 4) & 3) !== 0;
    const name =
      this.version === 8
        ? new ContinuedReader(this.stream, { ...record, from: from + 6 }).text(1)
        : oldText(this.stream, from + 6, to, 1, this.decode);
    this.sheets.push({ name, hidden, at: view.getUint32(from, true) });
  }

  private addFormat(record: BiffRecord): void {
    if (this.custom.size >= mostStyles) return;
    const { from, to, type } = record;
    if (this.version === 8) {
      const id = this.stream.view.getUint16(from, true);
      this.custom.set(id, new ContinuedReader(this.stream, { ...record, from: from + 2 }).text(2));
    } else if (this.version === 5) {
      const id = this.stream.view.getUint16(from, true);
      this.custom.set(id, oldText(this.stream, from + 2, to, 1, this.decode));
    } else {
      const start = type === records.format2 ? from : from + 2;
      this.custom.set(this.custom.size, oldText(this.stream, start, to, 1, this.decode));
    }
  }

  private readSharedStrings(record: BiffRecord): void {
    const reader = new ContinuedReader(this.stream, record);
    reader.skip(4);
    const count = reader.number(4);
    // Every text takes three bytes at least; a count beyond that is a lie that the reader ends at the last record.
    for (let i = 0; i < count; i++) {
      const text = reader.text(2);
      const at = this.shared.add(text);
      if (this.struckFonts.size > 0 && reader.fontChanges.length > 0) this.addRuns(at, text, reader.fontChanges);
    }
  }

  private addRuns(at: number, text: string, changes: readonly FontChange[]): void {
    const begun = changes.map(({ from, font }) => ({ from, struck: this.struckFonts.has(font) }));
    const pieces = [{ from: 0, struck: null }, ...begun].map(({ from, struck }, place) => {
      return { text: text.slice(from, changes[place]?.from), struck };
    });
    this.runs.take(
      at,
      pieces.filter(({ text }) => text !== ""),
    );
  }
}
