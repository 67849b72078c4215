import { copyFileSync, existsSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { MessageChannel } from "node:worker_threads";
import { journalMigrations } from "../../electron/database/migrations/journal.ts";
import { openDatabase } from "../../electron/database/open.ts";
import { type Remote, RemoteCaller, serveRemote } from "../../electron/database/remote.ts";
import { Journal } from "../../electron/sending/journal.ts";

/** A real journal, opened as the program opens it. */
export type JournalFile = {
  file: string;
  database: DatabaseSync;
  journal: Journal;
  /** The same through the calls of the database thread, where everything is cloned. */
  remote: Remote<Journal>;
  close: () => void;
};

const inMemory = ":memory:";

/** Opens a journal file. Throws with the code of the error when it cannot be written. */
export function openJournalAt(file: string): JournalFile {
  const database = opened(file);
  const journal = new Journal(database);
  const { port1, port2 } = new MessageChannel();
  serveRemote(port1, { journal });
  const close = () => {
    port1.close();
    port2.close();
    if (database.isOpen) database.close();
  };
  return { file, database, journal, remote: new RemoteCaller(port2).service<Journal>("journal"), close };
}

/** A journal in memory, for stories by the thousand: the same SQLite without a disk and without a thread. */
export function journalInMemory(): JournalFile {
  const database = openedInMemory();
  return journalOf(database, () => {
    if (database.isOpen) database.close();
  });
}

/** What {@link journalOf} may be given. */
export function openedInMemory(): DatabaseSync {
  return opened(inMemory);
}

/** The same over a database that is there already; `close` is what closing it means. */
export function journalOf(database: DatabaseSync, close: () => void): JournalFile {
  const journal = new Journal(database);
  const remote = new Proxy({} as Remote<Journal>, {
    get: (_target, method) => {
      const call: unknown = Reflect.get(journal, method);
      if (typeof call !== "function") return undefined;
      return async (...args: unknown[]) => Reflect.apply(call, journal, args) as unknown;
    },
  });
  return { file: inMemory, database, journal, remote, close };
}

/** What a crash leaves of a journal: what was committed, and nothing of what was not. Closes the one that crashed. */
export function afterCrash(crashed: JournalFile, newFolder: () => string): JournalFile {
  if (crashed.file === inMemory) return journalOf(crashed.database, crashed.close);
  const copy = copyOfJournal(crashed.file, newFolder());
  crashed.close();
  return openJournalAt(copy);
}

/** A copy of a journal file in another folder as a power cut would leave it. @returns the copy's path */
export function copyOfJournal(file: string, folder: string): string {
  const copy = `${folder}/journal.sqlite`;
  copyFileSync(file, copy);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
  return copy;
}

function opened(file: string): DatabaseSync {
  const database = openDatabase({ file, migrations: journalMigrations, exclusive: true, keepsStatements: true });
  if (!database.ok) throw new Error(database.error.code);
  return database.value;
}
