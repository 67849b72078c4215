import { expect, test } from "vitest";
import { journalMigrations } from "../../../../electron/database/migrations/journal.ts";
import { openDatabase } from "../../../../electron/database/open.ts";
import { notNoted, waitingToBeErased } from "../../../../electron/sending/journal-erasing.ts";
import { Journal } from "../../../../electron/sending/journal.ts";
import { temporaryFolder } from "../library/library-file.ts";

function opened(file: string, migrations: readonly string[]) {
  const database = openDatabase({ file, migrations, exclusive: true });
  if (!database.ok) throw new Error(database.error.code);
  return database.value;
}

const account = { base: "https://one-api.bsg.world", identity: "7100002" };

test("what one campaign alone had measured of the service's zone is one campaign's word after the update", () => {
  const file = `${temporaryFolder()}/journal.sqlite`;
  const before = opened(file, journalMigrations.slice(0, 3));
  const insert = before.prepare("INSERT INTO zone VALUES (?, ?, ?, ?, '2026-07-15T09:00:00.000Z')");
  insert.run(account.base, account.identity, "reading", 0);
  insert.run(account.base, account.identity, "start", -3_600_000);
  insert.run(account.base, "7100003", "start", null);
  before.close();
  const journal = new Journal(opened(file, journalMigrations));
  expect(journal.startEvidence(account)).toMatchObject({
    reading: { offset: 0 },
    start: null,
    sights: [{ offset: -3_600_000, least: -3_600_000, told: 0, watched: false }],
  });
  expect(journal.startEvidence({ ...account, identity: "7100003" }).sights).toMatchObject([
    { offset: null, told: 0, least: 900_000 },
  ]);
});

test("what was measured before anybody watched how texts begin is no measurement after the update", () => {
  const file = `${temporaryFolder()}/journal.sqlite`;
  const before = opened(file, journalMigrations.slice(0, 6));
  before
    .prepare("INSERT INTO zone VALUES (?, ?, 'start', -3600000, '2026-07-15T09:00:00.000Z')")
    .run(account.base, account.identity);
  before.close();
  const journal = new Journal(opened(file, journalMigrations));
  expect(journal.startEvidence(account)).toMatchObject({
    start: null,
    sights: [{ offset: -3_600_000, told: 0, watched: false }],
  });
});

test("of an order to erase from before the update nobody knows how the number stood on the never-text list", () => {
  const file = `${temporaryFolder()}/journal.sqlite`;
  const before = opened(file, journalMigrations.slice(0, 4));
  before.exec("INSERT INTO erasing VALUES ('380670000001', '2026-07-15T09:00:00.000Z', 0)");
  before.close();
  expect(waitingToBeErased(opened(file, journalMigrations))).toMatchObject([{ keepOut: false, listedSince: notNoted }]);
});

test("bodies that are still to be posted are kept by the update, and those that were deleted stay deleted", () => {
  const file = `${temporaryFolder()}/journal.sqlite`;
  const before = opened(file, journalMigrations.slice(0, 7));
  before.exec(`
    INSERT INTO campaign (id, draft_id, title, text, sender, validity_hours, route, groups, people, base, identity,
      digest, content_digest, confirmed_at, released, state, counts)
      VALUES ('a', 'd', '', '', '', 72, 'send', '[]', 2, '', '', '', '', '2026-07-15T09:00:00.000Z', 1, 'sending', '{}');
    INSERT INTO part (campaign_id, position, people, state, open, part, body, body_hash)
      VALUES ('a', 0, 1, 'accepted', 0, '{}', NULL, 'x'), ('a', 1, 1, 'planned', 1, '{}', '{"phones":[]}', 'y');
  `);
  before.close();
  const journal = new Journal(opened(file, journalMigrations));
  expect([journal.body("a", 0), journal.body("a", 1)]).toEqual([null, '{"phones":[]}']);
});

test("people of campaigns from before the update are found by number and by reference as before", () => {
  const file = `${temporaryFolder()}/journal.sqlite`;
  const before = opened(file, journalMigrations.slice(0, 9));
  before.exec(`
    INSERT INTO campaign (id, draft_id, title, text, sender, validity_hours, route, groups, people, base, identity,
      digest, content_digest, confirmed_at, released, state, counts)
      VALUES ('a', 'd', '', '', '', 72, 'send', '[]', 2, '', '', '', '', '2026-07-15T09:00:00.000Z', 1, 'sending', '{}');
    INSERT INTO part (campaign_id, position, people, state, open, part, body_hash) VALUES ('a', 0, 2, 'accepted', 0, '{}', 'x');
    INSERT INTO person VALUES
      ('a', 0, 0, 7, '380670000001', 'Olena', 'R1', 0, 'delivered', '2026-07-15T09:00:05.000Z', 2, '{"millionths":1}'),
      ('a', 1, 0, 9, '380670000002', 'Petro', 'R2', 1, NULL, NULL, NULL, NULL);
  `);
  const people = before.prepare("SELECT * FROM person ORDER BY position").all();
  before.close();
  const after = opened(file, journalMigrations);
  expect(after.prepare("SELECT * FROM person ORDER BY position").all()).toEqual(people);
  const insert = (values: string) => () =>
    after.exec(`INSERT INTO person (campaign_id, position, part, row, number, name, reference) VALUES (${values})`);
  expect(insert("'a', 2, 0, 11, '380670000001', '', 'R3'"), "one person twice").toThrow(/UNIQUE/);
  expect(insert("'a', 2, 0, 11, '380670000003', '', 'R1'"), "one reference twice").toThrow(/UNIQUE/);
  expect(insert("'b', 0, 0, 11, '380670000003', '', 'R3'"), "of no campaign").toThrow(/FOREIGN KEY/);
});
