import type { DatabaseSync } from "node:sqlite";
import type { ListStep } from "../../shared/library/list.ts";

/** So many steps of one list can be taken back. */
const kept = 30;

/**
 * What was done to the people of lists, so that it can be taken back, the last first. It is kept as long as the program
 * runs and no longer, in tables that no file of the library holds: whoever was removed is gone after the next start.
 */
export class ListSteps {
  private readonly database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.database = database;
    database.exec(`
      CREATE TEMP TABLE IF NOT EXISTS list_step (
        step INTEGER PRIMARY KEY AUTOINCREMENT,
        list_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        people INTEGER NOT NULL,
        columns TEXT NOT NULL
      ) STRICT;
      -- How it was before; no number means that nobody was there.
      CREATE TEMP TABLE IF NOT EXISTS list_step_person (
        step INTEGER NOT NULL,
        position INTEGER NOT NULL,
        number TEXT,
        cells TEXT,
        PRIMARY KEY (step, position)
      ) STRICT, WITHOUT ROWID;
    `);
  }

  /** Begins a step on a list, before it is done. @returns its number, for the methods that say who it is about. */
  begin(listId: string, kind: ListStep["kind"]): number {
    const begun = this.database
      .prepare("INSERT INTO list_step (list_id, kind, people, columns) SELECT id, ?, 0, columns FROM list WHERE id = ?")
      .run(kind, listId);
    const oldest = this.database
      .prepare("SELECT step FROM list_step WHERE list_id = ? ORDER BY step DESC LIMIT -1 OFFSET ?")
      .all(listId, kept);
    for (const { step } of oldest) this.forget(Number(step));
    return Number(begun.lastInsertRowid);
  }

  /** These people will be changed or removed. `among` is SQL that answers their positions. */
  remember(step: number, listId: string, among: string, values: (string | number)[]): void {
    this.database
      .prepare(
        `INSERT OR IGNORE INTO list_step_person SELECT ?, position, number, cells FROM list_person
         WHERE list_id = ? AND position IN (${among})`,
      )
      .run(step, listId, ...values);
  }

  /** Somebody will be added at each of these positions. `among` is SQL that answers them. */
  rememberNobody(step: number, among: string, values: (string | number)[]): void {
    this.database
      .prepare(`INSERT INTO list_step_person SELECT ?, position, NULL, NULL FROM (${among})`)
      .run(step, ...values);
  }

  /** How many people a step was about, once it is done. */
  end(step: number, people: number): void {
    this.database.prepare("UPDATE list_step SET people = ? WHERE step = ?").run(people, step);
  }

  /** What {@link undo} would take back. */
  last(listId: string): ListStep | null {
    const row = this.lastRow(listId);
    return row === undefined ? null : { kind: row["kind"] as ListStep["kind"], people: Number(row["people"]) };
  }

  /** Takes the last step back; without one nothing happens. Belongs into a transaction. */
  undo(listId: string, now: string): void {
    const row = this.lastRow(listId);
    if (row === undefined) return;
    const step = Number(row["step"]);
    const gone = this.database
      .prepare(
        `DELETE FROM list_person
         WHERE list_id = ? AND position IN (SELECT position FROM list_step_person WHERE step = ?)`,
      )
      .run(listId, step);
    const back = this.database
      .prepare(
        `INSERT INTO list_person
         SELECT ?, position, number, cells FROM list_step_person WHERE step = ? AND number IS NOT NULL`,
      )
      .run(listId, step);
    this.database
      .prepare("UPDATE list SET columns = ?, people = people + ?, updated_at = ? WHERE id = ?")
      .run(String(row["columns"]), Number(back.changes) - Number(gone.changes), now, listId);
    this.forget(step);
  }

  /** Forgets everything of one list. */
  forgetList(listId: string): void {
    const steps = this.database.prepare("SELECT step FROM list_step WHERE list_id = ?").all(listId);
    for (const { step } of steps) this.forget(Number(step));
  }

  private lastRow(listId: string) {
    return this.database.prepare("SELECT * FROM list_step WHERE list_id = ? ORDER BY step DESC LIMIT 1").get(listId);
  }

  private forget(step: number): void {
    this.database.prepare("DELETE FROM list_step_person WHERE step = ?").run(step);
    this.database.prepare("DELETE FROM list_step WHERE step = ?").run(step);
  }
}

/**
 * Nothing that was done to people of lists before can be taken back any more: whoever is erased does not return by Undo.
 */
export function forgetSteps(database: DatabaseSync): void {
  const kept = database.prepare("SELECT 1 FROM sqlite_temp_schema WHERE name = 'list_step'").get();
  if (kept !== undefined) database.exec("DELETE FROM temp.list_step_person; DELETE FROM temp.list_step");
}
