import { Worker } from "node:worker_threads";
import type { ContactFieldStore } from "../library/contact-fields.ts";
import type { DraftStore } from "../library/drafts.ts";
import type { ListPeople } from "../library/list-people.ts";
import type { ListSets } from "../library/list-sets.ts";
import type { ListUpdates } from "../library/list-updates.ts";
import type { ListStore } from "../library/lists.ts";
import type { MatchingStore } from "../library/matchings.ts";
import type { NeverTextStore } from "../library/never-text.ts";
import type { DraftRenderer } from "../library/rendered-draft.ts";
import type { SettingsStore } from "../library/settings.ts";
import type { TemplateStore } from "../library/templates.ts";
import type { PrivacyStore } from "../privacy/privacy-store.ts";
import type { Journal } from "../sending/journal.ts";
import type { PartGate } from "../sending/part-gate.ts";
import { type Remote, RemoteCaller } from "./remote.ts";
import type { DatabaseReady } from "./worker.ts";

/** A pair of databases in a thread of its own: the library, and the journal while it can be trusted. */
export type Database = DatabaseReady & {
  settings: Remote<SettingsStore>;
  drafts: Remote<DraftStore>;
  renderer: Remote<DraftRenderer>;
  lists: Remote<ListStore>;
  listPeople: Remote<ListPeople>;
  listSets: Remote<ListSets>;
  listUpdates: Remote<ListUpdates>;
  templates: Remote<TemplateStore>;
  neverText: Remote<NeverTextStore>;
  matchings: Remote<MatchingStore>;
  contactFields: Remote<ContactFieldStore>;
  journal: Remote<Journal>;
  partGate: Remote<PartGate>;
  privacy: Remote<PrivacyStore>;
  close: () => Promise<void>;
};

/** Opens the pair in `folder`. `entry` is the built `worker.ts`. Rejects when the thread cannot start at all. */
export async function openDatabases(entry: string | URL, folder: string): Promise<Database> {
  const worker = new Worker(entry, { workerData: { folder } });
  const ready = await new Promise<DatabaseReady>((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (message: { ready: DatabaseReady }) => {
      worker.off("error", reject);
      resolve(message.ready);
    });
  });
  const caller = new RemoteCaller(worker);
  return {
    ...ready,
    settings: caller.service("settings"),
    drafts: caller.service("drafts"),
    renderer: caller.service("renderer"),
    lists: caller.service("lists"),
    listPeople: caller.service("listPeople"),
    listSets: caller.service("listSets"),
    listUpdates: caller.service("listUpdates"),
    templates: caller.service("templates"),
    neverText: caller.service("neverText"),
    matchings: caller.service("matchings"),
    contactFields: caller.service("contactFields"),
    journal: caller.service("journal"),
    partGate: caller.service("partGate"),
    privacy: caller.service("privacy"),
    close: async () => {
      await caller.call("thread", "close", []);
      await worker.terminate();
    },
  };
}
