import { rmSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { DatabaseSync } from "node:sqlite";

/**
 * Makes sure that what was deleted is in no byte of a database file any more: what SQLite moved about within its pages
 * is left behind by VACUUM, the log is emptied, and copies from before a migration go. `secure_delete` alone
 * overwrites only what it frees itself. The connection keeps temporary tables in memory (`open.ts`), and with them the
 * copy that VACUUM makes.
 */
export function compact(database: DatabaseSync): void {
  emptyLog(database);
  database.exec("VACUUM");
  emptyLog(database);
  const file = database.location();
  if (file === null) return;
  for (const name of readdirSync(dirname(file))) {
    if (name.startsWith(`${basename(file)}.before-`)) rmSync(join(dirname(file), name));
  }
}

/** Throws while somebody else reads the file: what was erased is then still in it. */
function emptyLog(database: DatabaseSync): void {
  const answer = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get();
  if (answer?.["busy"] !== 0) throw new Error("The log of a database could not be emptied");
}
