import { CellTable } from "../source/cell-table.ts";
import { HeldMemory } from "../source/held-memory.ts";
import { limits } from "../source/limits.ts";
import type { SourceOptions } from "../source/read-source.ts";
import { Refusal } from "../source/refusal.ts";
import type { SourceBook } from "../source/source-table.ts";
import { NumberFormats } from "../xlsx/number-format.ts";
import { isBlankCell, SheetValues } from "../xlsx/sheet-values.ts";
import { TextPool } from "../xlsx/text-pool.ts";
import { XmlScanner } from "../xlsx/xml-scanner.ts";
import { decodeMarkup } from "./markup-text.ts";
import { readHtml } from "./read-html.ts";
import { SpreadsheetMl } from "./spreadsheet-ml.ts";

const lookedAt = 4_096;

/** The root of a document that is one file of XML (OpenDocument 1.3, part 3, 3.1.2). */
const isFlatOdf = (start: string): boolean =>
  /<(?:\w+:)?document\s[^>]*"urn:oasis:names:tc:opendocument:xmlns:office:/.test(start);

const piece = 256 * 1024;

/**
 * Reads what begins like markup: a flat OpenDocument spreadsheet, an XML spreadsheet of Excel 2003, or a web page with
 * tables. Throws {@link Refusal}.
 */
export async function readMarkup(bytes: Uint8Array, options: SourceOptions): Promise<SourceBook> {
  const start = String.fromCharCode(...bytes.subarray(0, lookedAt)).replaceAll("\0", "");
  if (isFlatOdf(start)) {
    const { readFlatOds } = await import("../ods/read-flat-ods.ts");
    return readFlatOds(bytes, options);
  }
  if (bytes.length > limits.markupBytes) throw new Refusal("file.too-large");
  if (start.includes("urn:schemas-microsoft-com:office:spreadsheet") && !/<html/i.test(start)) {
    return readSpreadsheetMl(bytes, options);
  }
  return readHtml(bytes, options);
}

function readSpreadsheetMl(bytes: Uint8Array, { reading, locale, onProgress }: SourceOptions): SourceBook {
  const { text, encoding } = decodeMarkup(bytes, reading.encoding);
  const memory = new HeldMemory(bytes.length * 2);
  const content = new SpreadsheetMl(memory);
  const scanner = new XmlScanner(content);
  const utf8 = new TextEncoder().encode(text);
  for (let at = 0; at < utf8.length; at += piece) {
    scanner.push(utf8.subarray(at, at + piece));
    onProgress("reading", at, utf8.length);
  }
  scanner.end();
  if (!content.isComplete) throw new Refusal("file.unreadable");
  const shared = new TextPool(memory);
  const made = content.sheets.map(({ cells, merged, ...sheet }) => {
    const store = cells.finish();
    const coveredCells = merged.uncover(store, (at) => isBlankCell(store, { shared, own: cells.texts }, at));
    return { ...sheet, cells, store, coveredCells };
  });
  const byItself = made.findIndex(({ hidden, store }) => !hidden && store.rows > 0);
  const index = made[reading.sheet ?? -1] === undefined ? byItself : (reading.sheet ?? 0);
  const chosen = made[index];
  if (chosen === undefined) throw new Refusal("file.empty");
  const { store, cells, coveredCells, unworked } = chosen;
  const formats = new NumberFormats(content.patterns, content.date1904, locale);
  const values = new SheetValues(store, { shared, own: cells.texts }, formats, { styles: content.struck });
  const leftOut = { hiddenRows: cells.hiddenRows, hiddenColumns: cells.hiddenColumns.size, coveredCells };
  const sheets = made.map(({ name, hidden, store }, at) => ({ index: at, name, hidden, rows: store.rows }));
  const table = new CellTable(store, values, leftOut);
  return { format: "xls", encoding, delimiter: null, sheet: index, sheets, table, unworked };
}
