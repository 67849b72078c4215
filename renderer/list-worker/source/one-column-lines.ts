import { headingKind } from "../../../shared/recipients/headings.ts";
import { type Delimiter, delimiters } from "../text/delimiter.ts";
import { scanTable } from "../text/text-table.ts";
import type { CellForm, CellPlace, Holding, OnProgress, SourceBook, SourceTable, WordSearch } from "./source-table.ts";

/** So many rows tell what all are; the heading is among the first of them. */
const [rowsLookedAt, headingRows] = [100, 5];
/** So many of them, at least, are split where the heading is. */
const shareSplit = 0.8;

const onlyNumbers = /^[\d\s+()./,;|-]*$/;
const isPhone = (heading: string): boolean => ["phone", "mobile"].includes(headingKind(heading) ?? "");

/** The delimiter of the lines, seen by a heading that names a phone beside something else; null where there is none. */
function delimiterOf(lines: readonly string[]): Delimiter | null {
  const found = delimiters.find((delimiter) => {
    const at = lines.slice(0, headingRows).findIndex((line) => {
      const cells = line.split(delimiter);
      return cells.length > 1 && cells.some(isPhone);
    });
    const below = lines.slice(at + 1);
    const split = below.filter((line) => line.includes(delimiter));
    return at !== -1 && split.length > 0 && split.length >= below.length * shareSplit;
  });
  // One column of cells with two numbers each stays one, whatever stands above it.
  return found !== undefined && lines.every((line) => onlyNumbers.test(line) || isHeading(line, found))
    ? null
    : (found ?? null);
}

const isHeading = (line: string, delimiter: Delimiter): boolean => line.split(delimiter).some(isPhone);

/** The lines as a table, whose rows are those that the workbook has. */
class SplitTable implements SourceTable {
  readonly rows: number;
  readonly columns: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  readonly coveredCells: number;
  readonly notCrossedOut?: (row: number, column: number) => string | null;
  private readonly whole: SourceTable;
  private readonly split: SourceTable;

  constructor(whole: SourceTable, split: SourceTable) {
    this.whole = whole;
    this.split = split;
    this.rows = split.rows;
    this.columns = split.columns;
    this.hiddenRows = whole.hiddenRows;
    this.hiddenColumns = whole.hiddenColumns;
    this.coveredCells = whole.coveredCells;
    // A line that is crossed out in part says nothing of its cells.
    if (whole.notCrossedOut !== undefined) {
      this.notCrossedOut = (row, column) =>
        whole.notCrossedOut?.(row, 0) === "" && split.exact(row, column) !== "" ? "" : null;
    }
  }

  rowNumber(row: number): number {
    return this.whole.rowNumber(row);
  }

  fileColumn(column: number): number {
    return this.split.fileColumn(column);
  }

  filledRows(): Uint32Array {
    return this.split.filledRows();
  }

  shown(row: number, column: number): string {
    return this.split.shown(row, column);
  }

  exact(row: number, column: number): string {
    return this.split.exact(row, column);
  }

  locate(row: number, column: number, place: CellPlace): CellForm {
    return this.split.locate(row, column, place);
  }

  isNumber(): boolean {
    return false;
  }

  holds(row: number, search: WordSearch): Holding {
    return this.split.holds(row, search);
  }

  searchText(row: number): string {
    return this.split.searchText(row);
  }
}

/**
 * A CSV that Excel opened without splitting it, and that was saved as a workbook: one column, each cell a whole line.
 * Gives the book with the table that it was; the book itself where it is none, and where a delimiter was chosen that
 * leaves its rows no rows.
 */
export function withLinesSplit(book: SourceBook, wanted: Delimiter | null, onProgress: OnProgress): SourceBook {
  const { table } = book;
  if (table.columns !== 1) return book;
  const filled = table.filledRows();
  const sample = Array.from(filled.subarray(0, rowsLookedAt), (row) => table.exact(row, 0));
  const delimiter = delimiterOf(sample);
  if (delimiter === null) return book;
  const chosen = wanted ?? delimiter;
  const lines = Array.from({ length: table.rows }, (_, row) => table.exact(row, 0).replaceAll(/[\r\n]+/g, " "));
  const options = { encoding: "utf-8", mixedWith: null, delimiter: chosen, from: 0 };
  const split = scanTable(new TextEncoder().encode(`${lines.join("\n")}\n`), options, onProgress);
  return split.rows === table.rows ? { ...book, delimiter: chosen, table: new SplitTable(table, split) } : book;
}
