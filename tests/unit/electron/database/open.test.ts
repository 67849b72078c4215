import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase, type OpenOptions } from "../../../../electron/database/open.ts";
import { temporaryFolder } from "../library/library-file.ts";

const first = "CREATE TABLE thing (name TEXT NOT NULL) STRICT;";
const second = "ALTER TABLE thing ADD COLUMN size INTEGER;";

function options(file: string, migrations = [first]): OpenOptions {
  return { file, migrations, exclusive: true };
}

test("a new file gets its schema, and a later version adds to it after a copy", () => {
  const folder = temporaryFolder();
  const file = join(folder, "journal.sqlite");
  const made = openDatabase(options(file));
  if (!made.ok) throw new Error(made.error.code);
  made.value.exec("INSERT INTO thing VALUES ('kept')");
  made.value.close();

  const later = openDatabase(options(file, [first, second]));
  if (!later.ok) throw new Error(later.error.code);
  expect(later.value.prepare("SELECT name, size FROM thing").all()).toEqual([{ name: "kept", size: null }]);
  later.value.close();
  expect(readdirSync(folder)).toContain("journal.sqlite.before-2");
});

test("a file that a newer version wrote is refused, unchanged", () => {
  const file = join(temporaryFolder(), "journal.sqlite");
  const newer = openDatabase(options(file, [first, second]));
  if (!newer.ok) throw new Error(newer.error.code);
  newer.value.close();
  const bytes = readFileSync(file);
  expect(openDatabase(options(file))).toMatchObject({ ok: false, error: { code: "journal.newer" } });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test("rubbish in place of the file is called damaged", () => {
  const file = join(temporaryFolder(), "journal.sqlite");
  writeFileSync(file, "this is not a database, and it is long enough to be read as a header of one".repeat(20));
  expect(openDatabase(options(file))).toMatchObject({ ok: false, error: { code: "journal.damaged" } });
});

test("a folder that is not there cannot hold a journal", () => {
  expect(openDatabase(options(join(temporaryFolder(), "gone", "journal.sqlite")))).toMatchObject({
    ok: false,
    error: { code: "journal.read-only" },
  });
});

test("while one process holds the journal, a second one is refused", () => {
  const file = join(temporaryFolder(), "journal.sqlite");
  const held = openDatabase(options(file));
  expect(held.ok).toBe(true);
  const script = `
    import { openDatabase } from ${JSON.stringify(new URL("../../../../electron/database/open.ts", import.meta.url).href)};
    const opened = openDatabase(${JSON.stringify(options(file))});
    console.log(opened.ok ? "opened" : opened.error.code);
  `;
  const other = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(other.stdout.trim()).toBe("journal.locked");
  if (held.ok) held.value.close();
});

test("a file is looked through unless it is known to be whole", () => {
  const file = join(temporaryFolder(), "journal.sqlite");
  const made = openDatabase(options(file));
  if (!made.ok) throw new Error(made.error.code);
  made.value.exec(
    "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO thing SELECT 'thing ' || i FROM n",
  );
  made.value.close();
  const bytes = readFileSync(file);
  // Somewhere among the things, where opening alone does not look.
  bytes.fill(0xff, bytes.length - 4096, bytes.length - 2048);
  writeFileSync(file, bytes);
  expect(openDatabase(options(file))).toMatchObject({ ok: false, error: { code: "journal.damaged" } });
  const believed = openDatabase({ ...options(file), isWhole: true });
  expect(believed.ok).toBe(true);
  if (believed.ok) believed.value.close();
});

test("every commit is on disk before it is believed: whoever is never to be texted, as well as a campaign", () => {
  for (const exclusive of [true, false]) {
    const opened = openDatabase({ ...options(join(temporaryFolder(), "any.sqlite")), exclusive });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
    expect(opened.value.prepare("PRAGMA fullfsync").get()).toEqual({ fullfsync: 1 });
    expect(opened.value.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    opened.value.close();
  }
});
