import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import { ContactFieldStore } from "../library/contact-fields.ts";
import { DraftStore } from "../library/drafts.ts";
import { ListPeople } from "../library/list-people.ts";
import { ListSets } from "../library/list-sets.ts";
import { ListUpdates } from "../library/list-updates.ts";
import { ListStore } from "../library/lists.ts";
import { MatchingStore } from "../library/matchings.ts";
import { NeverTextStore } from "../library/never-text.ts";
import { DraftRenderer } from "../library/rendered-draft.ts";
import { SettingsStore } from "../library/settings.ts";
import { TemplateStore } from "../library/templates.ts";
import { NumberMarks } from "../privacy/number-marks.ts";
import { practiceRecords } from "../privacy/practice-records.ts";
import { PrivacyStore } from "../privacy/privacy-store.ts";
import { Journal } from "../sending/journal.ts";
import { PartGate } from "../sending/part-gate.ts";
import { journalMigrations } from "./migrations/journal.ts";
import { libraryMigrations } from "./migrations/library.ts";
import { leaveWhole, takeLeftWhole } from "./left-whole.ts";
import { databaseProblem, openDatabase, type OpenOptions } from "./open.ts";
import { serveRemote } from "./remote.ts";

/** What the thread says first: whether the library could be opened, and whether anything can be sent. */
export type DatabaseReady = { libraryProblem: AppError | null; journalProblem: AppError | null };

if (parentPort === null) throw new Error("This file is the entry of a worker thread");
const { folder }: { folder: string } = workerData;
mkdirSync(folder, { recursive: true });

const services: Record<string, object> = {};
const marks = new NumberMarks();
// Beside practice mode's pair lies what its service keeps.
const practiceFile = join(folder, "service.sqlite");

/** A page that cannot be read may be met long after the start: then the next one looks the files through. */
let isWhole = true;
const ends: (() => void)[] = [];
function opened(options: OpenOptions): ReturnType<typeof openDatabase> {
  const checkedAt = takeLeftWhole(options.file, Date.now());
  const database = openDatabase({ ...options, isWhole: checkedAt !== null });
  if (database.ok) {
    ends.push(() => {
      database.value.close();
      if (isWhole) leaveWhole(options.file, checkedAt ?? Date.now());
    });
  }
  return database;
}

const library = opened({
  file: join(folder, "library.sqlite"),
  migrations: libraryMigrations,
  exclusive: false,
});
const journal = opened({
  file: join(folder, "journal.sqlite"),
  migrations: journalMigrations,
  exclusive: true,
  keepsStatements: true,
});
const ours = journal.ok ? new Journal(journal.value, marks) : null;
if (ours !== null) services["journal"] = ours;
if (library.ok) {
  // Erasing works with the very stores of the window: it tells them what was rewritten behind it.
  const drafts = new DraftStore(library.value);
  const neverText = new NeverTextStore(library.value, marks);
  const settings = new SettingsStore(library.value);
  services["settings"] = settings;
  services["drafts"] = drafts;
  services["renderer"] = new DraftRenderer(drafts);
  const lists = new ListStore(library.value, drafts);
  const listPeople = new ListPeople(library.value, lists.steps);
  services["lists"] = lists;
  services["listPeople"] = listPeople;
  services["listSets"] = new ListSets(library.value, lists);
  services["listUpdates"] = new ListUpdates(library.value, lists, listPeople);
  services["templates"] = new TemplateStore(library.value);
  services["neverText"] = neverText;
  if (ours !== null) services["partGate"] = new PartGate(ours, neverText);
  services["matchings"] = new MatchingStore(library.value);
  services["contactFields"] = new ContactFieldStore(library.value);
  services["privacy"] = new PrivacyStore({
    library: library.value,
    journal: journal.ok ? journal.value : null,
    marks,
    drafts,
    neverText,
    settings,
    practice: existsSync(practiceFile) ? practiceRecords(practiceFile) : null,
  });
}

services["thread"] = {
  close: () => {
    for (const end of ends.splice(0)) end();
  },
};
serveRemote(parentPort, services, (error) => {
  if (databaseProblem(error).code === "journal.damaged") isWhole = false;
});
parentPort.postMessage({
  ready: {
    // Which of the many reasons it is, is in the log; for the user the way out is the same.
    libraryProblem: library.ok ? null : appErrorOf("library.unreadable", { reason: library.error.code }),
    journalProblem: journal.ok ? null : journal.error,
  } satisfies DatabaseReady,
});
