import { rmSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { DatabaseSync } from "node:sqlite";

/**
 * Makes sure that what was deleted is in no byte of a database file any more: what SQLite moved about within its pages
 * is left behind by VACUUM, the log is emptied, and copies from before a migration go. `secure_delete` alone
 * overwrites only what it frees itself.
 */
export function compact(database: DatabaseSync): void {
  // The copy that VACUUM makes must not pass through a temporary file.
  database.exec("PRAGMA temp_store = MEMORY");
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  database.exec("VACUUM");
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const file = database.location();
  if (file === null) return;
  for (const name of readdirSync(dirname(file))) {
    if (name.startsWith(`${basename(file)}.before-`)) rmSync(join(dirname(file), name));
  }
}
