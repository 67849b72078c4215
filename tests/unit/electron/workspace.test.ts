import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { createMemoryKeyStore } from "../../../electron/account/key-store.ts";
import { createRefusingHttp } from "../../../electron/bsg/refusing-http.ts";
import { openAccountWorkspace } from "../../../electron/workspace.ts";
import { appErrorOf } from "../../../shared/errors.ts";
import { temporaryFolder } from "./library/library-file.ts";
import { now } from "./library/saved-lists.ts";

const file = { kind: "file", name: "customers.csv", size: 6 } as const;

async function openIn(folder: string) {
  const opened = await openAccountWorkspace({
    folder,
    entries: {
      database: new URL("../../../electron/database/worker.ts", import.meta.url),
      practice: new URL("../../../electron/practice/worker.ts", import.meta.url),
    },
    base: "http://127.0.0.1:1",
    http: createRefusingHttp(appErrorOf("network.down", { reason: "" })),
    keyStore: createMemoryKeyStore(),
    events: { stateChanged() {}, campaignsChanged() {} },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

test("a disk that is so full that half a source cannot be deleted does not keep the program from opening", async () => {
  const folder = temporaryFolder();
  const before = await openIn(folder);
  const { drafts } = before.database;
  await drafts.create({ id: "d1", campaignId: "c1" }, "Roses", now);
  await drafts.writeSource("d1", { source: file, offset: 0, last: true, bytes: Uint8Array.of(1, 2) }, now);
  await drafts.writeSource("d1", { source: file, offset: 0, last: false, bytes: Uint8Array.of(9, 8, 7) }, now);
  await before.close();
  const library = new DatabaseSync(join(folder, "library.sqlite"));
  onTestFinished(() => library.close());
  library.exec("CREATE TRIGGER full BEFORE DELETE ON draft_source BEGIN SELECT raise(ABORT, 'full'); END");

  const again = await openIn(folder);
  expect(await again.database.drafts.readSource("d1", 0)).toMatchObject({ ok: true, value: { total: 2 } });
  await again.close();
  const pieces = library.prepare("SELECT count(*) AS n FROM draft_source");
  expect(pieces.get()).toEqual({ n: 2 });

  library.exec("DROP TRIGGER full");
  const later = await openIn(folder);
  await later.close();
  expect(pieces.get(), "once it can be deleted it is").toEqual({ n: 1 });
});
