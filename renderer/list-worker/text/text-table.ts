import type { PlainPlan } from "../../../shared/recipients/phone-short-cut.ts";
import { type PlainPhones, type PlainVerdicts, readPlainPhones } from "../kernel/plain-phones.ts";
import { limits } from "../source/limits.ts";
import type { CellForm, CellPlace, Holding, OnProgress, SourceTable, WordSearch } from "../source/source-table.ts";
import { type DecodeCell, cellDecoder } from "./cell-decoder.ts";
import { type CellOffsets, placeBits } from "./cell-offsets.ts";
import { scanCells } from "./scanner.ts";

/** The columns that hold anything, by the offsets alone: mostly the first rows fill all that there are. */
function usedColumns(cells: CellOffsets): number[] {
  const used = new Uint8Array(cells.widest);
  let unused = cells.widest;
  for (let row = 0; row < cells.rows && unused > 0; row++) {
    const first = cells.rowStarts[row]!;
    const width = cells.rowStarts[row + 1]! - first;
    for (let column = 0; column < width; column++) {
      if (used[column] === 1 || cells.start(row, first + column) >= cells.end(first + column)) continue;
      used[column] = 1;
      unused--;
    }
  }
  return Array.from(used.keys()).filter((column) => used[column] === 1);
}

const [space, lineFeed, quote] = [32, 10, 34];

/** Rows gone over in one call: many short calls are soon made by fast code, one long loop late. */
const stretch = 256;

/** Bytes of a cell, and of a row, that are looked at: more than all characters that are shown of it could take. */
const longestCell = limits.cellCharacters * 4;
const longestRow = 4 * 1024 * 1024;

/** A table in the bytes of a text. */
export class TextTable implements SourceTable {
  readonly rows: number;
  readonly columns: number;
  readonly hiddenRows = 0;
  readonly hiddenColumns = 0;
  readonly showsOwnValues = true;
  readonly coveredCells = 0;
  readonly encoding: string | null;
  private readonly bytes: Uint8Array;
  private readonly cells: CellOffsets;
  private readonly decode: DecodeCell;
  private readonly place: CellPlace;
  private readonly used: readonly number[];

  /** `encoding` is null where not all cells are in the same. */
  constructor(bytes: Uint8Array, cells: CellOffsets, decode: DecodeCell, encoding: string | null) {
    this.bytes = bytes;
    this.cells = cells;
    this.place = { bytes, start: 0, end: 0, number: 0 };
    this.encoding = encoding;
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

  filledRows(): Uint32Array {
    const filled = new Uint32Array(this.rows);
    let count = 0;
    for (let row = 0; row < this.rows; row += stretch) {
      count = this.findFilled(filled, count, row, Math.min(row + stretch, this.rows));
    }
    return filled.subarray(0, count);
  }

  /** Puts those of the rows from `from` to before `to` that are not blank behind the `count` in `filled`; the new count. */
  private findFilled(filled: Uint32Array, count: number, from: number, to: number): number {
    const { bytes } = this;
    const { ends, rowStarts } = this.cells;
    let found = count;
    for (let row = from; row < to; row++) {
      const first = rowStarts[row]!;
      let at = first === 0 ? 0 : (ends[first - 1]! & placeBits) + 1;
      if (bytes[at] === lineFeed) at++;
      // Most rows are seen not to be blank by their first byte.
      const beginsWithLetter = first > 0 && bytes[at]! > quote && at < (ends[first]! & placeBits);
      if (beginsWithLetter || !this.isBlank(row)) filled[found++] = row;
    }
    return found;
  }

  private isBlank(row: number): boolean {
    const last = this.cells.rowStarts[row + 1]!;
    for (let cell = this.cells.rowStarts[row]!; cell < last; cell++) {
      const end = this.cells.end(cell);
      for (let i = this.cells.start(row, cell); i < end; i++) if (this.bytes[i]! > space) return false;
    }
    return true;
  }

  shown(row: number, column: number): string {
    const cell = this.find(row, column);
    if (cell === -1) return "";
    const end = this.cells.end(cell);
    let start = this.cells.start(row, cell);
    while (start < end && this.bytes[start]! <= space) start++;
    const text = this.decode(this.bytes, start, Math.min(end, start + longestCell));
    return clean(this.cells.isDoubled(cell) ? text.replaceAll('""', '"') : text);
  }

  exact(row: number, column: number): string {
    return this.shown(row, column);
  }

  locate(row: number, column: number, place: CellPlace): CellForm {
    const cell = this.find(row, column);
    place.bytes = this.bytes;
    if (cell === -1) {
      place.start = 0;
      place.end = 0;
      return "bytes";
    }
    return this.cells.locate(row, cell, place) ? "bytes" : "strings";
  }

  plainPhones(rows: Uint32Array, column: number, plan: PlainPlan, as: PlainVerdicts): PlainPhones | null {
    return readPlainPhones({ bytes: this.bytes, cells: this.cells, rows }, this.used[column]!, plan, as);
  }

  isNumber(): boolean {
    return false;
  }

  holds(row: number, search: WordSearch): Holding {
    return search.look(this.placeOf(row));
  }

  searchText(row: number): string {
    const { start, end } = this.placeOf(row);
    return this.decode(this.bytes, start, end).toLowerCase();
  }

  /** Where the cells of a row stand, with what is between them. */
  private placeOf(row: number): CellPlace {
    const { place } = this;
    const first = this.cells.rowStarts[row] ?? 0;
    const last = (this.cells.rowStarts[row + 1] ?? 0) - 1;
    place.start = last < first ? 0 : this.cells.start(row, first);
    place.end = last < first ? 0 : Math.min(this.cells.end(last), place.start + longestRow);
    return place;
  }

  /** Where in the offsets a cell is, -1 for one beyond the end of its row. */
  private find(row: number, column: number): number {
    const cell = this.cells.rowStarts[row]! + this.used[column]!;
    return cell < this.cells.rowStarts[row + 1]! ? cell : -1;
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
  const { encoding, mixedWith } = options;
  return new TextTable(bytes, cells, cellDecoder(encoding, mixedWith), mixedWith === null ? encoding : null);
}
