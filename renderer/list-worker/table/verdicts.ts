import { findDuplicates, noDuplicate } from "../kernel/duplicates.ts";
import type { Reader } from "../../../shared/recipients/phone-reading.ts";
import { outcomes, type PhoneShortCut } from "../../../shared/recipients/phone-short-cut.ts";
import { type Verdict, type VerdictSum, verdicts } from "../../../shared/recipients/reading.ts";
import type { CellPlace } from "../source/source-table.ts";
import type { ListRows } from "./list-rows.ts";
import { type Countries, RowReaders, type RowReader } from "./row-readers.ts";
import { readPhoneOf, type RowReading } from "./row-reading.ts";
import { codeOf, grown, keepStretch, settleStretch, stretch } from "./verdict-codes.ts";

/** A list of numbers with the day each was put there. */
export type NeverText = ReadonlyMap<number, string>;

const noQuestion = -1;

/** One row in so many or fewer are found soonest by the engine's own search. */
const few = 16;

/** The verdict on a cell by what the short cut makes of it. */
const verdictOf = {
  [outcomes.ready]: codeOf.ready,
  [outcomes.repaired]: codeOf.repaired,
  [outcomes.none]: codeOf.invalid,
};

/** Rows between two words about the progress. */
const reportEvery = 8 * stretch;

export type OpenQuestion = { id: string; people: number; sampleRow: number };

/** The verdict of every row. Reads cells once; what needs words is read again when a row is looked at. */
export class Verdicts {
  duplicatesKeep: "first" | "last" = "first";
  /** Whether the empty cells of the row that is kept are filled from its duplicates. */
  fillFromDuplicates = false;
  private readonly rows: ListRows;
  private readonly phoneColumns: readonly number[];
  private readonly readers: RowReaders;
  private readonly place: CellPlace = { bytes: new Uint8Array(0), start: 0, end: 0, number: 0 };
  private neverText: NeverText;
  private readonly questions: string[] = [];
  /** By row: the verdict of its cells alone, then the one that counts. */
  private own = new Uint8Array(0);
  private final = new Uint8Array(0);
  private numbers = new Float64Array(0);
  private question = new Int16Array(0);
  /** Whether what was read is that of the verdicts that these started from. */
  private borrowed = false;
  private keptInstead = new Int32Array(0);
  private leftOut = new Uint8Array(0);
  private lost = new Uint8Array(0);
  /** Rows by their verdict, and those left out by hand that would be texted otherwise. */
  private readonly counts = new Uint32Array(verdicts.length);
  private leftOutCount = 0;

  constructor(
    rows: ListRows,
    phoneColumns: readonly number[],
    countries: Countries,
    neverText: NeverText,
    checked: boolean,
  ) {
    this.rows = rows;
    this.phoneColumns = phoneColumns;
    this.neverText = neverText;
    this.readers = new RowReaders(rows, countries, checked);
  }

