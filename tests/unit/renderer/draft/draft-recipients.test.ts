import { expect, test } from "vitest";
import { changeRole } from "../../../../renderer/features/recipients/column-roles.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { bytes, content, draft, openedDraft } from "./opened-draft.ts";

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

test("two columns that are matched one right after the other are both as they were chosen", async () => {
  const { acts, store } = await openedDraft();
  const choose = (column: number, choice: "unused" | "field") =>
    acts.changeReading(({ columns }) => ({ columns: changeRole(columns, column, choice) }));
  await Promise.all([choose(0, "unused"), choose(1, "field")]);
  const roles = store.getState().list?.understood.columns.map(({ role }) => role);
  expect(roles).toEqual([{ kind: "unused" }, { kind: "field", name: "Phone" }]);
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
