import { utils, write } from "@e965/xlsx";
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { appErrorOf } from "../../../../shared/errors.ts";
import { bytes, content, manyTurns, openedDraft } from "./opened-draft.ts";

test("a file over which the worker was given up leaves the list that was there, in the worker too", async () => {
  const { acts, store, list } = await openedDraft();
  const source = { kind: "file", name: "Endless.csv", size: 3 } as const;
  await acts.takeSource({ source, content: new Blob(["abc"]), check: true });
  expect(store.getState().sourceProblem).toEqual({ name: "Endless.csv", error: appErrorOf("file.gave-up") });
  expect(store.getState().list?.understood.fileName).toBe("Customers.csv");
  expect(await list.state()).toMatchObject({ people: 2 });
});

test("a reading that is stopped while main is given the file brings back the list that was there, with its corrections", async () => {
  const { acts, store, list, pieces } = await openedDraft((under) => under.cancelReading());
  await acts.edit({ kind: "leave-out", rows: [3], out: true });
  // Large enough for several pieces; with the second one it is stopped.
  const large = new Blob([`Phone\n380671234567\n${" ".repeat(2_000_000)}`]);
  const source = { kind: "file", name: "Large.csv", size: large.size } as const;
  await acts.takeSource({ source, content: large, check: true });
  expect(pieces).toEqual([0, 524_288]);
  expect(store.getState()).toMatchObject({
    reading: null,
    sourceProblem: null,
    draft: { source: { name: "Customers.csv" }, edits: [{ kind: "leave-out" }] },
    list: { understood: { fileName: "Customers.csv" }, state: { people: 1, leftOutByHand: 1 } },
  });
  expect(await list.state()).toMatchObject({ people: 1 });
});

test("a file that main has whole when it is stopped is the draft's", async () => {
  const { acts, store } = await openedDraft((under) => under.cancelReading());
  const large = new Blob([`Phone\n380671234567\n${" ".repeat(600_000)}`]);
  await acts.takeSource({ source: { kind: "file", name: "Two.csv", size: large.size }, content: large, check: true });
  expect(store.getState()).toMatchObject({ reading: null, draft: { source: { name: "Two.csv" } } });
  expect(store.getState().list?.understood.fileName).toBe("Two.csv");
});

test("a correction that was typed before another file took the list's place comes to no row of that file", async () => {
  const { acts, store, list } = await openedDraft();
  const newer = new Blob(["Name;Phone\nIhor;380671111111\nMaria;380672222222\nJan;380673333333"]);
  const source = { kind: "file", name: "Customers.csv", size: newer.size } as const;
  const taken = acts.takeSource({ source, content: newer, check: true });
  const corrected = acts.edit({ kind: "cell", row: 2, column: 1, value: "380501112233" });
  const accepted = acts.acceptReading();
  const matched = acts.changeReading({ columns: [{ kind: "unused" }, { kind: "phone", order: 0 }] });
  await Promise.all([taken, corrected, accepted, matched]);
  expect(store.getState()).toMatchObject({ draft: { edits: [] }, checking: true });
  expect(store.getState().list?.fields).toEqual(["Name"]);
  expect(await list.state()).toMatchObject({ edits: 0, people: 3 });
});

test("a draft whose columns were matched on a later sheet comes back on that sheet, not on the cover before it", async () => {
  const { acts, store, saved } = await openedDraft();
  const sheets = [
    {
      name: "Cover",
      cells: [
        ["Our shop", "Prices"],
        ["Call us", "today"],
      ],
    },
    {
      name: "People",
      cells: [
        ["Name", "Phone"],
        ["Olena", "380671234567"],
      ],
    },
  ];
  const book = utils.book_new();
  for (const { name, cells } of sheets) utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
  const file = new Blob([new Uint8Array(write(book, { type: "array", bookType: "xlsx" }))]);
  const source = { kind: "file", name: "Book.xlsx", size: file.size } as const;
  await acts.takeSource({ source, content: file, check: true });
  expect(store.getState().list?.understood.reading.sheet).toBe(1);
  await acts.changeReading({ columns: [{ kind: "unused" }, { kind: "phone", order: 0 }] });
  expect(saved.at(-1)?.reading).toMatchObject({ sheet: 1, columns: [{ kind: "unused" }, { kind: "phone" }] });
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
