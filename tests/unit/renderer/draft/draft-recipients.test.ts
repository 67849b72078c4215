import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import type { DraftContext } from "../../../../renderer/draft/draft-context.ts";
import { createRecipientActs, type RecipientActs } from "../../../../renderer/draft/draft-recipients.ts";
import { createDraftSaver } from "../../../../renderer/draft/draft-saver.ts";
import { type DraftList, type DraftState, unopened } from "../../../../renderer/draft/draft-state.ts";
import { ListEngine } from "../../../../renderer/list-worker/list-engine.ts";
import { openContent } from "../../../../renderer/list-worker/serve.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import type { Desk } from "../../../../shared/ipc/bridge.ts";
import {
  type Draft,
  type DraftPatch,
  type DraftSource,
  reviewSettings,
  titleOfSource,
} from "../../../../shared/library/draft.ts";
import type { RememberedMatching } from "../../../../shared/recipients/fingerprint.ts";
import { guessedReading } from "../../../../shared/recipients/reading.ts";
import { err, ok } from "../../../../shared/result.ts";

const bytes = new TextEncoder().encode("Name;Phone\nOlena;380671234567\nTaras;380501234568");
const content = new Blob([bytes]);
const draft: Draft = {
  id: "d1",
  campaignId: "c1",
  title: "Roses",
  createdAt: "2026-11-16T08:00:00.000Z",
  updatedAt: "2026-11-16T08:00:00.000Z",
  step: "recipients",
  source: { kind: "file", name: "Customers.csv", size: bytes.length },
  reading: guessedReading,
  edits: [],
  text: "",
  review: reviewSettings.parse({}),
  acceptedPeople: null,
};

/** The engine behind a worker that is given up over one file, and forgets its list with it. */
function listThatGivesUpOver(name: string): DraftList {
  let engine = new ListEngine(() => undefined);
  const list: Pick<
    DraftList,
    "open" | "reread" | "state" | "fields" | "setNeverText" | "applyEdit" | "undoEdit" | "cancel"
  > = {
    async open(source) {
      if (source.name !== name) return openContent(engine, source, () => undefined);
      engine = new ListEngine(() => undefined);
      return err(appErrorOf("file.gave-up"));
    },
    async reread(reading, remembered) {
      if (reading.delimiter !== "\t") return engine.reread(reading, remembered);
      engine = new ListEngine(() => undefined);
      return err(appErrorOf("file.gave-up"));
    },
    state: () => engine.state(),
    fields: () => engine.fields(),
    setNeverText: (numbers) => engine.setNeverText(numbers),
    applyEdit: (edit) => engine.applyEdit(edit),
    undoEdit: () => engine.undoEdit(),
    cancel: () => undefined,
  };
  return list as DraftList;
}

/** As long as anything that is under way could take. */
async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** @param onFurtherPiece asked while main takes the second and every later piece of a source */
async function openedDraft(onFurtherPiece: (acts: RecipientActs) => void | Promise<void> = () => undefined) {
  const savedAt = "2026-11-16T08:00:01.000Z";
  const neverText = { numbers: [] as string[], since: [] as string[] };
  const saved: DraftPatch[] = [];
  const matchings: RememberedMatching[] = [];
  /** Where the pieces begin that main has been given, and of which source each was. */
  const pieces: number[] = [];
  const sources: string[] = [];
  const desk = {
    listTextedLately: async () => ok({ days: 7, numbers: ["380501234568"], at: ["2026-11-15T08:00:00.000Z"] }),
    listMatchings: async () => ok([...matchings]),
    rememberMatching: async (matching: RememberedMatching) => {
      matchings.push(matching);
      return ok({});
    },
    forgetMatching: async () => {
      matchings.length = 0;
      return ok({});
    },
    readNeverText: async () => ok({ numbers: [...neverText.numbers], since: [...neverText.since] }),
    readDraftSource: async ({ offset }: { offset: number }) => ok({ bytes: bytes.slice(offset), total: bytes.length }),
    writeDraftSource: async ({ offset, source }: { offset: number; source: DraftSource }) => {
      const name = titleOfSource(source);
      pieces.push(offset);
      sources.push(name);
      if (offset > 0) await onFurtherPiece(acts);
      return ok({ savedAt });
    },
    clearDraftSource: async () => {
      pieces.length = 0;
      return ok({ savedAt });
    },
    saveDraft: async ({ patch }: { patch: DraftPatch }) => {
      saved.push(patch);
      return ok({ savedAt });
    },
    writeDraftEdit: async () => ok({ savedAt }),
  } as Pick<
    Desk,
    | "readNeverText"
    | "listTextedLately"
    | "listMatchings"
    | "rememberMatching"
    | "forgetMatching"
    | "readDraftSource"
    | "writeDraftSource"
    | "clearDraftSource"
    | "saveDraft"
    | "writeDraftEdit"
  > as Desk;
  const list = listThatGivesUpOver("Endless.csv");
  const store = createStore<DraftState>(() => ({ ...unopened, draft }));
  const saver = createDraftSaver(desk, draft.id, () => undefined);
  const place = () => ({ locale: "en-US", systemCountry: "UA" });
  const context: DraftContext = { id: draft.id, desk, list, place, store, saver };
  const acts = createRecipientActs(context);
  await acts.replay();
  return { acts, store, list, saved, neverText, matchings, pieces, sources };
}

