import type { Reader } from "../../../shared/recipients/phone-reading.ts";
import { outcomes, type PhoneShortCut } from "../../../shared/recipients/phone-short-cut.ts";
import type { CellPlace } from "../source/source-table.ts";
import type { ListRows } from "./list-rows.ts";
import { type Countries, RowReaders, type RowReader } from "./row-readers.ts";
import { readPhoneOf, type RowReading } from "./row-reading.ts";
import { codeOf, grown, stretch } from "./verdict-codes.ts";

/** A row whose phone asks nothing. */
export const noQuestion = -1;

/** The verdict on a cell by what the short cut makes of it. */
const verdictOf = {
  [outcomes.ready]: codeOf.ready,
  [outcomes.repaired]: codeOf.repaired,
  [outcomes.none]: codeOf.invalid,
};

/** Rows between two words about the progress. */
const reportEvery = 8 * stretch;

/** What was read of the phone of every row, by its own cells alone. Reads them once; what needs words is read again. */
export class ReadPhones {
  private readonly rows: ListRows;
  private readonly phoneColumns: readonly number[];
  private readonly readers: RowReaders;
  private readonly place: CellPlace = { bytes: new Uint8Array(0), start: 0, end: 0, number: 0 };
  /** The questions that phones ask, by their place. */
  readonly questions: string[] = [];
  /** By row: the verdict; the number, 0 for none; the place of the question; whether a spreadsheet has rounded it. */
  own = new Uint8Array(0);
  numbers = new Float64Array(0);
  question = new Int16Array(0);
  private lost = new Uint8Array(0);
  /** Whether what was read is that of the ones that these started from. */
  private borrowed = false;

  constructor(rows: ListRows, phoneColumns: readonly number[], countries: Countries, checked: boolean) {
    this.rows = rows;
    this.phoneColumns = phoneColumns;
    this.readers = new RowReaders(rows, countries, checked);
  }

  /** Takes what `base` read of the same rows, which is not to read any again, instead of reading them once more. */
  startFrom(base: ReadPhones): void {
    this.own = base.own;
    this.numbers = base.numbers;
    this.question = base.question;
    this.lost = base.lost;
    this.borrowed = true;
    this.questions.push(...base.questions);
    this.grow();
  }

  /** What another one has read is copied before the first row of it is read anew: mostly none ever is. */
  private copyBorrowed(): void {
    this.own = this.own.slice();
    this.numbers = this.numbers.slice();
    this.question = this.question.slice();
    this.lost = this.lost.slice();
    this.borrowed = false;
  }

  /** Reads all rows. Verdicts must be settled after this and after any other change. */
  readAll(onProgress: (done: number, total: number) => void): void {
    this.grow();
    const total = this.rows.count;
    for (let row = 0; row < total; row += stretch) {
      if (row % reportEvery === 0) onProgress(row, total);
      this.readStretch(row, Math.min(row + stretch, total));
    }
  }

  /** Reads one row anew. */
  readRow(row: number): void {
    this.readRowBy(this.readers.of(row), row);
  }

  private readRowBy(reader: RowReader, row: number): void {
    if (row >= this.own.length) this.grow();
    if (this.borrowed) this.copyBorrowed();
    if (reader.short !== null && this.readShort(row, reader.short)) return;
    const { reading } = readPhoneOf(this.rows, row, this.phoneColumns, reader);
    this.lost[row] = reading.reasons.some(({ code }) => code === "lost-digits") ? 1 : 0;
    this.own[row] = codeOf[reading.verdict];
    this.numbers[row] = reading.digits === null ? 0 : Number(reading.digits);
    this.question[row] = reading.question === null ? noQuestion : this.questionIndex(reading.question);
  }

  private readStretch(from: number, to: number): void {
    const { ofAll } = this.readers;
    if (ofAll !== null && this.readPlain(ofAll, from, to)) return;
    for (let row = from; row < to; row++) this.readRowBy(ofAll ?? this.readers.of(row), row);
  }

  /** Reads the rows at once whose first phone is plainly one, the others one by one; false where that cannot be done. */
  private readPlain(reader: RowReader, from: number, to: number): boolean {
    const column = this.phoneColumns[0];
    if (reader.plain === null || column === undefined) return false;
    const found = this.rows.plainPhones(from, to, column, reader.plain, codeOf);
    if (found === null) return false;
    if (this.borrowed) this.copyBorrowed();
    this.own.set(found.verdicts, from);
    this.numbers.set(found.numbers, from);
    this.question.fill(noQuestion, from, to);
    this.lost.fill(0, from, to);
    for (const place of found.unclear) this.readRowBy(reader, from + place);
    return true;
  }

  /**
   * Reads a row without making a string, where its first phone is plainly one, behind cells that plainly are none: what
   * {@link reading} says, only sooner. False for every other row.
   */
  private readShort(row: number, short: PhoneShortCut): boolean {
    const { place } = this;
    let verdict = codeOf.empty;
    let found = false;
    for (let at = 0; at < this.phoneColumns.length && !found; at++) {
      const form = this.rows.locatePhone(row, this.phoneColumns[at]!, place);
      if (form === "strings") return false;
      const outcome =
        form === "bytes" ? short.readBytes(place.bytes, place.start, place.end) : short.readNumber(place.number);
      if (outcome === outcomes.unclear) return false;
      found = outcome === outcomes.ready || outcome === outcomes.repaired;
      if (outcome !== outcomes.blank) verdict = verdictOf[outcome];
    }
    this.lost[row] = 0;
    this.own[row] = verdict;
    this.numbers[row] = found ? short.number : 0;
    this.question[row] = noQuestion;
    return true;
  }

  /** Who reads a row: by which country, and what it calls a country that is none. */
  readBy(row: number): { by: Reader; unknown: string | null } {
    return this.readers.of(row);
  }

  /** The phone of a row with its words. */
  reading(row: number): RowReading {
    return readPhoneOf(this.rows, row, this.phoneColumns, this.readers.of(row));
  }

  /**
   * Takes the answer to a question about a whole column. All rows are read anew: one that has another number, in a
   * later column or beside it in the cell, may take the one that was doubtful until now.
   */
  answer(id: string, choice: string): void {
    this.readers.answer(id, choice);
    for (let row = 0; row < this.own.length; row += stretch) {
      this.readStretch(row, Math.min(row + stretch, this.own.length));
    }
  }

  /** Phone cells that a spreadsheet has rounded, like 3,80501E+11, with one of them. */
  lostDigits(): { count: number; sample: string | null } {
    const first = this.lost.indexOf(1);
    if (first === -1) return { count: 0, sample: null };
    let count = 0;
    for (let row = first; row < this.lost.length; row++) count += this.lost[row]!;
    return { count, sample: this.reading(first).cell };
  }

  private questionIndex(id: string): number {
    const known = this.questions.indexOf(id);
    return known === -1 ? this.questions.push(id) - 1 : known;
  }

  /** Makes room for rows that were added. */
  grow(): void {
    const { count } = this.rows;
    this.own = grown(this.own, count);
    this.numbers = grown(this.numbers, count);
    this.question = grown(this.question, count);
    this.lost = grown(this.lost, count);
  }
}
