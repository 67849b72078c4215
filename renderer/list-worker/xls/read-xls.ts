import { CellTable } from "../source/cell-table.ts";
import { unlockStream } from "../locked/stream-encryption.ts";
import { HeldMemory } from "../source/held-memory.ts";
import type { SourceOptions } from "../source/read-source.ts";
import { Refusal } from "../source/refusal.ts";
import type { SheetView, SourceBook } from "../source/source-table.ts";
import type { CellStore } from "../xlsx/cell-store.ts";
import { NumberFormats } from "../xlsx/number-format.ts";
import { isBlankCell, SheetValues } from "../xlsx/sheet-values.ts";
import { BiffStream, biffVersion, isWorksheet } from "./biff-records.ts";
import type { CompoundFile } from "./compound-file.ts";
import { spelledDecoder } from "./spelled-encoding.ts";
import { XlsSheet } from "./xls-sheet.ts";
import { XlsWorkbook } from "./xls-workbook.ts";

type ReadSheet = { sheet: XlsSheet; store: CellStore; coveredCells: number };

/** Reads an `.xls` from its container. Throws {@link Refusal}: locked, of another program, damaged. */
export function readXls(file: CompoundFile, options: SourceOptions): SourceBook {
  const stream = file.stream("Workbook") ?? file.stream("Book");
  if (stream !== null) return readXlsStream(stream, options);
  if (file.has("WordDocument") || file.has("PowerPoint Document")) throw new Refusal("file.not-a-table");
  throw new Refusal("file.kind-unknown");
}

/** Reads the records of Excel 2 to 2003, with or without a container around them. Throws {@link Refusal}. */
export function readXlsStream(bytes: Uint8Array, { reading, locale, onProgress }: SourceOptions): SourceBook {
  const version = biffVersion(bytes);
  if (version === null) throw new Refusal("file.unreadable");
  const memory = new HeldMemory(bytes.length);
  const stream = new BiffStream(unlockStream(bytes));
  const workbook = new XlsWorkbook(stream, version, memory);
  if (version < 8) workbook.spell(spelledDecoder(stream.bytes));
  for (const record of stream.from(0)) workbook.take(record);
  // Before Excel 5 a file is one sheet, which says itself what all would say; scripts go on writing such files.
  const isSheet = version < 5 || isWorksheet(bytes);
  const places = isSheet ? [{ name: "", hidden: false, at: 0 }] : workbook.sheets;
  const read = (at: number): ReadSheet => {
    const sheet = new XlsSheet(stream, workbook, memory);
    for (const record of stream.from(at)) sheet.take(record);
    const store = sheet.cells.finish();
    const texts = { shared: workbook.shared, own: sheet.cells.texts };
    const coveredCells = sheet.merged.uncover(store, (at) => isBlankCell(store, texts, at));
    return { sheet, store, coveredCells };
  };
  let chosen: (ReadSheet & { index: number }) | null = null;
  const sheets: SheetView[] = [];
  const wanted = places[reading.sheet ?? -1] === undefined ? null : reading.sheet;
  for (const [index, { name, hidden, at }] of places.entries()) {
    const made = read(at);
    onProgress("reading", index + 1, places.length);
    sheets.push({ index, name, hidden, rows: made.store.rows });
    const takes = wanted === null ? chosen === null && !hidden && made.store.rows > 0 : wanted === index;
    if (takes) chosen = { ...made, index };
  }
  if (chosen === null) throw new Refusal("file.empty");
  const { sheet, store, index, coveredCells } = chosen;
  const formats = new NumberFormats(workbook.patterns(locale), workbook.date1904, locale);
  const texts = { shared: workbook.shared, own: sheet.cells.texts };
  const values = new SheetValues(store, texts, formats, { styles: workbook.struck, shared: workbook.runs });
  const { hiddenRows, hiddenColumns } = sheet.cells;
  const table = new CellTable(store, values, { hiddenRows, hiddenColumns: hiddenColumns.size, coveredCells });
  return { format: "xls", encoding: null, delimiter: null, sheet: index, sheets, table, unworked: sheet.unworked };
}
