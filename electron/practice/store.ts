import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { KeptStatements } from "../database/kept-statements.ts";

/** All moments are milliseconds of the service's clock, all amounts millionths of a euro. */
const schema = `
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS account (id INTEGER PRIMARY KEY, opening INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS api_key (key TEXT PRIMARY KEY, account INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS campaign (
  id INTEGER PRIMARY KEY, account INTEGER NOT NULL, origin TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  sender TEXT NOT NULL, validity INTEGER NOT NULL, start_text TEXT, created_at INTEGER NOT NULL,
  checking_at INTEGER NOT NULL, checked_at INTEGER NOT NULL, begin_at INTEGER NOT NULL, done_at INTEGER NOT NULL,
  halt_at INTEGER, halt_status TEXT, looks INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL, price INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS message (
  id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL, row INTEGER NOT NULL, phone TEXT NOT NULL, text TEXT NOT NULL,
  sender TEXT NOT NULL, reference_id TEXT, parts INTEGER NOT NULL, price INTEGER NOT NULL, country TEXT,
  going_at INTEGER NOT NULL, sent_at INTEGER NOT NULL, final_at INTEGER NOT NULL, fate TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS message_campaign ON message (campaign_id, row);
CREATE INDEX IF NOT EXISTS message_reference ON message (reference_id) WHERE reference_id IS NOT NULL;
CREATE TABLE IF NOT EXISTS request (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, account INTEGER, method TEXT NOT NULL, path TEXT NOT NULL,
  body_hash TEXT NOT NULL, sameness TEXT NOT NULL, outcome TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS request_sameness ON request (sameness, at);
CREATE TABLE IF NOT EXISTS contact_group (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, description TEXT, is_default INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS contact_field (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, type TEXT NOT NULL, description TEXT, is_visible INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS contact (
  id INTEGER PRIMARY KEY, phone TEXT NOT NULL UNIQUE, verified INTEGER NOT NULL, created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS contact_value (
  contact INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE, field INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (contact, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS membership (
  contact INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE, contact_group INTEGER NOT NULL,
  PRIMARY KEY (contact_group, contact)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stop_entry (
  id INTEGER PRIMARY KEY, phone TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL
) STRICT;
`;

/** Everything that the practice account remembers, in one SQLite file (or in memory). */
export type Store = {
  readonly db: DatabaseSync;
  /** Runs `work` in one transaction; an exception undoes it. Inside another transaction it joins that one. */
  transaction<T>(work: () => T): T;
  setting(name: string): string | null;
  keepSetting(name: string, value: string): void;
  /** The secret that signs the JWTs, random, made once for a state file. */
  secret(): string;
  close(): void;
};

/** Opens (and if need be makes) the state at `file`; `:memory:` forgets everything on closing. */
export function openStore(file: string): Store {
  const db = new KeptStatements(file);
  db.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000",
  );
  db.exec(schema);
  const read = db.prepare("SELECT value FROM setting WHERE name = ?");
  const write = db.prepare("INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value");
  const setting = (name: string): string | null => {
    const value = read.get(name)?.["value"];
    return typeof value === "string" ? value : null;
  };
  const keepSetting = (name: string, value: string): void => void write.run(name, value);
  return {
    db,
    setting,
    keepSetting,
    transaction: (work) => inTransaction(db, work),
    secret() {
      const known = setting("secret");
      if (known !== null) return known;
      const made = randomBytes(32).toString("base64url");
      keepSetting("secret", made);
      return made;
    },
    close: () => db.close(),
  };
}

function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}
