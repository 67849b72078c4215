import type { DatabaseSync } from "node:sqlite";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type {
  ComparedPerson,
  Difference,
  ListComparison,
  OpenedList,
  TakenDifferences,
  UpdateChunk,
} from "../../shared/library/list.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { transaction } from "../database/transaction.ts";
import { arranged, orderOf, textsOf, unitedColumns } from "./list-cells.ts";
import { type ListPeople, mostPeople } from "./list-people.ts";
import { endOf, inStretches } from "./list-work.ts";
import type { ListStore } from "./lists.ts";

/**
 * A list beside a newer spreadsheet of the same people. The spreadsheet's people are kept as a list that nobody sees;
 * who is what to whom is found out once, a stretch at a time, and taken over in one transaction that can be taken back.
 */
export class ListUpdates {
  private readonly database: DatabaseSync;
  private readonly lists: ListStore;
  private readonly people: ListPeople;
  private comparing: Promise<unknown> = Promise.resolve();

  constructor(database: DatabaseSync, lists: ListStore, people: ListPeople) {
    this.database = database;
    this.lists = lists;
    this.people = people;
    database.exec(`
      -- Who of a list and of its spreadsheet belongs together, by their positions; place is the order of a kind.
      CREATE TEMP TABLE IF NOT EXISTS list_difference (
        list_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        place INTEGER NOT NULL,
        old INTEGER,
        new INTEGER,
        PRIMARY KEY (list_id, kind, place)
      ) STRICT, WITHOUT ROWID;
    `);
  }

  /** A piece of the spreadsheet's people, in order; offset 0 begins anew. @returns how many there are now. */
  write(chunk: UpdateChunk, now: string): Result<number, AppError> {
    const { id, offset, numbers, cells, columns } = chunk;
    if (cells.some((column) => column.length !== numbers.length)) return err(appErrorOf("input.invalid"));
    if (offset === 0) {
      this.drop(id);
      if (!this.people.open(id).ok) return err(appErrorOf("list.missing"));
    }
    return transaction(this.database, () => {
      const staged = stagedId(id);
      const begun = offset > 0 ? ok(null) : this.lists.beginBuilding({ id: staged, name: staged, columns }, now);
      if (!begun.ok) return begun;
      if (endOf(this.database, staged) !== offset) return err(appErrorOf("input.invalid"));
      const insert = this.database.prepare("INSERT OR IGNORE INTO list_person VALUES (?, ?, ?, ?)");
      for (const [index, number] of numbers.entries()) {
        const own = cells.map((column) => column[index] ?? "");
        insert.run(staged, offset + index, number, JSON.stringify(own));
      }
      return ok(offset + numbers.length);
    });
  }

  /** The accepted people of a draft take the spreadsheet's place. */
  writeFromDraft(id: string, draftId: string, now: string): Result<null, AppError> {
    this.drop(id);
    if (!this.people.open(id).ok) return err(appErrorOf("list.missing"));
    const staged = { id: stagedId(id), name: stagedId(id) };
    return transaction(this.database, () => this.lists.beginFromDraft(staged, draftId, now));
  }

  /**
   * Finds out who is the same, changed, new and gone. Whoever must not be texted is left out of drafts, so that nobody
   * can say that they are gone from the spreadsheet: they stay. One comparison at a time: they write what they find.
   */
  compare(id: string): Promise<Result<ListComparison, AppError>> {
    const compared = this.comparing.then(() => this.findDifferences(id));
    // Whoever asked hears how it failed; the next one begins all the same.
    this.comparing = compared.catch(() => null);
    return compared;
  }

  private async findDifferences(id: string): Promise<Result<ListComparison, AppError>> {
    const columns = this.columns(id);
    if (!columns.ok) return columns;
    const { together, newColumns, order } = columns.value;
    const staged = stagedId(id);
    this.database.prepare("DELETE FROM list_difference WHERE list_id = ?").run(id);
    const listed = this.database.prepare(
      `INSERT INTO list_difference
       SELECT one.list_id, CASE
         WHEN other.position IS NULL AND one.number IN (SELECT number FROM never_text) THEN 'same'
         WHEN other.position IS NULL THEN 'gone'
         WHEN list_changed(one.cells, list_arranged(other.cells, ?)) THEN 'changed'
         ELSE 'same' END, one.position, one.position, other.position
       FROM list_person AS one LEFT JOIN list_person AS other ON other.list_id = ? AND other.number = one.number
       WHERE one.list_id = ? AND one.position BETWEEN ? AND ?`,
    );
    await inStretches(this.database, id, (from, to) => void listed.run(JSON.stringify(order), staged, id, from, to));
    const fresh = this.database.prepare(
      `INSERT INTO list_difference
       SELECT ?1, CASE WHEN number IN (SELECT number FROM never_text) THEN 'neverText' ELSE 'added' END,
         position, NULL, position
       FROM list_person WHERE list_id = ?2 AND position BETWEEN ?3 AND ?4 AND NOT EXISTS (
         SELECT 1 FROM list_person AS other WHERE other.list_id = ?1 AND other.number = list_person.number
       )`,
    );
    await inStretches(this.database, staged, (from, to) => void fresh.run(id, staged, from, to));
    const count = (kind: Difference | "neverText") => this.count(id, kind);
    const [same, changed, added, gone] = [count("same"), count("changed"), count("added"), count("gone")];
    return ok({ same, changed, added, gone, neverText: count("neverText"), columns: together, newColumns });
  }

