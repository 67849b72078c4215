import type { DatabaseSync, StatementSync } from "node:sqlite";

/** What the tables of a database hold at one moment, to be put back without opening it anew. */
export class Snapshot {
  private readonly database: DatabaseSync;
  private readonly steps: StatementSync[];

  /** Takes it now. The copy lives in the memory of the same connection. */
  constructor(database: DatabaseSync) {
    this.database = database;
    database.exec("ATTACH ':memory:' AS kept");
    const tables = database.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").all();
    const names = tables.map((row) => String(row["name"]));
    this.steps = names.flatMap((name) => {
      database.exec(`CREATE TABLE kept."kept_${name}" AS SELECT * FROM main."${name}"`);
      return [
        database.prepare(`DELETE FROM main."${name}"`),
        database.prepare(`INSERT INTO main."${name}" SELECT * FROM kept."kept_${name}"`),
      ];
    });
  }

  /** Puts every table back, whatever became of the database since, a disk that was made to be full included. */
  putBack(): void {
    const { database } = this;
    if (database.isTransaction) database.exec("ROLLBACK");
    database.exec("PRAGMA query_only = OFF; PRAGMA max_page_count = 1073741823; PRAGMA foreign_keys = OFF; BEGIN");
    for (const step of this.steps) step.run();
    database.exec("COMMIT; PRAGMA foreign_keys = ON");
  }
}
