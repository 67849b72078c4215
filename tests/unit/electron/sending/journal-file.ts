import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { MessageChannel } from "node:worker_threads";
import { onTestFinished } from "vitest";
import { journalMigrations } from "../../../../electron/database/migrations/journal.ts";
import { openDatabase } from "../../../../electron/database/open.ts";
import { type Remote, RemoteCaller, serveRemote } from "../../../../electron/database/remote.ts";
import { Journal } from "../../../../electron/sending/journal.ts";
import { temporaryFolder } from "../library/library-file.ts";

/** A real journal file, opened as the program opens it. */
export type JournalFile = {
  file: string;
  database: DatabaseSync;
  journal: Journal;
  /** The same through the calls of the database thread, where everything is cloned. */
  remote: Remote<Journal>;
  close: () => void;
};

/** Opens a journal, by default a new one in a folder that goes with the test. */
export function openJournal(file = join(temporaryFolder(), "journal.sqlite")): JournalFile {
  const opened = openDatabase({ file, migrations: journalMigrations, synchronous: "FULL", exclusive: true });
  if (!opened.ok) throw new Error(opened.error.code);
  const database = opened.value;
  const journal = new Journal(database);
  const { port1, port2 } = new MessageChannel();
  serveRemote(port1, { journal });
  const close = () => {
    port1.close();
    port2.close();
    if (database.isOpen) database.close();
  };
  onTestFinished(close);
  return { file, database, journal, remote: new RemoteCaller(port2).service<Journal>("journal"), close };
}

/** A copy of a journal as a power cut would leave it: what was committed, and nothing of what was not. */
export function copyOfJournal(file: string): string {
  const copy = join(temporaryFolder(), "journal.sqlite");
  copyFileSync(file, copy);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
  return copy;
}
