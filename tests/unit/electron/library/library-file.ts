import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { onTestFinished } from "vitest";
import { libraryMigrations } from "../../../../electron/database/migrations/library.ts";
import { openDatabase } from "../../../../electron/database/open.ts";

/** A folder of its own for one test, gone afterwards. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "campaign-desk-test-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A real library file, opened as the program opens it. */
export function openLibrary(file = join(temporaryFolder(), "library.sqlite")): DatabaseSync {
  const opened = openDatabase({ file, migrations: libraryMigrations, exclusive: false });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => {
    if (opened.value.isOpen) opened.value.close();
  });
  return opened.value;
}
