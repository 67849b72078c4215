import type { DatabaseSync } from "node:sqlite";
import { transaction } from "../database/transaction.ts";

/** Numbers that must never be texted. It counts at the moment of sending, not only when a list is read. */
export class NeverTextStore {
  private readonly database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** A page, newest first. `search` is any run of digits of the number. */
  page(query: { search: string; offset: number; limit: number }): {
    total: number;
    rows: { number: string; since: string }[];
  } {
    const like = `%${query.search.replaceAll(/\D/g, "")}%`;
    const total = this.database.prepare("SELECT count(*) AS n FROM never_text WHERE number LIKE ?").get(like);
    const rows = this.database
      .prepare("SELECT number, since FROM never_text WHERE number LIKE ? ORDER BY since DESC, number LIMIT ? OFFSET ?")
      .all(like, query.limit, query.offset);
    return {
      total: Number(total?.["n"]),
      rows: rows.map((row) => ({ number: String(row["number"]), since: String(row["since"]) })),
    };
  }

  everything(): { numbers: string[]; since: string[] } {
    const rows = this.database.prepare("SELECT number, since FROM never_text ORDER BY number").all();
    return { numbers: rows.map((row) => String(row["number"])), since: rows.map((row) => String(row["since"])) };
  }

  /** @returns how many of the numbers were not there before. */
  add(numbers: string[], now: string): number {
    return transaction(this.database, () => {
      const insert = this.database.prepare("INSERT INTO never_text VALUES (?, ?) ON CONFLICT (number) DO NOTHING");
      return numbers.reduce((added, number) => added + Number(insert.run(number, now).changes), 0);
    });
  }

  remove(numbers: string[]): void {
    transaction(this.database, () => {
      const remove = this.database.prepare("DELETE FROM never_text WHERE number = ?");
      for (const number of numbers) remove.run(number);
    });
  }

  /** Those of the numbers that are on the list. */
  among(numbers: string[]): string[] {
    const find = this.database.prepare("SELECT 1 FROM never_text WHERE number = ?");
    return numbers.filter((number) => find.get(number) !== undefined);
  }
}
