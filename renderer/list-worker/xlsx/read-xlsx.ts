import type { ReadingSettings } from "../../../shared/recipients/reading.ts";
import { CellTable } from "../source/cell-table.ts";
import { HeldMemory } from "../source/held-memory.ts";
import { Refusal } from "../source/refusal.ts";
import type { OnProgress, SheetView, SourceBook } from "../source/source-table.ts";
import { InflateBudget } from "./inflate.ts";
import { NumberFormats } from "./number-format.ts";
import { type Package, scanPart, statedSize } from "./parts.ts";
import { readSharedStrings, type SharedStrings } from "./shared-strings.ts";
import { SheetReader } from "./sheet.ts";
import { isBlankCell, SheetValues } from "./sheet-values.ts";
import { readStyles } from "./styles.ts";
import { attribute } from "./xml-text.ts";
import { readWorkbook, type WorkbookSheet } from "./workbook.ts";
import type { ZipDirectory } from "./zip-directory.ts";

type Options = { reading: ReadingSettings; locale: string; onProgress: OnProgress };

/** What all sheets of a workbook share. */
type Held = {
  memory: HeldMemory;
  shared: SharedStrings;
  date1904: boolean;
  recalculated: boolean;
  cellsStrike: boolean;
};
type ReadSheet = { reader: SheetReader; coveredCells: number };

async function readSheet(
  source: Package,
  sheet: WorkbookSheet,
  { memory, shared, ...settings }: Held,
  onProgress: OnProgress,
): Promise<ReadSheet> {
  const reader = new SheetReader(memory, { xmlBytes: statedSize(source, sheet.part), ...settings });
  const present = await scanPart(source, sheet.part, reader, (inflated, total) => {
    onProgress("reading", inflated, total);
    return true;
  });
  if (!present) throw new Refusal("file.unreadable");
  const { store, texts: own } = reader;
  const coveredCells = reader.merged.uncover(store, (at) => isBlankCell(store, { shared: shared.pool, own }, at));
  return { reader, coveredCells };
}

/** How many rows a sheet that is not read says it has; its first piece is enough for that. */
async function statedRows(source: Package, sheet: WorkbookSheet): Promise<number> {
  let rows = 0;
  let found = false;
  const handler = {
    open(name: string, bytes: Uint8Array, from: number, to: number): void {
      if (name === "row" && !found) rows++;
      if (name !== "dimension") return;
      const reference = /(\d+)(?::[A-Z]+(\d+))?$/i.exec(attribute(bytes, from, to, "ref") ?? "");
      found = reference?.[2] !== undefined;
      if (found) rows = Number(reference?.[2]) - Number(reference?.[1]) + 1;
    },
    close(): void {},
    text(): void {},
  };
  await scanPart(source, sheet.part, handler, () => !found);
  return rows;
}

async function chooseSheet(
  source: Package,
  sheets: readonly WorkbookSheet[],
  held: Held,
  { reading, onProgress }: Options,
): Promise<ReadSheet & { index: number }> {
  const wanted = reading.sheet === null ? undefined : sheets[reading.sheet];
  if (wanted && reading.sheet !== null) {
    return { index: reading.sheet, ...(await readSheet(source, wanted, held, onProgress)) };
  }
  for (const [index, candidate] of sheets.entries()) {
    if (candidate.hidden) continue;
    const sheet = await readSheet(source, candidate, held, onProgress);
    if (sheet.reader.store.rows > 0) return { index, ...sheet };
  }
  throw new Refusal("file.empty");
}

/** Reads `.xlsx` and `.xlsm`. Throws {@link Refusal}. */
export async function readXlsx(bytes: Uint8Array, directory: ZipDirectory, options: Options): Promise<SourceBook> {
  const source: Package = { bytes, directory, budget: new InflateBudget() };
  const memory = new HeldMemory(bytes.length);
  const workbook = await readWorkbook(source);
  const { patterns, struck } = await readStyles(source, workbook.styles, options.locale);
  const cellsStrike = struck.size > 0;
  const shared = await readSharedStrings(source, workbook.sharedStrings, memory, cellsStrike);
  const { date1904, recalculated } = workbook;
  const held = { memory, shared, date1904, recalculated, cellsStrike };
  const chosen = await chooseSheet(source, workbook.sheets, held, options);
  const { index, reader: sheet, coveredCells } = chosen;
  const formats = new NumberFormats(patterns, date1904, options.locale);
  const texts = { shared: shared.pool, own: sheet.texts };
  const values = new SheetValues(sheet.store, texts, formats, { styles: struck, shared: shared.runs, own: sheet.runs });
  const leftOut = { hiddenRows: sheet.hiddenRows, hiddenColumns: sheet.hiddenColumns.size, coveredCells };
  const table = new CellTable(sheet.store, values, leftOut);
  const sheets: SheetView[] = [];
  for (const [at, { name, hidden, part }] of workbook.sheets.entries()) {
    const rows = at === index ? table.rows : await statedRows(source, { name, hidden, part });
    sheets.push({ index: at, name, hidden, rows });
  }
  const { unworked } = sheet;
  return { format: "xlsx", encoding: null, delimiter: null, sheet: index, sheets, table, unworked };
}
