import type { CellStore } from "../xlsx/cell-store.ts";
import { limits } from "./limits.ts";
import {
  type CellForm,
  type CellPlace,
  type Holding,
  holding,
  type SourceTable,
  type WordSearch,
} from "./source-table.ts";

/** What the cells of a store hold; `at` is a cell's place in the store. */
export interface CellValues {
  /** A text as it stands, anything else as the spreadsheet shows it; perhaps with white space around it. */
  shown(at: number): string;
  /** As the spreadsheet shows it, where texts too may have a format. */
  formatted?(at: number): string;
  /** All digits of a number; null for a cell that holds none. */
  number(at: number): number | null;
  /** Puts where the text of a cell that holds no number stands into `place`; false where it is made when asked for. */
  locate(at: number, place: CellPlace): boolean;
  /** True where a cell surely shows no letters, seen without making a text of it. */
  showsNoLetters?(at: number): boolean;
  isBlank(at: number): boolean;
  /** What of a cell is not crossed out, null where nothing is; left out where that is so of all of them. */
  notCrossedOut?: (at: number) => string | null;
}

/** What of a sheet was left out because nobody sees it, or it stands there already. */
export type LeftOut = Pick<SourceTable, "hiddenRows" | "hiddenColumns" | "coveredCells" | "repeatedHeadings">;

/** Every digit of a number, never in scientific notation as far as a double is exact. */
export function exactDigits(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return String(value);
}

/** The cells of a sheet as a table, whichever format they came from. */
export class CellTable implements SourceTable {
  readonly rows: number;
  readonly columns: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  readonly coveredCells: number;
  readonly repeatedHeadings: number;
  readonly notCrossedOut?: (row: number, column: number) => string | null;
  private readonly store: CellStore;
  private readonly values: CellValues;
  private readonly used: readonly number[];
  private readonly place: CellPlace = { bytes: new Uint8Array(0), start: 0, end: 0, number: 0 };

  constructor(store: CellStore, values: CellValues, leftOut: LeftOut) {
    this.store = store;
    this.values = values;
    this.used = usedColumns(store);
    this.rows = store.rows;
    this.columns = this.used.length;
    this.hiddenRows = leftOut.hiddenRows;
    this.hiddenColumns = leftOut.hiddenColumns;
    this.coveredCells = leftOut.coveredCells;
    this.repeatedHeadings = leftOut.repeatedHeadings ?? 0;
    const { notCrossedOut } = values;
    if (notCrossedOut !== undefined) {
      this.notCrossedOut = (row, column) => {
        const at = this.find(row, column);
        return at === -1 || values.isBlank(at) ? null : notCrossedOut(at);
      };
    }
  }

  rowNumber(row: number): number {
    return this.store.rowNumbers[row] ?? 0;
  }

  fileColumn(column: number): number {
    return this.used[column] ?? column;
  }

  filledRows(): Uint32Array {
    const filled = new Uint32Array(this.rows);
    let count = 0;
    for (let row = 0; row < this.rows; row++) if (!this.isBlank(row)) filled[count++] = row;
    return filled.subarray(0, count);
  }

  shown(row: number, column: number): string {
    const at = this.find(row, column);
    return at === -1 ? "" : clean(this.values.formatted?.(at) ?? this.values.shown(at));
  }

  exact(row: number, column: number): string {
    const at = this.find(row, column);
    if (at === -1) return "";
    const value = this.values.number(at);
    return value === null ? clean(this.values.shown(at)) : exactDigits(value);
  }

  locate(row: number, column: number, place: CellPlace): CellForm {
    const at = this.find(row, column);
    const number = at === -1 ? null : this.values.number(at);
    if (number !== null) {
      place.number = number;
      return "number";
    }
    if (at !== -1) return this.values.locate(at, place) ? "bytes" : "strings";
    place.start = 0;
    place.end = 0;
    return "bytes";
  }

  isNumber(row: number, column: number): boolean {
    const at = this.find(row, column);
    return at !== -1 && this.values.number(at) !== null;
  }

  holds(row: number, search: WordSearch): Holding {
    const end = this.store.rowStarts[row + 1] ?? 0;
    let seen: Holding = holding.no;
    for (let at = this.store.rowStarts[row] ?? 0; at < end && seen !== holding.surely; at++) {
      const found = this.cellHolds(at, search);
      if (found > seen) seen = found;
    }
    return seen;
  }

  private cellHolds(at: number, search: WordSearch): Holding {
    const { values, place } = this;
    if (values.number(at) === null && values.locate(at, place)) {
      const found = search.look(place);
      // Of a very long text the end is not shown.
      return found === holding.no || place.end - place.start <= limits.cellCharacters ? found : holding.perhaps;
    }
    if (search.hasLetters && values.showsNoLetters?.(at) === true) return holding.no;
    return search.isIn(values.shown(at)) ? holding.surely : holding.no;
  }

  searchText(row: number): string {
    const end = this.store.rowStarts[row + 1] ?? 0;
    let text = "";
    for (let at = this.store.rowStarts[row] ?? 0; at < end; at++) text += `${clean(this.values.shown(at))}\n`;
    return text.toLowerCase();
  }

  private isBlank(row: number): boolean {
    const end = this.store.rowStarts[row + 1] ?? 0;
    for (let at = this.store.rowStarts[row] ?? 0; at < end; at++) if (!this.values.isBlank(at)) return false;
    return true;
  }

  private find(row: number, column: number): number {
    return this.store.find(row, this.used[column] ?? limits.columns);
  }
}

/** White space around a cell says nothing; more than Excel's limit of a cell is cut. */
function clean(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > limits.cellCharacters ? trimmed.slice(0, limits.cellCharacters) : trimmed;
}

function usedColumns(store: CellStore): number[] {
  const used = new Uint8Array(limits.columns);
  for (let at = 0; at < store.cells; at++) used[store.columns[at] ?? 0] = 1;
  const columns: number[] = [];
  for (let column = 0; column < used.length; column++) if (used[column] === 1) columns.push(column);
  return columns;
}
