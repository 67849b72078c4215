import { appendFileSync, existsSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { leaveWhole, takeLeftWhole, worthSparing } from "../../../../electron/database/left-whole.ts";
import { openDatabases } from "../../../../electron/database/database.ts";
import { temporaryFolder } from "../library/library-file.ts";

const day = 24 * 60 * 60_000;
const checked = Date.parse("2026-07-15T09:00:00.000Z");

function aFile(bytes = worthSparing): string {
  const file = join(temporaryFolder(), "journal.sqlite");
  writeFileSync(file, "pages");
  truncateSync(file, bytes);
  return file;
}

test("a file that was closed in order is believed to be whole once, and for a week since it was looked through", () => {
  const file = aFile();
  expect(takeLeftWhole(file, checked)).toBeNull();
  leaveWhole(file, checked);
  expect(takeLeftWhole(file, checked + day)).toBe(checked);
  // The program that took the note has not ended in order.
  expect(takeLeftWhole(file, checked + day)).toBeNull();
  leaveWhole(file, checked);
  expect(takeLeftWhole(file, checked + 7 * day)).toBeNull();
  // A clock that was set back says nothing.
  leaveWhole(file, checked);
  expect(takeLeftWhole(file, checked - day)).toBeNull();
});

test("a file that takes a moment to look through is looked through at every start", () => {
  const file = aFile(worthSparing - 1);
  leaveWhole(file, checked);
  expect(takeLeftWhole(file, checked)).toBeNull();
});

test("a file that is not as it was left is looked through: changed, gone, or with a log beside it", () => {
  const changed = aFile();
  leaveWhole(changed, checked);
  appendFileSync(changed, "!");
  expect(takeLeftWhole(changed, checked)).toBeNull();
  const logged = aFile();
  leaveWhole(logged, checked);
  writeFileSync(`${logged}-wal`, "");
  expect(takeLeftWhole(logged, checked)).toBeNull();
  const noted = aFile();
  for (const note of ["{", "null", '{"size":"5"}']) {
    writeFileSync(`${noted}.whole`, note);
    expect(takeLeftWhole(noted, checked)).toBeNull();
  }
});

test("where nothing can be noted the file is closed all the same, and looked through at the next start", () => {
  const file = aFile();
  mkdirSync(`${file}.whole`);
  expect(leaveWhole(file, checked)).toBe(false);
  expect(takeLeftWhole(file, checked)).toBeNull();
});

test("both databases of a side are left whole by a program that ends in order", async () => {
  const folder = temporaryFolder();
  const entry = new URL("../../../../electron/database/worker.ts", import.meta.url);
  const database = await openDatabases(entry, folder);
  const files = ["library.sqlite", "journal.sqlite"].map((name) => join(folder, name));
  expect(files.map((file) => existsSync(`${file}.whole`))).toEqual([false, false]);
  await database.close();
  expect(files.map((file) => existsSync(`${file}.whole`))).toEqual([true, true]);
});
