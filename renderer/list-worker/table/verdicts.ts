import { findDuplicates, noDuplicate } from "../kernel/duplicates.ts";
import { type Verdict, type VerdictSum, verdicts } from "../../../shared/recipients/reading.ts";
import type { ListRows } from "./list-rows.ts";
import { noQuestion, type ReadPhones } from "./read-phones.ts";
import { codeOf, grown, keepStretch, settleStretch, stretch } from "./verdict-codes.ts";

/** A list of numbers with the day each was put there. */
export type NeverText = ReadonlyMap<number, string>;

/** One row in so many or fewer are found soonest by the engine's own search. */
const few = 16;

/** How a row is left out: by hand, or because the file crosses it out. */
const byHand = 1;
const crossedOut = 2;

export type OpenQuestion = { id: string; people: number; sampleRow: number };

/** The verdict of every row: by what was read of its phone, by the other rows, and by who is never texted. */
export class Verdicts {
  duplicatesKeep: "first" | "last" = "first";
  /** Whether the empty cells of the row that is kept are filled from its duplicates. */
  fillFromDuplicates = false;
  readonly phones: ReadPhones;
  private readonly rows: ListRows;
  private neverText: NeverText;
  private final = new Uint8Array(0);
  private keptInstead = new Int32Array(0);
  private leftOut = new Uint8Array(0);
  /** Rows by their verdict, and those left out, by hand or crossed out, that would be texted otherwise. */
  private readonly counts = new Uint32Array(verdicts.length);
  private leftOutCount = 0;

  /** Call {@link settle} before anything is asked, and after any change. */
  constructor(rows: ListRows, phones: ReadPhones, neverText: NeverText) {
    this.rows = rows;
    this.phones = phones;
    this.neverText = neverText;
    if (rows.crossedOut.length > 0) this.leftOut = Uint8Array.from(rows.crossedOut, (mark) => mark * crossedOut);
  }

  /** Leaves a row out by hand, or takes it back, also one that the file crosses out. */
  leaveOut(row: number, out: boolean): void {
    if (row >= this.leftOut.length) this.grow();
    this.leftOut[row] = out ? byHand : 0;
  }

  setNeverText(neverText: NeverText): void {
    this.neverText = neverText;
  }

  /** Works out the verdicts that depend on other rows and lists: never-text first, then duplicates. */
  settle(): void {
    this.grow();
    const { final, leftOut, counts } = this;
    const { own, numbers } = this.phones;
    const crosses = this.rows.crossedOut.length > 0;
    const eligible = crosses || this.neverText.size > 0 ? numbers.slice() : numbers;
    final.set(own);
    if (eligible !== numbers) {
      for (let row = 0; row < eligible.length; row++) {
        // Whose row is crossed out and stands there once more is meant where it is not.
        if (crosses && leftOut[row] === crossedOut) eligible[row] = 0;
        if (!this.neverText.has(numbers[row]!)) continue;
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

  /** The row's number once it is known, 0 before. */
  number(row: number): number {
    return this.phones.numbers[row] ?? 0;
  }

  /** The row's number once it is known, "" before. */
  digits(row: number): string {
    const number = this.number(row);
    return number === 0 ? "" : String(number);
  }

  /** Whether a row is left out by hand, or crossed out where it could be texted. */
  isLeftOut(row: number): boolean {
    return this.leftOut[row] === byHand || this.isCrossedOut(row);
  }

  /** Whether a row that could be texted, or asks a question, is left out because the file crosses it out. */
  isCrossedOut(row: number): boolean {
    return this.leftOut[row] === crossedOut && wouldBeTexted(this.final[row]);
  }

  /** The rows of {@link isCrossedOut}, in order. */
  crossedOut(): Uint32Array {
    return this.rows.crossedOut.length === 0
      ? new Uint32Array(0)
      : this.rowsOf([codeOf.ready, codeOf.repaired, codeOf["to-decide"]], null).filter((row) => this.isCrossedOut(row));
  }

  /** The row that is kept in place of a duplicate. */
  keptRow(row: number): number {
    return this.keptInstead[row] ?? noDuplicate;
  }

  neverTextSince(row: number): string {
    return this.neverText.get(this.phones.numbers[row] ?? 0) ?? "";
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

  /** Rows left out, by hand or crossed out, that would be texted otherwise. */
  leftOutByHand(): number {
    return this.leftOutCount;
  }

  openQuestions(): OpenQuestion[] {
    const { questions, question: asked } = this.phones;
    if (questions.length === 0) return [];
    const found: OpenQuestion[] = questions.map((id) => ({ id, people: 0, sampleRow: -1 }));
    for (let row = 0; row < this.final.length; row++) {
      const question = found[asked[row] ?? noQuestion];
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

  /** Makes room for rows that were added. */
  private grow(): void {
    const { count } = this.rows;
    this.phones.grow();
    this.final = grown(this.final, count);
    this.leftOut = grown(this.leftOut, count);
  }
}

const wouldBeTexted = (code: number | undefined): boolean =>
  code === codeOf.ready || code === codeOf.repaired || code === codeOf["to-decide"];