test("a file over which the worker was given up leaves the list that was there, in the worker too", async () => {
  const { acts, store, list } = await openedDraft();
  const source = { kind: "file", name: "Endless.csv", size: 3 } as const;
  await acts.takeSource({ source, content: new Blob(["abc"]), check: true });
  expect(store.getState().sourceProblem).toEqual({ name: "Endless.csv", error: appErrorOf("file.gave-up") });
  expect(store.getState().list?.understood.fileName).toBe("Customers.csv");
  expect(await list.state()).toMatchObject({ people: 2 });
});

test("a reading that is stopped while main is given the file leaves no half of it, neither there nor on the screen", async () => {
  const { acts, store, pieces } = await openedDraft((under) => under.cancelReading());
  // Large enough for several pieces; with the second one it is stopped.
  const large = new Blob([`Phone\n380671234567\n${" ".repeat(2_000_000)}`]);
  const source = { kind: "file", name: "Large.csv", size: large.size } as const;
  await acts.takeSource({ source, content: large, check: true });
  expect(pieces).toEqual([]);
  expect(store.getState()).toMatchObject({ reading: null, list: null, sourceProblem: null, draft: { source: null } });
});

test("a file that is gone before main has it all is refused in words, and nothing of it is shown", async () => {
  const { acts, store } = await openedDraft();
  const folder = mkdtempSync(join(tmpdir(), "desk-source-"));
  const path = join(folder, "Gone.csv");
  writeFileSync(path, "Phone\n380671234567\n");
  const gone = await openAsBlob(path);
  rmSync(folder, { recursive: true });
  await acts.takeSource({ source: { kind: "file", name: "Gone.csv", size: gone.size }, content: gone, check: true });
  expect(store.getState().sourceProblem).toEqual({ name: "Gone.csv", error: appErrorOf("file.out-of-reach") });
  expect(store.getState().list?.understood.fileName).toBe("Customers.csv");
});

test("a second file that is dropped while the first is taken comes after it: no name over the rows of another", async () => {
  const others = { source: { kind: "file", name: "Others.csv", size: bytes.length }, content, check: true } as const;
  const second: Promise<void>[] = [];
  const { acts, store, list, sources } = await openedDraft(async (under) => {
    if (second.length === 0) second.push(under.takeSource(others));
    await Promise.race([...second, manyTurns()]);
  });
  const big = new Blob([`Phone\n380671234567\n${" ".repeat(1_500_000)}`]);
  await acts.takeSource({ source: { kind: "file", name: "Big.csv", size: big.size }, content: big, check: true });
  await Promise.all(second);
  expect(sources).toEqual(["Big", "Big", "Big", "Others"]);
  expect(store.getState()).toMatchObject({ draft: { source: { name: "Others.csv" } }, sourceProblem: null });
  expect(store.getState().list?.understood.fileName).toBe("Others.csv");
  expect(await list.state()).toMatchObject({ people: 2 });
});

test("another reading over which the worker was given up leaves the one that was there", async () => {
  const { acts, store, list } = await openedDraft();
  await acts.changeReading({ delimiter: "\t" });
  expect(store.getState().sourceProblem).toEqual({ name: "Customers.csv", error: appErrorOf("file.gave-up") });
  expect(store.getState().draft?.reading.delimiter).toBeNull();
  expect(await list.state()).toMatchObject({ people: 2 });
});

test("corrections never come to rows of another table: whoever has made some is asked before other cells are read", async () => {
  const { acts, store, list, saved } = await openedDraft();
  await acts.edit({ kind: "cell", row: 2, column: 1, value: "0631112233" });
  await acts.changeReading({ delimiter: "," });
  const { offered } = store.getState();
  expect(offered).toMatchObject({ source: draft.source, reading: { delimiter: ",", columns: null }, check: true });
  expect(store.getState().list?.understood.reading.delimiter).toBe(";");
  expect(await list.state()).toMatchObject({ people: 2, edits: 1 });
  if (offered === null) throw new Error("nothing was asked");
  await acts.takeSource(offered);
  expect(await list.state()).toMatchObject({ edits: 0 });
  expect(store.getState().list?.understood.reading.delimiter).toBe(",");
  expect(store.getState().draft).toMatchObject({ edits: [], reading: { delimiter: "," } });
  await expect.poll(() => saved.at(-1)?.reading?.delimiter).toBe(",");
});

test("corrections stay where only the letters, the heading or the country are read in another way", async () => {
  const { acts, store, list } = await openedDraft();
  await acts.edit({ kind: "cell", row: 2, column: 1, value: "0631112233" });
  await acts.changeReading({ encoding: "windows-1251" });
  await acts.changeReading({ headerRow: 0 });
  await acts.changeReading({ defaultCountry: "PL", delimiter: ";" });
  expect(store.getState().offered).toBeNull();
  expect(await list.state()).toMatchObject({ edits: 1 });
});

