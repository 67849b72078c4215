import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { createMemoryKeyStore } from "../../../../electron/account/key-store.ts";
import { createRefusingHttp } from "../../../../electron/bsg/refusing-http.ts";
import { campaignHandlers } from "../../../../electron/ipc/campaign-handlers.ts";
import { draftHandlers } from "../../../../electron/ipc/draft-handlers.ts";
import type { Ports } from "../../../../electron/ipc/ports.ts";
import { openAccountWorkspace } from "../../../../electron/workspace.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { ok } from "../../../../shared/result.ts";
import { aCampaign } from "../../../sending/a-campaign.ts";
import { temporaryFolder } from "../library/library-file.ts";
import { now } from "../library/saved-lists.ts";

const entries = {
  database: new URL("../../../../electron/database/worker.ts", import.meta.url),
  practice: new URL("../../../../electron/practice/worker.ts", import.meta.url),
};
const people = {
  draftId: "campaign-1-draft",
  offset: 0,
  last: true,
  columns: ["Name"],
  numbers: ["380670000000", "380670000001", "380670000002"],
  rows: [2, 3, 4],
  cells: [["Olena", "Taras", "Iryna"]],
};

/** A side on a real folder with a campaign that was confirmed, and what the window may ask of it. */
async function confirmed() {
  const folder = temporaryFolder();
  const opened = await openAccountWorkspace({
    folder,
    entries,
    base: "http://127.0.0.1:1",
    http: createRefusingHttp(appErrorOf("network.down", { reason: "" })),
    keyStore: createMemoryKeyStore(),
    events: { stateChanged() {}, campaignsChanged() {} },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  const { database } = opened.value;
  await database.drafts.create({ id: "campaign-1-draft", campaignId: "campaign-1" }, "Roses", now);
  await database.drafts.writePeople(people, now);
  await database.journal.confirm(aCampaign(), { now, undoUntil: "2026-11-24T09:42:00.000Z" });
  let ids = 0;
  const ports: Partial<Ports> = {
    // Of the program the handlers of drafts and campaigns ask for nothing but the side.
    program: { side: async () => ok(opened.value) } as Ports["program"],
    now: () => now,
    newId: () => `new-${(ids += 1)}`,
    stateChanged() {},
    campaignsChanged() {},
  };
  const all = ports as Ports;
  return { folder, database, window: { ...draftHandlers(all), ...campaignHandlers(all) } };
}

test("what the window says late of a list that was confirmed is refused: the report counts on its rows", async () => {
  const { database, window } = await confirmed();
  const id = "campaign-1-draft";
  const source = { kind: "typed" as const, name: "late", size: 3 };
  const late = [
    window.writeDraftPeople({ ...people, numbers: ["380679999999"], rows: [2], cells: [["Stranger"]] }),
    window.writeDraftSource({ id, source, offset: 0, last: true, bytes: new Uint8Array(3) }),
    window.writeDraftEdit({ id, place: 0, edit: null }),
    window.clearDraftSource({ id }),
    window.deleteDraft({ id }),
  ];
  for (const answer of late) expect(await answer).toMatchObject({ error: { code: "draft.missing" } });
  expect(await database.drafts.cellsAt(id, { offset: 0, limit: 9 })).toEqual([["Olena"], ["Taras"], ["Iryna"]]);
});

test("Undo whose draft a full disk keeps back says that nothing is sent, and brings it back when it is asked again", async () => {
  const { folder, database, window } = await confirmed();
  const library = new DatabaseSync(join(folder, "library.sqlite"));
  onTestFinished(() => library.close());
  library.exec("CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT raise(ABORT, 'full'); END");
  expect(await window.undoCampaign({ id: "campaign-1" })).toMatchObject({ error: { code: "draft.not-back" } });
  library.exec("DROP TRIGGER full");
  expect(await window.undoCampaign({ id: "campaign-1" })).toMatchObject({ ok: true });
  expect(await database.drafts.summaries()).toMatchObject([{ title: "Roses", people: 3 }]);
});
