import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import Papa from "papaparse";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type { ListSummary } from "../../shared/library/list.ts";
import { ownLines, type OwnPerson, ownReading } from "../../shared/library/own-table.ts";
import type { ReadingSettings } from "../../shared/recipients/reading.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { transaction } from "../database/transaction.ts";
import { byName } from "./by-name.ts";
import type { DraftStore } from "./drafts.ts";
import { teachCells, textsOf } from "./list-cells.ts";
import { ListSteps } from "./list-steps.ts";

/** Saved lists of people: numbers that were checked once, with the fields they came with. */
export class ListStore {
  /** What was done to people of lists while the program runs. */
  readonly steps: ListSteps;
  private readonly database: DatabaseSync;
  private readonly drafts: DraftStore;

  constructor(database: DatabaseSync, drafts: DraftStore) {
    this.database = database;
    this.drafts = drafts;
    this.steps = new ListSteps(database);
    teachCells(database);
    // What a program that ended too early had not put together yet.
    database.exec("DELETE FROM list WHERE building = 1");
  }

  all(): ListSummary[] {
    return this.database.prepare("SELECT * FROM list WHERE building = 0").all().map(summaryOf).toSorted(byName);
  }

  /** Saves the accepted people of a draft as a list. Refused when the name is taken or nobody was accepted. */
  saveDraft(id: string, name: string, draftId: string, now: string): Result<ListSummary, AppError> {
    return transaction(this.database, () => {
      const filled = this.beginFromDraft({ id, name }, draftId, now);
      return filled.ok ? ok(this.endBuilding(id)) : filled;
    });
  }

  /** The accepted people of a draft as a list that nobody sees until {@link endBuilding}. Belongs into a transaction. */
  beginFromDraft(list: { id: string; name: string }, draftId: string, now: string): Result<null, AppError> {
    const begun = this.beginBuilding({ ...list, columns: this.drafts.columns(draftId) }, now);
    if (!begun.ok) return begun;
    const insert = this.database.prepare("INSERT INTO list_person VALUES (?, ?, ?, ?)");
    let position = 0;
    for (const person of this.drafts.people(draftId)) {
      insert.run(list.id, position++, person.number, JSON.stringify(person.cells));
    }
    if (position > 0) return ok(null);
    this.delete(list.id);
    return err(appErrorOf("list.nobody"));
  }

  rename(id: string, name: string, now: string): Result<null, AppError> {
    if (this.nameTaken(name, id)) return err(appErrorOf("list.name-taken", { name }));
    const { changes } = this.database
      .prepare("UPDATE list SET name = ?, updated_at = ? WHERE id = ?")
      .run(name, now, id);
    return changes === 0 ? err(appErrorOf("list.missing")) : ok(null);
  }

  /** Gives a list these tags in place of its old ones; one that differs only in case is left out. */
  tag(id: string, tags: string[]): Result<null, AppError> {
    const once = tags.filter((tag, at) => tags.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === at);
    const { changes } = this.database.prepare("UPDATE list SET tags = ? WHERE id = ?").run(JSON.stringify(once), id);
    return changes === 0 ? err(appErrorOf("list.missing")) : ok(null);
  }

  delete(id: string): void {
    this.database.prepare("DELETE FROM list WHERE id = ?").run(id);
    this.steps.forgetList(id);
  }

  /** A list that nobody sees until {@link endBuilding}; a program that ends before leaves nothing of it. */
  beginBuilding(list: { id: string; name: string; columns: string[] }, now: string): Result<null, AppError> {
    if (this.nameTaken(list.name, list.id)) return err(appErrorOf("list.name-taken", { name: list.name }));
    this.database
      .prepare("INSERT INTO list (id, name, updated_at, columns, people, building) VALUES (?, ?, ?, ?, 0, 1)")
      .run(list.id, list.name, now, JSON.stringify(list.columns));
    return ok(null);
  }

  endBuilding(id: string): ListSummary {
    this.database
      .prepare(
        `UPDATE list SET building = 0, people = (SELECT count(*) FROM list_person WHERE list_id = ?1) WHERE id = ?1`,
      )
      .run(id);
    const row = this.database.prepare("SELECT * FROM list WHERE id = ?").get(id);
    if (row === undefined) throw new Error("A list was not there right after it was put together");
    return summaryOf(row);
  }

  /** The list as a CSV (UTF-8), numbers with a plus so that they need no country, and how that is to be read. */
  asCsv(id: string): Result<{ name: string; bytes: Uint8Array<ArrayBuffer>; reading: ReadingSettings }, AppError> {
    const list = this.database.prepare("SELECT name, columns FROM list WHERE id = ?").get(id);
    if (list === undefined) return err(appErrorOf("list.missing"));
    const columns = textsOf(list["columns"]);
    const people = this.database
      .prepare("SELECT number, cells FROM list_person WHERE list_id = ? ORDER BY position")
      .iterate(id);
    return ok({
      name: String(list["name"]),
      bytes: new TextEncoder().encode(Papa.unparse([...ownLines(columns, peopleOf(people))])),
      reading: ownReading(columns, null),
    });
  }

  private nameTaken(name: string, exceptId: string): boolean {
    return this.database.prepare("SELECT 1 FROM list WHERE name = ? AND id <> ?").get(name, exceptId) !== undefined;
  }
}

function* peopleOf(rows: Iterable<Record<string, SQLOutputValue>>): Generator<OwnPerson> {
  for (const row of rows) yield { number: String(row["number"]), cells: textsOf(row["cells"]) };
}

/** What the page of lists shows of a row of the table. */
export function summaryOf(row: Record<string, SQLOutputValue>): ListSummary {
  return {
    id: String(row["id"]),
    name: String(row["name"]),
    people: Number(row["people"]),
    updatedAt: String(row["updated_at"]),
    tags: textsOf(row["tags"]),
  };
}
