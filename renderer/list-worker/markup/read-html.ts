import { CellTable } from "../source/cell-table.ts";
import { HeldMemory } from "../source/held-memory.ts";
import type { SourceOptions } from "../source/read-source.ts";
import { Refusal } from "../source/refusal.ts";
import type { SourceBook } from "../source/source-table.ts";
import { decodeMarkup } from "./markup-text.ts";
import { htmlTables } from "./html-tables.ts";

/**
 * Reads the tables of a web page: many programs write one and call it `.xls`, and spreadsheets copy their cells so.
 * Each table is a sheet, of those that are shown the one with the most cells is chosen. Throws {@link Refusal}: a page that
 * shows no table.
 */
export function readHtml(bytes: Uint8Array, { reading, onProgress }: SourceOptions): SourceBook {
  const { text, encoding } = decodeMarkup(bytes, reading.encoding);
  const memory = new HeldMemory(bytes.length + text.length * 2);
  const tables = htmlTables(text, memory, (at) => onProgress("reading", at, text.length));
  onProgress("reading", bytes.length, bytes.length);
  const largest = tables.reduce((most, { hidden, store }) => (hidden ? most : Math.max(most, store.cells)), 0);
  const byItself = tables.findIndex(({ hidden, store }) => !hidden && store.cells === largest);
  const index = tables[reading.sheet ?? -1] === undefined ? byItself : (reading.sheet ?? 0);
  const chosen = tables[index];
  if (chosen === undefined) throw new Refusal("file.not-a-table", { kind: "markup" });
  const { store, texts, hiddenRows, hiddenColumns, repeatedHeadings } = chosen;
  const table = new CellTable(store, texts.of(store), {
    hiddenRows,
    hiddenColumns: hiddenColumns.size,
    coveredCells: 0,
    repeatedHeadings,
  });
  const sheets = tables.map(({ hidden, store }, at) => {
    return { index: at, name: String(at + 1), hidden, rows: store.rows };
  });
  return { format: "xls", encoding, delimiter: null, sheet: index, sheets, table };
}
