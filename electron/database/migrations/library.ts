import type { Migration } from "../open.ts";

/** Lists, drafts, templates, never-text list and settings. Times are ISO 8601 UTC. */
export const libraryMigrations: readonly Migration[] = [
  `
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    campaign_id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    step TEXT NOT NULL,
    source TEXT,
    source_complete INTEGER NOT NULL DEFAULT 0,
    reading TEXT NOT NULL,
    text TEXT NOT NULL,
    review TEXT NOT NULL,
    columns TEXT NOT NULL DEFAULT '[]',
    accepted_people INTEGER
  ) STRICT;

  CREATE TABLE draft_source (
    draft_id TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    offset INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (draft_id, offset)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE draft_edit (
    draft_id TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    edit TEXT NOT NULL,
    PRIMARY KEY (draft_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE draft_person (
    draft_id TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    row INTEGER NOT NULL,
    cells TEXT NOT NULL,
    PRIMARY KEY (draft_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE list (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    updated_at TEXT NOT NULL,
    columns TEXT NOT NULL,
    people INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE list_person (
    list_id TEXT NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    cells TEXT NOT NULL,
    PRIMARY KEY (list_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE template (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE never_text (number TEXT PRIMARY KEY, since TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  // Erased people who are to stay out: an HMAC of the number, with a key that is only in the keychain.
  "CREATE TABLE never_text_mark (mark TEXT PRIMARY KEY, since TEXT NOT NULL) STRICT, WITHOUT ROWID;",
  `
  -- Words by which the user finds a list again: a JSON array.
  ALTER TABLE list ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
  -- 1 while its people are still being put together, and for the people of a spreadsheet that a list is compared with.
  ALTER TABLE list ADD COLUMN building INTEGER NOT NULL DEFAULT 0;

  -- Each number is once on a list.
  CREATE INDEX list_person_twice ON list_person (list_id, number);
  DELETE FROM list_person WHERE EXISTS (
    SELECT 1 FROM list_person AS other
    WHERE other.list_id = list_person.list_id AND other.number = list_person.number
      AND other.position < list_person.position
  );
  UPDATE list SET people = (SELECT count(*) FROM list_person WHERE list_id = list.id);
  DROP INDEX list_person_twice;
  CREATE UNIQUE INDEX list_person_number ON list_person (list_id, number);
  `,

  `
  -- How the columns of earlier files were matched, by their headings; the one used last has the highest place.
  CREATE TABLE matching (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    fingerprint TEXT NOT NULL UNIQUE,
    columns TEXT NOT NULL
  ) STRICT;
  `,

  // Fields of each account's Contact Book, as the service named them last: a JSON array.
  "CREATE TABLE contact_field (account TEXT PRIMARY KEY, fields TEXT NOT NULL, read_at TEXT NOT NULL) STRICT, WITHOUT ROWID;",
  `
  -- The phone columns of the accepted list as they were written, for the report: JSON arrays of names and cells.
  ALTER TABLE draft ADD COLUMN phone_columns TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE draft_person ADD COLUMN phones TEXT NOT NULL DEFAULT '[]';
  `,
  // Each new source of a draft is one further: its pieces lie beside those of the one before until it is whole.
  "ALTER TABLE draft ADD COLUMN source_generation INTEGER NOT NULL DEFAULT 0;",
];
