import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type JournalFile, openJournalAt } from "../../../sending/journal-file.ts";
import { temporaryFolder } from "../library/library-file.ts";

/** Opens a journal, by default a new one in a folder that goes with the test. */
export function openJournal(file = join(temporaryFolder(), "journal.sqlite")): JournalFile {
  const journal = openJournalAt(file);
  onTestFinished(journal.close);
  return journal;
}