  /** Takes what `base` read of the same rows, which is not to read any again, instead of reading them once more. */
  startFrom(base: Verdicts): void {
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

  /** Reads all rows. Call {@link settle} after this and after any other change. */
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

  leaveOut(row: number, out: boolean): void {
    if (row >= this.leftOut.length) this.grow();
    this.leftOut[row] = out ? 1 : 0;
  }

  setNeverText(neverText: NeverText): void {
    this.neverText = neverText;
  }

  /** Works out the verdicts that depend on other rows and lists: never-text first, then duplicates. */
  settle(): void {
    const { final, own, leftOut, counts } = this;
    const eligible = this.neverText.size > 0 ? this.numbers.slice() : this.numbers;
    final.set(own);
    if (eligible !== this.numbers) {
      for (let row = 0; row < eligible.length; row++) {
        if (eligible[row] === 0 || !this.neverText.has(eligible[row]!)) continue;
        final[row] = codeOf["never-text"];
        eligible[row] = 0;
      }
    }
    const kept = findDuplicates(eligible, this.duplicatesKeep);
    this.keptInstead = kept;
    this.leftOutCount = 0;
    counts.fill(0);
    for (let row = 0; row < final.length; row += stretch) {
      this.leftOutCount += settleStretch(final, kept, leftOut, counts, row, Math.min(row + stretch, final.length));
    }
  }

  verdict(row: number): Verdict {
    return verdicts[this.final[row] ?? 0] ?? "invalid";
  }

  /** The row's number once it is known, "" before. */
  digits(row: number): string {
    const number = this.numbers[row] ?? 0;
    return number === 0 ? "" : String(number);
  }

  isLeftOut(row: number): boolean {
    return this.leftOut[row] === 1;
  }

  /** The row that is kept in place of a duplicate. */
  keptRow(row: number): number {
    return this.keptInstead[row] ?? noDuplicate;
  }

  neverTextSince(row: number): string {
    return this.neverText.get(this.numbers[row] ?? 0) ?? "";
  }

  /** True for a row that will be texted. */
  isPerson(row: number): boolean {
    const code = this.final[row];
    return (code === codeOf.ready || code === codeOf.repaired) && this.leftOut[row] === 0;
  }

  /** The rows that will be texted, in order. */
  people(): Uint32Array {
    return this.rowsOf([codeOf.ready, codeOf.repaired], this.leftOut);
  }

  /** The rows with one verdict, in order. */
  withVerdict(verdict: Verdict): Uint32Array {
    const code = codeOf[verdict];
    const count = this.counts[code]!;
    if (count > this.final.length / few) return this.rowsOf([code], null);
    const rows = new Uint32Array(count);
    for (let found = 0, row = -1; found < count; found++) {
      row = this.final.indexOf(code, row + 1);
      rows[found] = row;
    }
    return rows;
  }

  sum(): VerdictSum {
    const by = (verdict: Verdict): number => this.counts[codeOf[verdict]] ?? 0;
    return {
      rows: this.final.length,
      ready: by("ready"),
      repaired: by("repaired"),
      "to-decide": by("to-decide"),
      duplicate: by("duplicate"),
      invalid: by("invalid"),
      empty: by("empty"),
      "never-text": by("never-text"),
    };
  }

  /** Rows left out by hand that would be texted otherwise. */
  leftOutByHand(): number {
    return this.leftOutCount;
  }

  /** Phone cells that a spreadsheet has rounded, like 3,80501E+11, with one of them. */
  lostDigits(): { count: number; sample: string | null } {
    const first = this.lost.indexOf(1);
    if (first === -1) return { count: 0, sample: null };
    let count = 0;
    for (let row = first; row < this.lost.length; row++) count += this.lost[row]!;
    return { count, sample: this.reading(first).cell };
  }

  openQuestions(): OpenQuestion[] {
    if (this.questions.length === 0) return [];
    const found: OpenQuestion[] = this.questions.map((id) => ({ id, people: 0, sampleRow: -1 }));
    for (let row = 0; row < this.final.length; row++) {
      const question = found[this.question[row] ?? noQuestion];
      if (!question || this.final[row] !== codeOf["to-decide"]) continue;
      question.people++;
      if (question.sampleRow === -1) question.sampleRow = row;
    }
    return found.filter(({ people }) => people > 0);
  }

  /** The rows with one of these verdicts that are not marked in `without`, in order. */
  private rowsOf(codes: readonly number[], without: Uint8Array | null): Uint32Array {
    const rows = new Uint32Array(codes.reduce((sum, code) => sum + this.counts[code]!, 0));
    const wanted = codes.reduce((bits, code) => bits | (1 << code), 0);
    let count = 0;
    for (let row = 0; row < this.final.length && count < rows.length; row += stretch) {
      count = keepStretch(this.final, wanted, without, rows, count, row, Math.min(row + stretch, this.final.length));
    }
    return rows.subarray(0, count);
  }

  private questionIndex(id: string): number {
    const known = this.questions.indexOf(id);
    return known === -1 ? this.questions.push(id) - 1 : known;
  }

  /** Makes room for rows that were added. */
  private grow(): void {
    const { count } = this.rows;
    this.own = grown(this.own, count);
    this.final = grown(this.final, count);
    this.numbers = grown(this.numbers, count);
    this.question = grown(this.question, count);
    this.leftOut = grown(this.leftOut, count);
    this.lost = grown(this.lost, count);
  }
}
