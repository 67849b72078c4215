import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { createMemoryKeyStore } from "../../../electron/account/key-store.ts";
import { createHttp, type Http } from "../../../electron/bsg/http.ts";
import { createRefusingHttp } from "../../../electron/bsg/refusing-http.ts";
import { startPracticeService } from "../../../electron/practice/service.ts";
import { openProgram, type ProgramOptions } from "../../../electron/program.ts";
import { openAccountWorkspace, openPracticeWorkspace } from "../../../electron/workspace.ts";
import { appErrorOf } from "../../../shared/errors.ts";
import { aCampaign } from "../../sending/a-campaign.ts";
import { temporaryFolder } from "./library/library-file.ts";

const entries = {
  database: new URL("../../../electron/database/worker.ts", import.meta.url),
  practice: new URL("../../../electron/practice/worker.ts", import.meta.url),
};

/** The program on a real folder, without a network but that of practice mode. */
async function aProgram(
  changes: Partial<ProgramOptions> = {},
  { base, http }: { base: string; http: Http } = {
    base: "http://127.0.0.1:1",
    http: createRefusingHttp(appErrorOf("network.down", { reason: "" })),
  },
) {
  const folder = temporaryFolder();
  const keyStore = createMemoryKeyStore();
  const events = { stateChanged() {}, campaignsChanged() {} };
  const opened = await openProgram({
    facts: { version: "0", platform: "test", locale: "en", dataFolder: folder },
    openAccount: () =>
      openAccountWorkspace({
        folder: join(folder, "account"),
        entries,
        base,
        http,
        keyStore,
        events,
      }),
    openPractice: () =>
      openPracticeWorkspace({
        folder: join(folder, "practice"),
        entries,
        http: createHttp({ resolveProxy: async () => "DIRECT" }),
        notes: keyStore,
        events,
      }),
    settingsChanged() {},
    stateChanged() {},
    sideOpened() {},
    ...changes,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const program = opened.value;
  let open = true;
  const close = async () => {
    if (open) await program.close();
    open = false;
  };
  onTestFinished(close);
  const kind = async () => {
    const side = await program.side();
    if (!side.ok) throw new Error(side.error.code);
    return side.value.kind;
  };
  return { program, folder, close, kind };
}

test("a choice of side that the disk refuses is not made: what the window still shows is what it works on", async () => {
  const { program, folder, kind } = await aProgram();
  await program.usePractice();
  const library = new DatabaseSync(join(folder, "account", "library.sqlite"));
  library.exec(`CREATE TRIGGER refused BEFORE INSERT ON setting WHEN NEW.name = 'mode'
    BEGIN SELECT raise(ABORT, 'full'); END`);
  library.close();
  await expect(program.leavePractice()).rejects.toThrow("full");
  expect(await kind()).toBe("practice");
});

test("a key that is accepted after practice mode was chosen does not take the window out of it", async () => {
  const service = await startPracticeService({ stateFile: ":memory:" });
  onTestFinished(() => service.close());
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const direct = createHttp({ resolveProxy: async () => "DIRECT" });
  const http: Http = {
    ...direct,
    ask: async (request) => {
      asked.resolve();
      await answered.promise;
      return direct.ask(request);
    },
  };
  const { program, kind } = await aProgram({}, { base: service.url, http });
  const connecting = program.connect("live_demo_key_0001");
  await asked.promise;
  await program.usePractice();
  answered.resolve();
  expect(await connecting).toMatchObject({ value: { mode: "account", keyHint: "live_…001" } });
  expect(await kind()).toBe("practice");
  await program.leavePractice();
  expect(await kind()).toBe("account");
});

test("practice mode that cannot be opened keeps nothing of the account from ending in order", async () => {
  const opening = Promise.withResolvers<never>();
  const { program, folder, close } = await aProgram({ openPractice: () => opening.promise });
  const practising = program.usePractice();
  const closing = close();
  opening.reject(new Error("no thread"));
  await expect(practising).rejects.toThrow("no thread");
  await closing;
  const reopened = new DatabaseSync(join(folder, "account", "journal.sqlite"));
  onTestFinished(() => reopened.close());
  expect(reopened.prepare("PRAGMA user_version").get(), "nobody holds it any more").toBeDefined();
});

const year = 365 * 24 * 3_600_000;

/** Whether the people of a campaign of two years ago are erased, in so long, when they are to be kept for a year. */
async function erasesOldPeople(serviceNow: () => number, patienceMs: number): Promise<boolean> {
  const service = await startPracticeService({ stateFile: ":memory:", clock: { now: serviceNow } });
  onTestFinished(() => service.close());
  const http = createHttp({ resolveProxy: async () => "DIRECT" });
  const { program } = await aProgram({}, { base: service.url, http });
  await program.connect("live_demo_key_0001");
  const side = await program.side();
  if (!side.ok) throw new Error(side.error.code);
  const { journal } = side.value.database;
  const now = new Date(Date.now() - 2 * year).toISOString();
  await journal.confirm(aCampaign({ base: service.url }), { now, undoUntil: null });
  await journal.cancel("campaign-1", now);
  await program.changeSettings({ keepMonths: 12 });
  const patience = performance.now() + patienceMs;
  for (;;) {
    const [person] = (await journal.people("campaign-1", { offset: 0, limit: 1 })).rows;
    if (person?.number === "") return true;
    if (performance.now() > patience) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("what was kept long enough is erased, but not by a clock that the service shows to be years ahead", async () => {
  expect(await erasesOldPeople(() => Date.now(), 40_000)).toBe(true);
  expect(await erasesOldPeople(() => Date.now() - 3 * year, 1500)).toBe(false);
});
