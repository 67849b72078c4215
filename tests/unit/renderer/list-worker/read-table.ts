import { readSource } from "../../../../renderer/list-worker/source/read-source.ts";
import type { SourceBook } from "../../../../renderer/list-worker/source/source-table.ts";
import { guessedReading, type ReadingSettings } from "../../../../shared/recipients/reading.ts";

type Options = { reading?: Partial<ReadingSettings>; locale?: string };

/** A cell of the file: its place as in the file (row 1-based, column 0-based), what it shows, what it is. */
export type FileCell = { row: number; column: number; shown: string; exact: string; isNumber: boolean };

/** Reads a source that must be readable. */
export async function readBook(
  bytes: Uint8Array,
  { reading = {}, locale = "en-US" }: Options = {},
): Promise<SourceBook> {
  const read = await readSource(bytes, { reading: { ...guessedReading, ...reading }, locale, onProgress: () => {} });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** All cells that show something, by their places in the file. */
export function cellsIn({ table }: SourceBook): FileCell[] {
  const cells: FileCell[] = [];
  for (let row = 0; row < table.rows; row++) {
    for (let column = 0; column < table.columns; column++) {
      const shown = table.shown(row, column);
      if (shown === "") continue;
      const place = { row: table.rowNumber(row), column: table.fileColumn(column) };
      cells.push({ ...place, shown, exact: table.exact(row, column), isNumber: table.isNumber(row, column) });
    }
  }
  return cells;
}

/** Rows of cells as lists, the blank ones in their places; for comparing with what another program reads. */
export function gridOf(book: SourceBook): string[][] {
  const grid: string[][] = [];
  for (const { row, column, shown } of cellsIn(book)) {
    const line = (grid[row - 1] ??= []);
    line[column] = shown;
  }
  return Array.from(grid, (line) => Array.from(line ?? [], (cell) => cell ?? ""));
}
