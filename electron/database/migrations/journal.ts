import type { Migration } from "../open.ts";

/** What was confirmed, what became of every POST, and what is known of every person. Times are ISO 8601 UTC. */
export const journalMigrations: readonly Migration[] = [
  `
  CREATE TABLE campaign (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    draft_id TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    sender TEXT NOT NULL,
    tariff_code INTEGER,
    validity_hours INTEGER NOT NULL,
    route TEXT NOT NULL,
    start TEXT,
    groups TEXT NOT NULL,
    people INTEGER NOT NULL,
    price_shown TEXT,
    base TEXT NOT NULL,
    identity TEXT NOT NULL,
    digest TEXT NOT NULL,
    content_digest TEXT NOT NULL,
    confirmed_at TEXT NOT NULL,
    undo_until TEXT,
    released INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    cancel_requested_at TEXT,
    refresh_problem TEXT,
    -- What lists show, rewritten in the transaction of every change so that they need not add up anything.
    state TEXT NOT NULL,
    service_word TEXT,
    counts TEXT NOT NULL,
    counts_final INTEGER NOT NULL DEFAULT 0,
    price_final TEXT
  ) STRICT;
  CREATE INDEX campaign_digest ON campaign (content_digest);

  CREATE TABLE part (
    campaign_id TEXT NOT NULL REFERENCES campaign (id),
    position INTEGER NOT NULL,
    people INTEGER NOT NULL,
    left_out INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL,
    -- 0 when nothing that sends, looks or cancels can happen to it any more.
    open INTEGER NOT NULL,
    part TEXT NOT NULL,
    body TEXT,
    body_hash TEXT NOT NULL,
    former_hashes TEXT NOT NULL DEFAULT '[]',
    tried_at TEXT,
    accepted_at TEXT,
    PRIMARY KEY (campaign_id, position)
  ) STRICT;
  CREATE INDEX part_open ON part (open) WHERE open = 1;

  -- Campaigns of the service and the parts they belong to.
  CREATE TABLE owned (
    base TEXT NOT NULL,
    service_id TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    part INTEGER NOT NULL,
    reading TEXT,
    price TEXT,
    checked_at TEXT,
    final INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (base, service_id),
    FOREIGN KEY (campaign_id, part) REFERENCES part (campaign_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX owned_part ON owned (campaign_id, part);

  CREATE TABLE person (
    campaign_id TEXT NOT NULL REFERENCES campaign (id),
    position INTEGER NOT NULL,
    part INTEGER NOT NULL,
    row INTEGER NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    reference TEXT NOT NULL,
    left_out INTEGER NOT NULL DEFAULT 0,
    -- The service's word for the message; null while it was never seen there.
    word TEXT,
    at TEXT,
    parts INTEGER,
    price TEXT,
    PRIMARY KEY (campaign_id, position),
    UNIQUE (campaign_id, number)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX person_reference ON person (reference);
  CREATE INDEX person_number ON person (number);

  -- Everything that happened, in the order in which it was written. The order of the clock is not believed.
  CREATE TABLE event (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    part INTEGER,
    kind TEXT NOT NULL,
    state TEXT,
    data TEXT NOT NULL
  ) STRICT;

  -- Campaigns of the account that were not made here.
  CREATE TABLE elsewhere (
    base TEXT NOT NULL,
    identity TEXT NOT NULL,
    service_id TEXT NOT NULL,
    title TEXT NOT NULL,
    sender TEXT NOT NULL,
    at TEXT,
    reading TEXT NOT NULL,
    price TEXT,
    first_seen TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    PRIMARY KEY (base, service_id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- When people and texts of a campaign were erased because they had been kept long enough.
  ALTER TABLE campaign ADD COLUMN erased_at TEXT;
  -- Numbers to be erased as soon as what was sent to them is final and no longer watched.
  CREATE TABLE erasing (number TEXT PRIMARY KEY, asked_at TEXT NOT NULL, keep_out INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  -- A click may give a part another time, and what kept a look from being made is shown.
  UPDATE part SET part = json_set(part, '$.start', NULL);
  UPDATE part SET part = json_set(part, '$.state.lookProblem', NULL) WHERE state IN ('in-doubt', 'held');
  -- The service began with it before its planned time.
  ALTER TABLE owned ADD COLUMN early INTEGER NOT NULL DEFAULT 0;

  -- What was measured of the zone of the service's time fields: 'reading' for those it answers with, 'start' for the
  -- planned time it is told. Offsets in ms, east positive; null: what was seen allows no offset but excludes UTC.
  CREATE TABLE zone (
    base TEXT NOT NULL,
    identity TEXT NOT NULL,
    field TEXT NOT NULL,
    offset INTEGER,
    measured_at TEXT NOT NULL,
    PRIMARY KEY (base, identity, field)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What each planned campaign showed of the zone of planned times: 'told' by which offset, 'offset' by which it began
  -- on time (null: at once). Open while it counts: not yet measured by, and not held up over its time.
  CREATE TABLE zone_sight (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    base TEXT NOT NULL,
    identity TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    test INTEGER NOT NULL,
    told INTEGER NOT NULL,
    offset INTEGER,
    seen_at TEXT NOT NULL,
    open INTEGER NOT NULL,
    UNIQUE (base, identity, campaign_id)
  ) STRICT;
  -- What was measured by one campaign alone is the word of one.
  INSERT INTO zone_sight (base, identity, campaign_id, test, told, offset, seen_at, open)
    SELECT base, identity, 'measured', 0, 0, offset, measured_at, 1 FROM zone WHERE field = 'start';
  DELETE FROM zone WHERE field = 'start';
  `,
  `
  -- Since when the number was on the never-text list when erasing was asked for (NULL: it was not), and the drafts that
  -- nobody could look into and that were to be deleted: a JSON array.
  ALTER TABLE erasing ADD COLUMN listed_since TEXT;
  ALTER TABLE erasing ADD COLUMN delete_drafts TEXT NOT NULL DEFAULT '[]';
  `,
  `
  -- Filters and their sums of a campaign of a million people are read from this alone.
  CREATE INDEX person_kind ON person (campaign_id, part, left_out, word);
  `,
  `
  -- 'least': the service's clock is at least so far ahead. 'watched': seen waiting and under way around its time.
  ALTER TABLE zone_sight ADD COLUMN least INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE zone_sight ADD COLUMN watched INTEGER NOT NULL DEFAULT 0;
  UPDATE zone_sight SET least = coalesce(offset, told + 900000);
  ALTER TABLE zone_sight DROP COLUMN test;
  -- Until now two that had been held up alike were believed: an offset that nobody was watched to begin by is one
  -- campaign's word.
  INSERT OR REPLACE INTO zone_sight (base, identity, campaign_id, told, offset, least, watched, seen_at, open)
    SELECT base, identity, 'measured', 0, offset, offset, 0, measured_at, 1 FROM zone WHERE field = 'start';
  DELETE FROM zone WHERE field = 'start';
  `,
  `
  -- The body of a part of ten thousand is a megabyte, and every step of the part would write its whole row anew.
  CREATE TABLE part_body (
    campaign_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (campaign_id, position),
    FOREIGN KEY (campaign_id, position) REFERENCES part (campaign_id, position)
  ) STRICT;
  INSERT INTO part_body SELECT campaign_id, position, body FROM part WHERE body IS NOT NULL;
  ALTER TABLE part DROP COLUMN body;
  `,
  `
  -- Orders from before it was noted how the number stood on the never-text list: the hour has to tell.
  UPDATE erasing SET listed_since = '' WHERE listed_since IS NULL;
  `,
  `
  -- One index by number instead of two: each costs every person of a confirmation a place in another tree. A constraint
  -- of a table goes with the table alone.
  CREATE TABLE person_anew (
    campaign_id TEXT NOT NULL REFERENCES campaign (id),
    position INTEGER NOT NULL,
    part INTEGER NOT NULL,
    row INTEGER NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    reference TEXT NOT NULL,
    left_out INTEGER NOT NULL DEFAULT 0,
    word TEXT,
    at TEXT,
    parts INTEGER,
    price TEXT,
    PRIMARY KEY (campaign_id, position)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO person_anew SELECT campaign_id, position, part, row, number, name, reference, left_out, word, at, parts,
    price FROM person;
  DROP TABLE person;
  ALTER TABLE person_anew RENAME TO person;
  CREATE UNIQUE INDEX person_number ON person (number, campaign_id);
  CREATE UNIQUE INDEX person_reference ON person (reference);
  CREATE INDEX person_kind ON person (campaign_id, part, left_out, word);
  `,
];
