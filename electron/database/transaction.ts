import type { DatabaseSync } from "node:sqlite";

/** Runs `act` in one transaction: all of it is written, or nothing when it throws. */
export function transaction<T>(database: DatabaseSync, act: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const value = act();
    database.exec("COMMIT");
    return value;
  } catch (error) {
    // A full disk has ended the transaction already: another complaint must not take the place of its own.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
