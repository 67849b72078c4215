import { copyFileSync, existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { KeptStatements } from "./kept-statements.ts";

/** One step of a schema: migration N brings `user_version` from N to N + 1. Never changed once released. */
export type Migration = string;

export type OpenOptions = {
  file: string;
  migrations: readonly Migration[];
  /** Holds the file for this process alone: a second instance of the program cannot send. */
  exclusive: boolean;
  /** See {@link KeptStatements}: for one whose statements are never iterated. */
  keepsStatements?: boolean;
  /** It is known to be whole and is not looked through again; see `left-whole.ts`. */
  isWhole?: boolean;
};

/**
 * Opens or creates a database file and brings its schema up to date, after a copy of the file beside it.
 * @returns the open database, or why it cannot be written: locked by another instance, damaged, made by a newer
 * version, disk full, read-only.
 */
export function openDatabase(options: OpenOptions): Result<DatabaseSync, AppError> {
  let database: DatabaseSync | null = null;
  try {
    const Opened = options.keepsStatements === true ? KeptStatements : DatabaseSync;
    database = new Opened(options.file);
    database.exec(`
      PRAGMA busy_timeout = 1000;
      ${options.exclusive ? "PRAGMA locking_mode = EXCLUSIVE;" : ""}
      PRAGMA journal_mode = WAL;
      -- A commit is on disk before it is believed: a campaign, whoever is never to be texted, who was erased. Measured,
      -- it costs 2 to 4 ms for each, and nothing that can be told for 5,000 people at once.
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = 1;
      -- With the 2 MB that are usual, a campaign of ten thousand is written into the log page by page, many pages
      -- several times over, before its commit; and 4 MB of log are copied into the file within that very commit.
      PRAGMA cache_size = -32768;
      PRAGMA wal_autocheckpoint = 4000;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
      -- People and texts pass through no temporary file: not when they are sorted, nor when the file is compacted.
      PRAGMA temp_store = MEMORY;
      PRAGMA trusted_schema = OFF;
    `);
    if (options.exclusive) database.exec("BEGIN IMMEDIATE; PRAGMA user_version; COMMIT;");
    const problem = checkAndMigrate(database, options);
    if (problem !== null) {
      database.close();
      return err(problem);
    }
    return ok(database);
  } catch (error) {
    if (database?.isOpen === true) database.close();
    return err(databaseProblem(error));
  }
}

function checkAndMigrate(database: DatabaseSync, { file, migrations, isWhole = false }: OpenOptions): AppError | null {
  // It reads every page: of a campaign of a million that takes many seconds.
  const verdict = isWhole ? "ok" : database.prepare("PRAGMA quick_check(1)").get()?.["quick_check"];
  if (verdict !== "ok") return appErrorOf("journal.damaged");
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (version > migrations.length) return appErrorOf("journal.newer");
  if (version === migrations.length) return null;
  if (version > 0 && existsSync(file)) {
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    copyFileSync(file, `${file}.before-${migrations.length}`);
  }
  database.exec("BEGIN IMMEDIATE");
  try {
    for (const migration of migrations.slice(version)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${migrations.length}; COMMIT;`);
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
  return null;
}

/** What SQLite's complaint means for the user. Primary result codes: https://www.sqlite.org/rescode.html */
export function databaseProblem(error: unknown): AppError {
  const code = Number((error instanceof Error ? Reflect.get(error, "errcode") : undefined) ?? 0) & 0xff;
  switch (code) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return appErrorOf("journal.locked");
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return appErrorOf("journal.damaged");
    case 13: // SQLITE_FULL
      return appErrorOf("journal.disk-full");
    case 8: // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 14: // SQLITE_CANTOPEN
      return appErrorOf("journal.read-only");
    default:
      return appErrorOf("internal", { where: "database" });
  }
}
