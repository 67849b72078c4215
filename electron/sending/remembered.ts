import type { DatabaseSync } from "node:sqlite";

/**
 * Answers of a database that go over very many rows, kept until anything is written into it. Every write goes through
 * this one connection, which counts them (https://www.sqlite.org/lang_corefunc.html#total_changes).
 */
export class Remembered {
  private readonly database: DatabaseSync;
  private readonly answers = new Map<string, unknown>();
  private changes = -1;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** The answer under a key, worked out now if it is not known. */
  of<T>(key: string, workOut: () => T): T {
    this.forgetOutdated();
    if (!this.answers.has(key)) {
      this.answers.set(key, workOut());
      // What was written to work it out, into a temporary table, makes nothing outdated.
      this.changes = this.written();
    }
    return this.answers.get(key) as T;
  }

  /** Fills a place that has room for one thing, such as a temporary table, unless it holds that thing already. */
  hold(place: string, thing: string, fill: () => void): void {
    this.forgetOutdated();
    if (this.answers.get(place) === thing) return;
    fill();
    this.answers.set(place, thing);
    this.changes = this.written();
  }

  private forgetOutdated(): void {
    const written = this.written();
    if (written !== this.changes) this.answers.clear();
    this.changes = written;
  }

  private written(): number {
    return Number(this.database.prepare("SELECT total_changes() AS n").get()?.["n"]);
  }
}