test("where no phones were found, they are looked for again by the numbers of the country that is chosen", async () => {
  const { acts, store } = await openedDraft();
  const american = new Blob(["Ann;(415) 555-2671\nBob;(415) 555-2672\nEve;(415) 555-2673"]);
  const source = { kind: "file", name: "Numbers.csv", size: american.size } as const;
  await acts.takeSource({ source, content: american, check: true });
  const kinds = () => store.getState().list?.understood.columns.map(({ role }) => role.kind);
  expect(kinds()).toEqual(["field", "field"]);
  await acts.changeReading({ defaultCountry: "US" });
  expect(kinds()).toEqual(["field", "phone"]);
});

test("of other people it is asked anew whether they agreed and whether they may be texted again", async () => {
  const { acts, store, saved } = await openedDraft();
  const ticked = { ...draft.review, sender: "Flora", consent: true, keepTextedLately: true };
  store.setState({ draft: { ...draft, review: ticked } });
  const source = { kind: "file", name: "Others.csv", size: bytes.length } as const;
  await acts.takeSource({ source, content, check: true });
  const asked = { sender: "Flora", consent: false, keepTextedLately: false };
  expect(store.getState().draft?.review).toMatchObject(asked);
  await expect.poll(() => saved.at(-1)?.review).toMatchObject(asked);
});

test("leaving people out keeps what was ticked of the others; a corrected cell and an undo have it asked anew", async () => {
  const { acts, store, list } = await openedDraft();
  const ticked = { ...draft.review, sender: "Flora", consent: true, keepTextedLately: true };
  const tick = () => store.setState({ draft: { ...draft, review: ticked } });
  tick();
  await acts.edit({ kind: "leave-out", rows: [2], out: true });
  expect(await list.state()).toMatchObject({ people: 1 });
  expect(store.getState().draft?.review).toEqual(ticked);
  await acts.undo();
  expect(store.getState().draft?.review).toMatchObject({ consent: false, keepTextedLately: false });
  tick();
  await acts.edit({ kind: "cell", row: 3, column: 1, value: "380501234569" });
  expect(store.getState().draft?.review).toMatchObject({ consent: false, keepTextedLately: false });
});

test("a never-text list that is as it was changes nothing; one that is not has the rows judged again", async () => {
  const { acts, store, neverText } = await openedDraft();
  const before = store.getState().list;
  await acts.refreshNeverText();
  expect(store.getState().list).toBe(before);
  neverText.numbers.push("380671234567");
  neverText.since.push("2026-11-16T08:00:00.000Z");
  await acts.refreshNeverText();
  expect(store.getState().list?.state).toMatchObject({ people: 1 });
  expect(store.getState().list?.revision).toBe((before?.revision ?? 0) + 1);
});

test("a file that could not be read leaves the rows to be judged by a never-text list that has changed since", async () => {
  const { acts, store, neverText } = await openedDraft();
  neverText.numbers.push("380671234567");
  neverText.since.push("2026-11-16T08:00:00.000Z");
  const source = { kind: "file", name: "Empty.csv", size: 0 } as const;
  await acts.takeSource({ source, content: new Blob([]), check: true });
  expect(store.getState().sourceProblem).toMatchObject({ name: "Empty.csv" });
  await acts.refreshNeverText();
  expect(store.getState().list?.state).toMatchObject({ people: 1 });
});

test("the next file with the same headings is matched as this one was, says so, and can be matched anew", async () => {
  const { acts, store, matchings } = await openedDraft();
  const other = { kind: "file", name: "Next.csv", size: bytes.length } as const;
  const guessed = store.getState().list?.understood.reading.columns ?? [];
  expect(store.getState().list?.understood.matching.recalled).toBe(false);
  await acts.changeReading({ columns: [{ kind: "unused" }, { kind: "phone", order: 0 }] });
  await acts.acceptReading();
  expect(matchings).toHaveLength(1);

  await acts.takeSource({ source: other, content, check: true });
  expect(store.getState().list?.understood).toMatchObject({
    matching: { recalled: true },
    reading: { columns: [{ kind: "unused" }, { kind: "phone", order: 0 }] },
  });
  await acts.forgetMatching(matchings[0]?.fingerprint ?? "");
  expect(store.getState().list?.understood).toMatchObject({
    matching: { recalled: false },
    reading: { columns: guessed },
  });
  expect(matchings).toEqual([]);
});

test("the sample and numbers typed by hand teach nothing about later files", async () => {
  const { acts, matchings } = await openedDraft();
  await acts.takeSource({ source: { kind: "sample", name: "Sample.csv", size: bytes.length }, content, check: false });
  await acts.takeSource({ source: { kind: "typed", name: "Typed", size: bytes.length }, content, check: false });
  expect(matchings).toEqual([]);
});

test("who was texted lately is known of every list", async () => {
  const { store } = await openedDraft();
  expect(store.getState()).toMatchObject({ textedDays: 7, list: { state: { textedLately: 1, people: 2 } } });
});
