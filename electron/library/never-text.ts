import type { DatabaseSync } from "node:sqlite";
import { transaction } from "../database/transaction.ts";
import { NumberMarks } from "../privacy/number-marks.ts";

/**
 * Numbers that must never be texted. It counts at the moment of sending, not only when a list is read. Of people who
 * were erased and are to stay out there is only a mark (`NumberMarks`).
 */
export class NeverTextStore {
  private readonly database: DatabaseSync;
  private readonly marks: NumberMarks;

  constructor(database: DatabaseSync, marks: NumberMarks = new NumberMarks()) {
    this.database = database;
    this.marks = marks;
  }

  /** A page, newest first. `search` is any run of digits of the number; `erased` counts those of whom only a mark is kept. */
  page(query: { search: string; offset: number; limit: number }): {
    total: number;
    rows: { number: string; since: string }[];
    erased: number;
  } {
    // The list has no names: a word is not what is left of it without its letters.
    const like = /\p{L}/u.test(query.search) ? "" : `%${query.search.replaceAll(/\D/g, "")}%`;
    const total = this.database.prepare("SELECT count(*) AS n FROM never_text WHERE number LIKE ?").get(like);
    const rows = this.database
      .prepare("SELECT number, since FROM never_text WHERE number LIKE ? ORDER BY since DESC, number LIMIT ? OFFSET ?")
      .all(like, query.limit, query.offset);
    return {
      total: Number(total?.["n"]),
      rows: rows.map((row) => ({ number: String(row["number"]), since: String(row["since"]) })),
      erased: this.erased(),
    };
  }

  everything(): { numbers: string[]; since: string[] } {
    const rows = this.database.prepare("SELECT number, since FROM never_text ORDER BY number").all();
    return { numbers: rows.map((row) => String(row["number"])), since: rows.map((row) => String(row["since"])) };
  }

  /** Since when a number is on the list, null when it is not. */
  since(number: string): string | null {
    const row = this.database.prepare("SELECT since FROM never_text WHERE number = ?").get(number);
    return row === undefined ? null : String(row["since"]);
  }

  /** @returns how many of the numbers were not there before. */
  add(numbers: string[], now: string): number {
    return transaction(this.database, () => {
      const insert = this.database.prepare("INSERT INTO never_text VALUES (?, ?) ON CONFLICT (number) DO NOTHING");
      const unmark = this.database.prepare("DELETE FROM never_text_mark WHERE mark = ?");
      return numbers.reduce((added, number) => {
        unmark.run(this.marks.of(number));
        return added + Number(insert.run(number, now).changes);
      }, 0);
    });
  }

  remove(numbers: string[]): void {
    transaction(this.database, () => {
      const remove = this.database.prepare("DELETE FROM never_text WHERE number = ?");
      for (const number of numbers) remove.run(number);
    });
  }

  /** Forgets a number. `keepOut`: it is known again by its mark, and still never texted; throws without the key. */
  erase(number: string, keepOut: boolean, now: string): void {
    const since = this.since(number) ?? now;
    this.remove([number]);
    if (!keepOut) return;
    const mark = this.marks.of(number);
    if (mark === null) throw new Sealed();
    this.database.prepare("INSERT INTO never_text_mark VALUES (?, ?) ON CONFLICT DO NOTHING").run(mark, since);
  }

  /** Whether nobody can say who is on the list: there are marks, and the key that they were made with is not there. */
  isSealed(): boolean {
    return this.sealed() > 0;
  }

  /** How many erased people nobody can recognise. */
  sealed(): number {
    return this.marks.known ? 0 : this.erased();
  }

  /** Forgets all erased people: whose number comes again is a stranger. */
  forgetMarks(): void {
    this.database.exec("DELETE FROM never_text_mark");
  }

  /**
   * Puts erased people who are in these numbers back on the list as they are: a spreadsheet has brought their number
   * again, and its row must say why it is left out.
   * @returns how many there were
   */
  recognise(numbers: string[]): number {
    if (this.erased() === 0 || this.isSealed()) return 0;
    return transaction(this.database, () => {
      const take = this.database.prepare("DELETE FROM never_text_mark WHERE mark = ? RETURNING since");
      const insert = this.database.prepare("INSERT INTO never_text VALUES (?, ?) ON CONFLICT DO NOTHING");
      let known = 0;
      for (const number of numbers) {
        const row = take.get(this.marks.of(number));
        if (row === undefined) continue;
        insert.run(number, String(row["since"]));
        known += 1;
      }
      return known;
    });
  }

  /** Those of the numbers that are on the list. Throws while nobody can say ({@link isSealed}): then nothing may go out. */
  among(numbers: string[]): string[] {
    if (this.isSealed()) throw new Sealed();
    const listed = this.database
      .prepare("SELECT value AS number FROM json_each(?) WHERE value IN (SELECT number FROM never_text)")
      .all(JSON.stringify(numbers))
      .map((row) => String(row["number"]));
    return this.erased() === 0 ? listed : [...new Set([...listed, ...this.erasedAmong(numbers)])];
  }

  private erasedAmong(numbers: string[]): string[] {
    const known = this.database.prepare("SELECT 1 FROM never_text_mark WHERE mark = ?");
    return numbers.filter((number) => known.get(this.marks.of(number)) !== undefined);
  }

  private erased(): number {
    return Number(this.database.prepare("SELECT count(*) AS n FROM never_text_mark").get()?.["n"]);
  }
}

/** The key that erased people are known by is not there. */
class Sealed extends Error {
  override readonly name = "Sealed";
  readonly code = "SEALED";
  constructor() {
    super("Erased people cannot be recognised without their key");
  }
}
