import { expect, test } from "vitest";
import { createDraftStore } from "../../../../renderer/draft/draft-store.ts";
import { createListClient } from "../../../../renderer/draft/list-client.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import type { Preflight } from "../../../../shared/campaign/preflight.ts";
import type { Desk } from "../../../../shared/ipc/bridge.ts";
import type { Draft } from "../../../../shared/library/draft.ts";
import type { Edit } from "../../../../shared/recipients/reading.ts";
import { err, ok } from "../../../../shared/result.ts";
import { localWorker } from "./local-worker.ts";
import { bytes, draft } from "./opened-draft.ts";

const savedAt = "2026-11-16T08:00:01.000Z";
const accepted: Draft["reading"] = {
  ...draft.reading,
  headerRow: 1,
  defaultCountry: "UA",
  columns: [
    { kind: "field", name: "Name" },
    { kind: "phone", order: 0 },
  ],
};

/** A draft of two people as the window has it, whose worker can be ended; main keeps its edits and can lose its source. */
async function shown(change: Partial<Draft> = {}) {
  const worker = localWorker();
  const kept: Edit[] = [];
  const disk: { gone: boolean; bytes: Uint8Array } = { gone: false, bytes };
  let reviews = 0;
  const desk = {
    openDraft: async () => ok({ ...draft, reading: accepted, ...change }),
    listTextedLately: async () => ok({ days: 7, now: "", numbers: [], at: [] }),
    listMatchings: async () => ok([]),
    readNeverText: async () => ok({ numbers: [], since: [] }),
    readDraftSource: async ({ offset }: { offset: number }) =>
      disk.gone ? err(appErrorOf("draft.missing")) : ok({ bytes: disk.bytes.slice(offset), total: disk.bytes.length }),
    saveDraft: async () => ok({ savedAt }),
    writeDraftEdit: async ({ place, edit }: { place: number; edit: Edit | null }) => {
      kept.splice(place, kept.length, ...(edit === null ? [] : [edit]));
      return ok({ savedAt });
    },
    writeDraftPeople: async () => ok({}),
    writeDraftSource: async ({ bytes: piece }: { bytes: Uint8Array }) => {
      disk.bytes = piece;
      return ok({ savedAt });
    },
    reviewDraft: async () => {
      reviews += 1;
      return ok({ people: 2, neverText: 0 } as Preflight);
    },
  } as unknown as Desk;
  const client = createListClient(worker.start);
  const opened = createDraftStore(draft.id, desk, client, () => ({ locale: "en-US", systemCountry: "UA" }));
  await opened.open();
  const people = () => client.state().then((state) => state.people);
  return { ...opened, client, worker, kept, disk, people, reviews: () => reviews };
}

const leaveOut: Edit = { kind: "leave-out", rows: [2], out: true };

test("a list whose worker dies while nobody waits for it comes back by itself, with its corrections", async () => {
  const { worker, store, recipients, client, people } = await shown();
  await recipients.edit(leaveOut);
  const before = store.getState().list;
  worker.die();
  await expect.poll(() => client.isLost()).toBe(false);
  await expect.poll(() => store.getState().reading).toBeNull();
  const { list, lost, checking } = store.getState();
  expect(await people()).toBe(1);
  expect(list?.state).toMatchObject({ people: 1, leftOutByHand: 1, edits: 1 });
  expect(list?.revision).toBeGreaterThan(before?.revision ?? Infinity);
  expect([lost, checking]).toEqual([false, false]);
});

test("the rows that are on the screen stay there while the list comes back: it is read again, not anew", async () => {
  const { worker, store } = await shown();
  const readings: (boolean | undefined)[] = [];
  store.subscribe(({ reading }) => reading !== null && readings.push(reading.again));
  worker.die();
  await expect.poll(() => readings.length > 0 && store.getState().reading === null).toBe(true);
  expect(new Set(readings)).toEqual(new Set([true]));
  expect(store.getState().list).not.toBeNull();
});

test("a correction that is made just as the worker dies is neither lost nor made twice", async () => {
  const { worker, store, recipients, kept, people } = await shown();
  const first = recipients.edit(leaveOut);
  const second = recipients.edit({ kind: "add-row", values: ["Maria", "0931112233"] });
  worker.die();
  await Promise.all([first, second]);
  expect(await people()).toBe(2);
  expect(kept.map(({ kind }) => kind)).toEqual(["leave-out", "add-row"]);
  expect(store.getState()).toMatchObject({ saveProblem: null, list: { state: { added: 1, leftOutByHand: 1 } } });
  worker.dieOver("applyEdit");
  await recipients.edit({ kind: "add-row", values: ["Nadiia", "0931112244"] });
  expect([await people(), kept.length]).toEqual([3, 3]);
  worker.dieOver("undoEdit");
  await recipients.undo();
  expect([await people(), kept.length, store.getState().saveProblem]).toEqual([2, 2, null]);
});

test("a worker that dies over a list that it has just read has it read by the next one", async () => {
  const { worker, store, recipients, people } = await shown();
  worker.dieOver("fields");
  const content = new Blob(["Name;Phone\nNadiia;0931112244\n"]);
  const source = { kind: "file", name: "Next.csv", size: content.size } as const;
  await recipients.takeSource({ source, content, check: true });
  await expect.poll(() => store.getState()).toMatchObject({ reading: null, checking: true, lost: false });
  await expect.poll(() => store.getState().list?.understood.fileName).toBe("Next.csv");
  expect(await people()).toBe(1);
});

test("while Review is shown it is found anew once the list is back", async () => {
  const { worker, store, reviews } = await shown({ step: "review", source: draft.source });
  expect(reviews()).toBe(1);
  worker.die();
  await expect.poll(() => reviews()).toBe(2);
  await expect.poll(() => store.getState().preflight).not.toBeNull();
});

test("a list that cannot come back is said to be lost, and one click brings it back", async () => {
  const { worker, store, recipients, disk, people } = await shown();
  await recipients.edit(leaveOut);
  disk.gone = true;
  worker.die();
  await expect.poll(() => store.getState().lost).toBe(true);
  disk.gone = false;
  await recipients.bringBack();
  expect(store.getState()).toMatchObject({ lost: false, sourceProblem: null });
  expect(await people()).toBe(1);
});

test("a list over which workers die again and again comes back only when it is asked to", async () => {
  const { worker, store, client, recipients, people } = await shown();
  for (const lost of [false, false, false, true]) {
    worker.die();
    if (!lost) await expect.poll(() => client.isLost()).toBe(false);
    await expect.poll(() => store.getState()).toMatchObject({ lost, reading: null });
  }
  await recipients.bringBack();
  expect([store.getState().lost, await people()]).toEqual([false, 2]);
});