  /** The people of one kind, those of the list in its order, new ones in the spreadsheet's. */
  page(query: {
    id: string;
    kind: Difference;
    offset: number;
    limit: number;
  }): Result<{ total: number; rows: ComparedPerson[] }, AppError> {
    const { id, kind, offset, limit } = query;
    const columns = this.columns(id);
    if (!columns.ok) return columns;
    const { together, order } = columns.value;
    const own = together.map((_, column) => column);
    const rows = this.database
      .prepare(
        `SELECT coalesce(one.number, other.number) AS number, one.cells AS before, other.cells AS after
         FROM (SELECT place, old, new FROM list_difference WHERE list_id = ?1 AND kind = ?2
               ORDER BY place LIMIT ?3 OFFSET ?4) AS difference
         LEFT JOIN list_person AS one ON one.list_id = ?1 AND one.position = difference.old
         LEFT JOIN list_person AS other ON other.list_id = ?5 AND other.position = difference.new
         WHERE one.number IS NOT NULL OR other.number IS NOT NULL ORDER BY place`,
      )
      .all(id, kind, limit, offset, stagedId(id));
    return ok({
      total: this.count(id, kind),
      rows: rows.map((row) => ({
        number: String(row["number"]),
        before: row["before"] === null ? null : arranged(textsOf(row["before"]), own),
        after: row["after"] === null ? null : arranged(textsOf(row["after"]), order),
      })),
    });
  }

  /** Takes the wanted differences over into the list, as one step that can be undone, and lets the spreadsheet go. */
  take(id: string, wanted: TakenDifferences, now: string): Result<OpenedList, AppError> {
    const columns = this.columns(id);
    if (!columns.ok) return columns;
    const list = this.people.open(id);
    if (!list.ok) return list;
    const [added, gone] = [wanted.added ? this.count(id, "added") : 0, wanted.gone ? this.count(id, "gone") : 0];
    if (list.value.list.people + added - gone > mostPeople)
      return err(appErrorOf("draft.too-many", { most: mostPeople }));
    const { together, order } = columns.value;
    transaction(this.database, () => {
      const step = this.lists.steps.begin(id, "updated");
      let [people, more] = [0, 0];
      // New people come behind the last one: whoever is gone makes room only after that.
      if (wanted.added) {
        const fresh = this.addNew(id, step, JSON.stringify(order));
        [people, more] = [people + fresh, more + fresh];
      }
      if (wanted.changed) people += this.change(id, step, JSON.stringify(order));
      if (wanted.gone) {
        const left = this.removeGone(id, step);
        [people, more] = [people + left, more - left];
      }
      this.lists.steps.end(step, people);
      const named = wanted.changed || wanted.added ? JSON.stringify(together) : null;
      this.database
        .prepare("UPDATE list SET people = people + ?, columns = coalesce(?, columns), updated_at = ? WHERE id = ?")
        .run(more, named, now, id);
    });
    this.drop(id);
    return this.people.open(id);
  }

  /** Lets the spreadsheet beside a list go. */
  drop(id: string): void {
    this.lists.delete(stagedId(id));
    this.database.prepare("DELETE FROM list_difference WHERE list_id = ?").run(id);
  }

  private removeGone(id: string, step: number): number {
    const gone = "SELECT old FROM list_difference WHERE list_id = ? AND kind = 'gone'";
    this.lists.steps.remember(step, id, gone, [id]);
    const { changes } = this.database
      .prepare(`DELETE FROM list_person WHERE list_id = ? AND position IN (${gone})`)
      .run(id, id);
    return Number(changes);
  }

  private change(id: string, step: number, order: string): number {
    this.lists.steps.remember(step, id, "SELECT old FROM list_difference WHERE list_id = ? AND kind = 'changed'", [id]);
    const { changes } = this.database
      .prepare(
        `UPDATE list_person SET cells = list_united(list_person.cells, list_arranged(other.cells, ?1), 'last')
         FROM list_difference AS difference
         JOIN list_person AS other ON other.list_id = ?3 AND other.position = difference.new
         WHERE list_person.list_id = ?2 AND difference.list_id = ?2 AND difference.kind = 'changed'
           AND list_person.position = difference.old`,
      )
      .run(order, id, stagedId(id));
    return Number(changes);
  }

  private addNew(id: string, step: number, order: string): number {
    const begin = endOf(this.database, id);
    const fresh = "FROM list_difference WHERE list_id = ? AND kind = 'added'";
    this.lists.steps.rememberNobody(step, `SELECT ? + new AS position ${fresh}`, [begin, id]);
    const { changes } = this.database
      .prepare(
        `INSERT OR IGNORE INTO list_person
         SELECT ?, ? + position, number, list_arranged(cells, ?) FROM list_person
         WHERE list_id = ? AND position IN (SELECT new ${fresh}) ORDER BY position`,
      )
      .run(id, begin, order, stagedId(id), id);
    return Number(changes);
  }

  private count(id: string, kind: Difference | "neverText"): number {
    const row = this.database
      .prepare("SELECT count(*) AS n FROM list_difference WHERE list_id = ? AND kind = ?")
      .get(id, kind);
    return Number(row?.["n"]);
  }

  /** The columns of both together, which of them are the spreadsheet's alone, and where its cells go. */
  private columns(id: string): Result<{ together: string[]; newColumns: string[]; order: number[] }, AppError> {
    const find = this.database.prepare("SELECT columns FROM list WHERE id = ?");
    const [list, staged] = [find.get(id), find.get(stagedId(id))];
    if (list === undefined || staged === undefined) return err(appErrorOf("list.missing"));
    const [own, given] = [textsOf(list["columns"]), textsOf(staged["columns"])];
    // Two columns of the list may have one name: its cells keep their places all the same.
    const newColumns = unitedColumns([own, given]).slice(unitedColumns([own]).length);
    const together = [...own, ...newColumns];
    return ok({ together, newColumns, order: orderOf(together, given) });
  }
}

/** The unseen list that holds the spreadsheet beside a list. */
function stagedId(id: string): string {
  return `update of ${id}`;
}
