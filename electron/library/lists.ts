import type { DatabaseSync } from "node:sqlite";
import Papa from "papaparse";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type { ListSummary } from "../../shared/ipc/contract.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { transaction } from "../database/transaction.ts";
import type { DraftStore } from "./drafts.ts";

/** Saved lists of people: numbers that were checked once, with the fields they came with. */
export class ListStore {
  private readonly database: DatabaseSync;
  private readonly drafts: DraftStore;

  constructor(database: DatabaseSync, drafts: DraftStore) {
    this.database = database;
    this.drafts = drafts;
  }

  all(): ListSummary[] {
    return this.database
      .prepare("SELECT id, name, people, updated_at FROM list ORDER BY name COLLATE NOCASE")
      .all()
      .map((row) => ({
        id: String(row["id"]),
        name: String(row["name"]),
        people: Number(row["people"]),
        updatedAt: String(row["updated_at"]),
      }));
  }

  /** Saves the accepted people of a draft as a list. Refused when the name is taken or nobody was accepted. */
  saveDraft(id: string, name: string, draftId: string, now: string): Result<ListSummary, AppError> {
    if (this.nameTaken(name, id)) return err(appErrorOf("list.name-taken", { name }));
    return transaction(this.database, () => {
      this.database
        .prepare("INSERT INTO list (id, name, updated_at, columns, people) VALUES (?, ?, ?, ?, 0)")
        .run(id, name, now, JSON.stringify(this.drafts.columns(draftId)));
      const insert = this.database.prepare("INSERT INTO list_person VALUES (?, ?, ?, ?)");
      let people = 0;
      for (const person of this.drafts.people(draftId)) {
        insert.run(id, people++, person.number, JSON.stringify(person.cells));
      }
      this.database.prepare("UPDATE list SET people = ? WHERE id = ?").run(people, id);
      return ok({ id, name, people, updatedAt: now });
    });
  }

  rename(id: string, name: string, now: string): Result<null, AppError> {
    if (this.nameTaken(name, id)) return err(appErrorOf("list.name-taken", { name }));
    const { changes } = this.database
      .prepare("UPDATE list SET name = ?, updated_at = ? WHERE id = ?")
      .run(name, now, id);
    return changes === 0 ? err(appErrorOf("list.missing")) : ok(null);
  }

  delete(id: string): void {
    this.database.prepare("DELETE FROM list WHERE id = ?").run(id);
  }

  /** The list as a CSV (UTF-8), numbers with a plus so that they need no country. */
  asCsv(id: string): Result<{ name: string; bytes: Uint8Array<ArrayBuffer> }, AppError> {
    const list = this.database.prepare("SELECT name, columns FROM list WHERE id = ?").get(id);
    if (list === undefined) return err(appErrorOf("list.missing"));
    const columns: unknown = JSON.parse(String(list["columns"]));
    const rows: string[][] = [["Phone", ...(Array.isArray(columns) ? columns.map(String) : [])]];
    const people = this.database
      .prepare("SELECT number, cells FROM list_person WHERE list_id = ? ORDER BY position")
      .iterate(id);
    for (const person of people) {
      const cells: unknown = JSON.parse(String(person["cells"]));
      rows.push([`+${String(person["number"])}`, ...(Array.isArray(cells) ? cells.map(String) : [])]);
    }
    return ok({ name: String(list["name"]), bytes: new TextEncoder().encode(Papa.unparse(rows)) });
  }

  private nameTaken(name: string, exceptId: string): boolean {
    return this.database.prepare("SELECT 1 FROM list WHERE name = ? AND id <> ?").get(name, exceptId) !== undefined;
  }
}
