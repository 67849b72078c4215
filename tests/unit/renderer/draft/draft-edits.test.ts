import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { createEditActs } from "../../../../renderer/draft/draft-edits.ts";
import { createDraftSaver } from "../../../../renderer/draft/draft-saver.ts";
import { type DraftList, type DraftState, unopened } from "../../../../renderer/draft/draft-state.ts";
import { ListEngine } from "../../../../renderer/list-worker/list-engine.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import type { Desk } from "../../../../shared/ipc/bridge.ts";
import { type Draft, reviewSettings } from "../../../../shared/library/draft.ts";
import { type Edit, edit as editSchema, guessedReading } from "../../../../shared/recipients/reading.ts";
import { err, ok } from "../../../../shared/result.ts";
import { sourceOf } from "../list-worker/open-list.ts";

const file = "Name;Phone\nOlena;none\nTaras;none\nIhor;0671234567\nMax;9592112345\nIvan;9592112346\nRoman;none\n";
const savedAt = "2026-11-16T08:00:01.000Z";

/** A draft of the file above, or of another one, with what main has kept of its edits. */
async function opened(content = file, textedLately = ["380671234567"]) {
  const draft: Draft = {
    id: "d1",
    campaignId: "c1",
    title: "Roses",
    createdAt: savedAt,
    updatedAt: savedAt,
    step: "recipients",
    source: { kind: "file", name: "list.csv", size: content.length },
    reading: guessedReading,
    edits: [],
    text: "",
    review: reviewSettings.parse({}),
    acceptedPeople: null,
  };
  const disk = { full: false };
  const kept: Edit[] = [];
  const desk = {
    writeDraftEdit: async ({ place, edit }: { place: number; edit: Edit | null }) => {
      if (disk.full) return err(appErrorOf("journal.disk-full"));
      if (place > kept.length) return err(appErrorOf("input.invalid"));
      kept.splice(place, kept.length, ...(edit === null ? [] : [edit]));
      return ok({ savedAt });
    },
    saveDraft: async () => (disk.full ? err(appErrorOf("journal.disk-full")) : ok({ savedAt })),
  } as Pick<Desk, "writeDraftEdit" | "saveDraft"> as Desk;
  const engine = new ListEngine(() => undefined);
  const understood = await engine.open({
    ...sourceOf(content),
    textedLately: { now: savedAt, numbers: textedLately, at: textedLately.map(() => savedAt) },
  });
  if (!understood.ok) throw new Error(understood.error.code);
  const state = await engine.state();
  const list = { understood: understood.value, state, fields: ["Name"], revision: 1 };
  const store = createStore<DraftState>(() => ({ ...unopened, draft, list }));
  const saver = createDraftSaver(desk, draft.id, (outcome) =>
    store.setState("error" in outcome ? { saveProblem: outcome.error } : { ...outcome, saveProblem: null }),
  );
  const place = () => ({ locale: "en-US", systemCountry: "UA" });
  const acts = createEditActs({ id: draft.id, desk, list: engine as unknown as DraftList, place, store, saver });
  const phones = async () =>
    (await engine.rows({ filter: "all", search: "", offset: 0, limit: 9 })).rows.map(({ phone }) => phone);
  return { acts, store, saver, kept, disk, phones };
}

const newRow = (phone: string): Edit => ({ kind: "add-row", values: ["New", phone] });

const correction = { row: 2, column: 1, before: "none", value: "0501112233" };

describe("an edit", () => {
  test("is saved at once, taken back, made once more, and saved again", async () => {
    const { acts, store, kept, phones } = await opened();
    await acts.correct(correction);
    const edit = { kind: "cell", row: 2, column: 1, value: "0501112233" };
    expect([kept, store.getState().draft?.edits]).toEqual([[edit], [edit]]);
    await acts.undo();
    expect([kept, store.getState().draft?.edits, store.getState().list?.state.undone]).toEqual([[], [], 1]);
    expect((await phones())[0]).toBe("none");
    await acts.redo();
    expect([kept, store.getState().draft?.edits, store.getState().list?.state.undone]).toEqual([[edit], [edit], 0]);
    expect((await phones())[0]).toBe("0501112233");
  });

  test("that is new leaves nothing to make once more", async () => {
    const { acts, store, kept } = await opened();
    await acts.correct(correction);
    await acts.undo();
    await acts.edit({ kind: "add-row", values: ["New", "0931112233"] });
    await acts.redo();
    expect(kept.map(({ kind }) => kind)).toEqual(["add-row"]);
    expect(store.getState().list?.state).toMatchObject({ undone: 0, added: 1, sum: { rows: 7 } });
  });

  test("that the disk does not take is said, and saved with the next thing that is saved", async () => {
    const { acts, store, saver, kept, disk } = await opened();
    disk.full = true;
    await acts.edit(newRow("0931112233"));
    expect(store.getState().saveProblem).toEqual(appErrorOf("journal.disk-full"));
    expect(await saver.flush()).toBe(false);
    disk.full = false;
    saver.change({ text: "Hello" });
    expect(await saver.flush()).toBe(true);
    expect([kept, store.getState().saveProblem]).toEqual([[newRow("0931112233")], null]);
  });

  test("that the disk did not take is taken back without an edit that it did take", async () => {
    const { acts, store, kept, disk } = await opened();
    await acts.edit(newRow("0931112233"));
    disk.full = true;
    await acts.edit(newRow("0931112244"));
    disk.full = false;
    await acts.undo();
    expect(kept).toEqual([newRow("0931112233")]);
    expect(store.getState().draft?.edits).toEqual(kept);
    expect(store.getState().saveProblem).toBeNull();
  });

  test("is on the disk as in the window, wherever the disk was full between edits and taking them back", async () => {
    const step = fc.record({ act: fc.constantFrom("edit", "undo", "redo"), full: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { acts, store, saver, kept, disk } = await opened();
        for (const [at, { act, full }] of steps.entries()) {
          disk.full = full;
          if (act === "edit") await acts.edit(newRow(`09311122${10 + at}`));
          else await (act === "undo" ? acts.undo() : acts.redo());
        }
        disk.full = false;
        await saver.flush();
        expect(kept).toEqual(store.getState().draft?.edits);
      }),
      { numRuns: 60 },
    );
  });
});

