import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { createMemoryKeyStore } from "../../../../electron/account/key-store.ts";
import { createRefusingHttp } from "../../../../electron/bsg/refusing-http.ts";
import type { Database } from "../../../../electron/database/database.ts";
import { openDrafts } from "../../../../electron/library/open-drafts.ts";
import { openAccountWorkspace } from "../../../../electron/workspace.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { aCampaign } from "../../../sending/a-campaign.ts";
import { temporaryFolder } from "./library-file.ts";
import { now } from "./saved-lists.ts";

const entries = {
  database: new URL("../../../../electron/database/worker.ts", import.meta.url),
  practice: new URL("../../../../electron/practice/worker.ts", import.meta.url),
};

/** A side on a real folder. */
async function aSide(folder: string) {
  const opened = await openAccountWorkspace({
    folder,
    entries,
    base: "http://127.0.0.1:1",
    http: createRefusingHttp(appErrorOf("network.down", { reason: "" })),
    keyStore: createMemoryKeyStore(),
    events: { stateChanged() {}, campaignsChanged() {} },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  let open = true;
  const close = async () => {
    if (open) await opened.value.close();
    open = false;
  };
  onTestFinished(close);
  return { database: opened.value.database, close };
}

/** A draft that became a campaign which was taken back, and nothing more: the disk was full, or the program ended. */
async function takenBack({ drafts, journal }: Database): Promise<void> {
  await drafts.create({ id: "campaign-1-draft", campaignId: "campaign-1" }, "Roses", now);
  await drafts.save("campaign-1-draft", { text: "Roses are here" }, now);
  await journal.confirm(aCampaign(), { now, undoUntil: "2026-11-24T09:42:00.000Z" });
  await journal.undo("campaign-1", now);
}

/** The disk takes no further draft until the answer is called. */
function fullDisk(folder: string): () => void {
  const on = (sql: string) => {
    const library = new DatabaseSync(join(folder, "library.sqlite"));
    library.exec(sql);
    library.close();
  };
  on("CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT raise(ABORT, 'full'); END");
  return () => on("DROP TRIGGER full");
}

test("a draft that could not be brought back is not shown under ids that are used up, and is there once it can be", async () => {
  const folder = temporaryFolder();
  const { database } = await aSide(folder);
  await takenBack(database);
  const freed = fullDisk(folder);
  expect(await openDrafts(database)).toEqual([]);
  freed();
  const [back, ...more] = await openDrafts(database);
  expect(more).toEqual([]);
  expect(back).toMatchObject({ title: "Roses", text: "Roses are here" });
  const opened = await database.drafts.open(back?.id ?? "");
  expect(opened).toMatchObject({ ok: true });
  expect(opened.ok && opened.value.campaignId).not.toBe("campaign-1");
  expect(await openDrafts(database)).toMatchObject([{ id: back?.id }]);
});

test("whoever asks for it at once gets it back once", async () => {
  const { database } = await aSide(temporaryFolder());
  await takenBack(database);
  await Promise.all([openDrafts(database), openDrafts(database), openDrafts(database)]);
  expect(await openDrafts(database)).toHaveLength(1);
});

test("the program opens on a full disk with a draft that is still to be brought back", async () => {
  const folder = temporaryFolder();
  const first = await aSide(folder);
  await takenBack(first.database);
  await first.close();
  fullDisk(folder);
  const { database } = await aSide(folder);
  expect(await database.drafts.summaries()).toMatchObject([{ text: "Roses are here" }]);
});
