import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { createMemoryKeyStore } from "../../../../electron/account/key-store.ts";
import { createHttp, type Http } from "../../../../electron/bsg/http.ts";
import { createRefusingHttp } from "../../../../electron/bsg/refusing-http.ts";
import { campaignHandlers } from "../../../../electron/ipc/campaign-handlers.ts";
import { draftHandlers } from "../../../../electron/ipc/draft-handlers.ts";
import { privacyHandlers } from "../../../../electron/ipc/privacy-handlers.ts";
import type { Ports } from "../../../../electron/ipc/ports.ts";
import { startPracticeService } from "../../../../electron/practice/service.ts";
import { openAccountWorkspace, type Workspace } from "../../../../electron/workspace.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { reviewSettings } from "../../../../shared/library/draft.ts";
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

/** A side on a real folder, and what the window may ask of it. */
async function aSide(
  base = "http://127.0.0.1:1",
  http: Http = createRefusingHttp(appErrorOf("network.down", { reason: "" })),
  altered: (side: Workspace) => Workspace = (side) => side,
) {
  const folder = temporaryFolder();
  const opened = await openAccountWorkspace({
    folder,
    entries,
    base,
    http,
    keyStore: createMemoryKeyStore(),
    events: { stateChanged() {}, campaignsChanged() {} },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  const { account, database } = opened.value;
  let ids = 0;
  const ports: Partial<Ports> = {
    // Of the program these handlers ask for nothing but the side and the settings.
    program: {
      side: async () => ok(altered(opened.value)),
      settings: () => database.settings.read(),
    } as Ports["program"],
    now: () => new Date().toISOString(),
    newId: () => `new-${(ids += 1)}`,
    stateChanged() {},
    campaignsChanged() {},
  };
  const all = ports as Ports;
  const window = { ...draftHandlers(all), ...campaignHandlers(all), ...privacyHandlers(all) };
  return { folder, account, database, window };
}

/** The same with a campaign that was confirmed. */
async function confirmed() {
  const { folder, database, window } = await aSide();
  await database.drafts.create({ id: "campaign-1-draft", campaignId: "campaign-1" }, "Roses", now);
  await database.drafts.writePeople(people, now);
  await database.journal.confirm(aCampaign(), { now, undoUntil: "2026-11-24T09:42:00.000Z" });
  return { folder, database, window };
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

test("a confirmation that failed although it is on disk goes on when it is confirmed again", async () => {
  const { database, window } = await confirmed();
  await database.settings.change({ undoSeconds: 0 });
  const shown = { people: 3, parts: 3, price: { millionths: 0, currency: "UAH" }, digest: "" };
  expect(await window.confirmCampaign({ draftId: "campaign-1-draft", shown })).toMatchObject({
    value: { campaignId: "campaign-1" },
  });
  await expect.poll(() => database.journal.unreleased()).toEqual([]);
});

test("a test whose confirmation ends with an error although it is on disk is said to be sent: pressed again, it would go twice", async () => {
  const service = await startPracticeService({ stateFile: ":memory:" });
  onTestFinished(() => service.close());
  const failing = (side: Workspace): Workspace => ({
    ...side,
    sending: {
      ...side.sending,
      confirm: async (...campaign) => {
        await side.sending.confirm(...campaign);
        throw new Error("full");
      },
    },
  });
  const http = createHttp({ resolveProxy: async () => "DIRECT" });
  const { account, database, window } = await aSide(service.url, http, failing);
  await account.connect("live_demo_key_0001");
  const message = { sender: "FloraKyiv", text: "Roses", number: "380670000000", tariffCode: null };
  const quoted = await window.quoteTest(message);
  if (!quoted.ok) throw new Error(quoted.error.code);
  const sent = await window.sendTest({ message, title: "Test", price: quoted.value.price, later: false });
  expect(sent).toMatchObject({ ok: true });
  expect(await database.journal.draftsOf("confirmed")).toHaveLength(1);
});

/** A draft that was reviewed against the practice service, and a confirmation that is held where it asks for the price. */
async function heldConfirmation() {
  const service = await startPracticeService({ stateFile: ":memory:" });
  onTestFinished(() => service.close());
  const { account, database, window } = await aSide(service.url, createHttp({ resolveProxy: async () => "DIRECT" }));
  await account.connect("live_demo_key_0001");
  await database.drafts.create({ id: "d1", campaignId: "c1" }, "Roses", now);
  await database.drafts.writePeople({ ...people, draftId: "d1" }, now);
  const review = reviewSettings.parse({ sender: "FloraKyiv", consent: true });
  await database.drafts.save("d1", { text: "Hello {Name}", review }, now);
  const preflight = await window.reviewDraft({ id: "d1" });
  if (!preflight.ok || preflight.value.price === null) throw new Error("no review");
  const { people: count, parts, price, digest } = preflight.value;
  const asked = () => service.ledger().requests.filter(({ path }) => path === "/api/campaigns/price").length;
  const before = asked();
  const hold = { path: "/api/campaigns/price", act: "hold", accepts: "before" } as const;
  service.setSwitches({ faults: [hold] });
  const confirm = () => window.confirmCampaign({ draftId: "d1", shown: { people: count, parts, price, digest } });
  const confirming = confirm();
  while (asked() === before) await new Promise((resolve) => setTimeout(resolve, 5));
  return { service, database, window, confirm, confirming };
}

test("who is erased while a campaign is being confirmed waits for it, and is not in its record after being called erased", async () => {
  const { service, window, confirming } = await heldConfirmation();
  const number = people.numbers[0] ?? "";
  const erasing = window.erasePerson({ number, keepOut: false, deleteDrafts: [] });
  service.setSwitches({ faults: [] });
  service.release();
  expect(await confirming).toMatchObject({ ok: true });
  expect(await erasing).toMatchObject({ ok: true, value: { waiting: { number, campaigns: ["Roses"] } } });
});

test("a confirmation that waited for the first one of its draft answers with that campaign, whatever the service says by then", async () => {
  const { service, database, confirm, confirming } = await heldConfirmation();
  const again = confirm();
  // The files are asked in turn: when these are answered the second one has seen that nothing is confirmed yet.
  for (let time = 0; time < 3; time += 1) expect(await database.journal.confirmationOf("d1")).toBeNull();
  service.setSwitches({ faults: [{ path: "/api/campaigns/price", act: "reset", accepts: false }] });
  service.release();
  const first = await confirming;
  expect(first).toMatchObject({ ok: true, value: { campaignId: "c1" } });
  expect(await again).toMatchObject({ ok: true, value: { campaignId: "c1" } });
});
