import { limits } from "../source/limits.ts";
import type { OnProgress, SourceTable } from "../source/source-table.ts";
import { type DecodeCell, cellDecoder } from "./cell-decoder.ts";
import { type CellOffsets, doubledQuotes } from "./cell-offsets.ts";
import { scanCells } from "./scanner.ts";

/** The columns that hold anything, by the offsets alone. */
function usedColumns(cells: CellOffsets): number[] {
  const used = new Uint8Array(limits.columns);
  for (let row = 0; row < cells.rows; row++) {
    const first = cells.rowStarts[row] ?? 0;
    const width = (cells.rowStarts[row + 1] ?? 0) - first;
    for (let column = 0; column < width; column++) {
      if ((cells.starts[first + column] ?? 0) < (cells.ends[first + column] ?? 0)) used[column] = 1;
    }
  }
  const columns: number[] = [];
  for (let column = 0; column < used.length; column++) if (used[column] === 1) columns.push(column);
  return columns;
}

/** A table in the bytes of a text. */
export class TextTable implements SourceTable {
  readonly rows: number;
  readonly columns: number;
  readonly hiddenRows = 0;
  readonly hiddenColumns = 0;
  private readonly bytes: Uint8Array;
  private readonly cells: CellOffsets;
  private readonly decode: DecodeCell;
  private readonly used: readonly number[];

  constructor(bytes: Uint8Array, cells: CellOffsets, decode: DecodeCell) {
    this.bytes = bytes;
    this.cells = cells;
    this.decode = decode;
    this.used = usedColumns(cells);
    this.rows = cells.rows;
    this.columns = this.used.length;
  }

  rowNumber(row: number): number {
    return row + 1;
  }

  fileColumn(column: number): number {
    return this.used[column] ?? column;
  }

  isBlank(row: number): boolean {
    const last = this.cells.rowStarts[row + 1] ?? 0;
    for (let cell = this.cells.rowStarts[row] ?? 0; cell < last; cell++) {
      const end = (this.cells.ends[cell] ?? 0) & ~doubledQuotes;
      for (let i = this.cells.starts[cell] ?? 0; i < end; i++) if ((this.bytes[i] ?? 0) > 32) return false;
    }
    return true;
  }

  shown(row: number, column: number): string {
    const cell = (this.cells.rowStarts[row] ?? 0) + (this.used[column] ?? 0);
    if (cell >= (this.cells.rowStarts[row + 1] ?? 0)) return "";
    const end = this.cells.ends[cell] ?? 0;
    const text = this.decode(this.bytes, this.cells.starts[cell] ?? 0, end & ~doubledQuotes);
    const whole = end >= doubledQuotes ? text.replaceAll('""', '"') : text;
    return clean(whole);
  }

  exact(row: number, column: number): string {
    return this.shown(row, column);
  }

  isNumber(): boolean {
    return false;
  }

  searchText(row: number): string {
    const first = this.cells.rowStarts[row] ?? 0;
    const last = (this.cells.rowStarts[row + 1] ?? 0) - 1;
    if (last < first) return "";
    const end = (this.cells.ends[last] ?? 0) & ~doubledQuotes;
    return this.decode(this.bytes, this.cells.starts[first] ?? 0, end).toLowerCase();
  }
}

/** White space around a cell and NUL bytes within say nothing; more than Excel's limit of a cell is cut. */
function clean(text: string): string {
  const plain = text.includes("\0") ? text.replaceAll("\0", "") : text;
  const trimmed = plain.trim();
  return trimmed.length > limits.cellCharacters ? trimmed.slice(0, limits.cellCharacters) : trimmed;
}

/** Scans a text (in an encoding of ASCII's family) into a table. */
export function scanTable(
  bytes: Uint8Array,
  options: { encoding: string; mixedWith: string | null; delimiter: string; from: number },
  onProgress: OnProgress,
): TextTable {
  const cells = scanCells(bytes, {
    delimiter: options.delimiter.charCodeAt(0),
    from: options.from,
    rows: limits.rows + 1,
    onProgress: (done) => onProgress("reading", done, bytes.length),
  });
  return new TextTable(bytes, cells, cellDecoder(options.encoding, options.mixedWith));
}
