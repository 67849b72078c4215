import type { DatabaseSync } from "node:sqlite";
import { inStretches } from "./list-work.ts";

type Found = { question: string; positions: Uint32Array };
type Shown = { what: string; question: string; positions: Promise<Uint32Array> };

/** Finds people on a list, and keeps the last answer for as long as nothing is written: pages of it cost nothing. */
export class ListSearch {
  private readonly database: DatabaseSync;
  private found: Found = { question: "", positions: new Uint32Array(0) };
  /** What the screen asks for, and what is being found of it. */
  private shown: Shown = { what: "", question: "", positions: Promise.resolve(new Uint32Array(0)) };

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /**
   * Positions, ascending, of those whose number contains the digits or one of whose cells contains the words, whatever
   * their case. For the screen (`shown`) a newer question ends an older one, which then answers what it has found so
   * far; pages of the same one share what is found.
   */
  async positions(listId: string, search: string, { shown }: { shown: boolean }): Promise<Uint32Array> {
    const words = search.trim().toLowerCase();
    const what = `${listId} ${words}`;
    const question = `${this.writes()} ${what}`;
    if (this.found.question === question) return this.found.positions;
    if (!shown) return this.find(listId, words, () => true);
    if (this.shown.question === question) return this.shown.positions;
    this.shown.what = what;
    const positions = this.find(listId, words, () => this.shown.what === what);
    this.shown = { what, question, positions };
    return positions;
  }

  private async find(listId: string, words: string, wanted: () => boolean): Promise<Uint32Array> {
    const question = `${this.writes()} ${listId} ${words}`;
    // Spaces, brackets and a plus belong to how a number is written, not to the number.
    const digits = words.replaceAll(/[\s()+-]/g, "");
    const byNumber = /^\d+$/.test(digits) ? "number LIKE '%' || ? || '%'" : "? IS NULL";
    const find = this.database.prepare(
      `SELECT position FROM list_person
       WHERE list_id = ? AND position BETWEEN ? AND ? AND (${byNumber} OR list_contains(cells, ?))
       ORDER BY position`,
    );
    const positions: number[] = [];
    await inStretches(this.database, listId, (from, to) => {
      for (const { position } of find.all(listId, from, to, digits, words)) positions.push(Number(position));
      return wanted();
    });
    const found = { question, positions: Uint32Array.from(positions) };
    if (wanted() && question === `${this.writes()} ${listId} ${words}`) this.found = found;
    return found.positions;
  }

  /** Another number after every write of this connection, and of others to the same file. */
  private writes(): string {
    const mine = this.database.prepare("SELECT total_changes() AS n").get()?.["n"];
    const others = this.database.prepare("PRAGMA data_version").get()?.["data_version"];
    return `${String(mine)}/${String(others)}`;
  }
}
