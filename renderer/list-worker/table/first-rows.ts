import { headingKind, isKnownHeading } from "../../../shared/recipients/headings.ts";
import type { SourceTable } from "../source/source-table.ts";

const rowsLookedAt = 60;
const columnsLookedAt = 200;
const phoneDigits = 7;

const digitsOf = (text: string): number => text.replaceAll(/\D/g, "").length;

const day = /^\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?$/;

/** A cell that no heading would be: a number, a date, an address of mail, many digits. */
function isValue(text: string): boolean {
  return digitsOf(text) >= phoneDigits || /^[\d\s.,:/€$%+-]+$/.test(text) || text.includes("@");
}

/** The filled cells of a row, and what they could be in a heading. */
export class RowLook {
  readonly row: number;
  private readonly texts: readonly string[];
  /** The columns that the texts stand in. */
  private readonly columns: readonly number[];
  private kinds: { others: string[]; values: string[] } | null = null;
  private known: { known: number; phones: number } | null = null;

  constructor(table: SourceTable, row: number) {
    this.row = row;
    const count = Math.min(table.columns, columnsLookedAt);
    const texts = Array.from({ length: count }, (_, column) => table.shown(row, column));
    this.texts = texts.filter((text) => text !== "");
    this.columns = texts.flatMap((text, column) => (text === "" ? [] : [column]));
  }

  get filled(): number {
    return this.texts.length;
  }

  /**
   * Whether this row names the parts of what the one above it names: each fills columns that the other leaves empty, and
   * this one stands below the other only where that one's cell lies over the next column too.
   */
  namesPartsOf(upper: RowLook): boolean {
    const [own, above] = [new Set(this.columns), new Set(upper.columns)];
    const isPart = (column: number): boolean => !above.has(column) || (!above.has(column + 1) && own.has(column + 1));
    const [hasMore, hasLess] = [this.columns.some((at) => !above.has(at)), upper.columns.some((at) => !own.has(at))];
    return hasMore && hasLess && this.columns.every(isPart);
  }

  /** How many are values, and how many of these no year or number. */
  get values(): number {
    return this.look().values.length;
  }

  get plainValues(): number {
    return this.look().values.filter((text) => !/^\d{1,4}$/.test(text)).length;
  }

  /** How many of those that are no year or number are days, as a heading names the days that it counts something on. */
  get days(): number {
    return this.look().values.filter((text) => day.test(text)).length;
  }

  /** How many are known headings, and how many of those are headings of phones. */
  names(): { known: number; phones: number } {
    if (this.known === null) {
      const known = this.look().others.filter(isKnownHeading);
      const phones = known.filter((text) => ["phone", "mobile"].includes(headingKind(text) ?? ""));
      this.known = { known: known.length, phones: phones.length };
    }
    return this.known;
  }

  private look(): { others: string[]; values: string[] } {
    if (this.kinds === null) {
      this.kinds = { others: [], values: [] };
      for (const text of this.texts) (isValue(text) ? this.kinds.values : this.kinds.others).push(text);
    }
    return this.kinds;
  }
}

/** The first rows, each looked at when asked for: mostly the very first is the heading. */
export class FirstRows {
  private readonly table: SourceTable;
  private readonly rows: Uint32Array;
  private readonly looks: RowLook[] = [];

  constructor(table: SourceTable, filled: Uint32Array) {
    this.table = table;
    this.rows = filled.subarray(0, rowsLookedAt);
  }

  get count(): number {
    return this.rows.length;
  }

  at(index: number): RowLook | undefined {
    const row = this.rows[index];
    return row === undefined ? undefined : (this.looks[index] ??= new RowLook(this.table, row));
  }

  from(index: number): RowLook[] {
    return Array.from(
      this.rows.subarray(index),
      (row, at) => (this.looks[index + at] ??= new RowLook(this.table, row)),
    );
  }

  /** How many cells most rows fill. */
  usualWidth(): number {
    const counts = new Map<number, number>();
    for (const { filled } of this.from(0)) counts.set(filled, (counts.get(filled) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
  }
}