describe("all like this", () => {
  test("is offered for the cells that read as the corrected one did, and is one edit to take back", async () => {
    const { acts, store, phones, kept } = await opened();
    await acts.correct(correction);
    const { alike } = store.getState();
    expect(alike).toMatchObject({ cells: 2, before: "none", value: "0501112233" });
    if (alike === null) return;
    await acts.edit(alike.edit);
    expect(await phones()).toEqual([
      "0501112233",
      "0501112233",
      "0671234567",
      "9592112345",
      "9592112346",
      "0501112233",
    ]);
    expect(store.getState().alike).toBeNull();
    await acts.undo();
    expect(await phones()).toEqual(["0501112233", "none", "0671234567", "9592112345", "9592112346", "none"]);
    expect(kept).toHaveLength(1);
  });

  test("is offered for no empty cell and for none that stands alone, and goes with the next edit or by hand", async () => {
    const { acts, store } = await opened();
    await acts.correct({ ...correction, row: 4, before: "0671234567" });
    expect(store.getState().alike).toBeNull();
    await acts.correct({ ...correction, before: "" });
    expect(store.getState().alike).toBeNull();
    await acts.correct({ ...correction, row: 3 });
    expect(store.getState().alike).toMatchObject({ cells: 1 });
    await acts.undo();
    expect(store.getState().alike).toBeNull();
    await acts.redo();
    await acts.correct({ ...correction, row: 3, value: "0501112234", before: "none" });
    acts.keepOthers();
    expect(store.getState().alike).toBeNull();
  });

  test("takes the offered numbers of all rows refused for the same reason", async () => {
    const { acts, store, phones } = await opened();
    await acts.takeOffered({ row: 5, before: "9592112345", value: "9592112345" });
    const { alike } = store.getState();
    expect(alike).toMatchObject({ cells: 1, edit: { kind: "take-offered", rows: [6], offered: ["9592112346"] } });
    if (alike !== null) await acts.edit(alike.edit);
    expect((await phones()).slice(3, 5)).toEqual(["+9592112345", "+9592112346"]);
  });
});

test("whoever was texted lately is left out with one edit", async () => {
  const { acts, store, kept } = await opened();
  expect(store.getState().list?.state).toMatchObject({ people: 1, textedLately: 1 });
  await acts.leaveOutTextedLately();
  expect(kept).toEqual([{ kind: "leave-out", rows: [4], out: true }]);
  expect(store.getState().list?.state).toMatchObject({ people: 0, textedLately: 0, leftOutByHand: 1 });
});

test("a double click that leaves them out is one edit, so that one step takes it back", async () => {
  const { acts, kept } = await opened();
  await Promise.all([acts.leaveOutTextedLately(), acts.leaveOutTextedLately()]);
  expect(kept).toEqual([{ kind: "leave-out", rows: [4], out: true }]);
});

test("however many were texted lately, one edit that main takes leaves them all out, and one step takes it back", async () => {
  const numbers = Array.from({ length: 100_002 }, (_, at) => `38067${1_000_000 + at}`);
  const { acts, store, kept } = await opened(`Phone\n${numbers.join("\n")}\n`, numbers);
  expect(store.getState().list?.state).toMatchObject({ people: 100_002, textedLately: 100_002 });
  await acts.leaveOutTextedLately();
  expect(store.getState().list?.state).toMatchObject({ people: 0, textedLately: 0, leftOutByHand: 100_002 });
  expect(kept.map((one) => editSchema.safeParse(one).success)).toEqual([true]);
  await acts.undo();
  expect(store.getState().list?.state).toMatchObject({ people: 100_002, textedLately: 100_002 });
  expect(kept).toEqual([]);
});
