import { join } from "node:path";
import { expect, test } from "vitest";
import { DraftStore } from "../../../../electron/library/drafts.ts";
import type { Draft } from "../../../../shared/library/draft.ts";
import { openLibrary, temporaryFolder } from "./library-file.ts";

const now = "2026-11-24T09:41:00.000Z";
const keepLast = { kind: "duplicates", keep: "last" } as const;
const keepFirst = { kind: "duplicates", keep: "first" } as const;
const file = { kind: "file", name: "customers.csv", size: 6 } as const;

function newDraft(store: DraftStore, id = "d1"): Draft {
  return store.create({ id, campaignId: `${id}-campaign` }, "Autumn bulbs", now);
}

function value<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

test("a draft comes back as typed from a file that was closed and opened again", () => {
  const path = join(temporaryFolder(), "library.sqlite");
  const database = openLibrary(path);
  const store = new DraftStore(database);
  newDraft(store);
  store.writeSource("d1", { source: file, offset: 0, last: false, bytes: Uint8Array.of(1, 2, 3) }, now);
  store.writeSource("d1", { source: file, offset: 3, last: true, bytes: Uint8Array.of(4, 5, 6) }, now);
  store.save("d1", { text: "Hello {Name}", step: "message" }, now);
  store.writeEdit("d1", { place: 0, edit: { kind: "cell", row: 15, column: 2, value: "0671234567" } }, now);
  database.close();

  const again = new DraftStore(openLibrary(path));
  const draft = value(again.open("d1"));
  expect(draft).toMatchObject({ title: "Autumn bulbs", text: "Hello {Name}", step: "message", source: file });
  expect(draft.edits).toEqual([{ kind: "cell", row: 15, column: 2, value: "0671234567" }]);
  expect(value(again.readSource("d1", 0))).toEqual({ bytes: Uint8Array.of(1, 2, 3), total: 6 });
  expect(value(again.readSource("d1", 3)).bytes).toEqual(Uint8Array.of(4, 5, 6));
});

test("a source of which the end never came is not shown", () => {
  const store = new DraftStore(openLibrary());
  newDraft(store);
  store.writeSource("d1", { source: file, offset: 0, last: false, bytes: Uint8Array.of(1) }, now);
  expect(value(store.open("d1")).source).toBeNull();
});

test("a new source takes the edits and the accepted people of the old one with it, and keeps the text", () => {
  const store = new DraftStore(openLibrary());
  newDraft(store);
  store.writeSource("d1", { source: file, offset: 0, last: true, bytes: Uint8Array.of(1) }, now);
  store.save("d1", { text: "Hello" }, now);
  store.writeEdit("d1", { place: 0, edit: keepLast }, now);
  store.writePeople(
    {
      draftId: "d1",
      offset: 0,
      last: true,
      columns: ["Name"],
      numbers: ["380671234567"],
      rows: [2],
      cells: [["Олена"]],
    },
    now,
  );
  store.writeSource(
    "d1",
    { source: { ...file, name: "other.csv" }, offset: 0, last: true, bytes: Uint8Array.of(9) },
    now,
  );
  expect(value(store.open("d1"))).toMatchObject({
    edits: [],
    acceptedPeople: null,
    text: "Hello",
    source: { name: "other.csv" },
  });
  expect([...store.people("d1")]).toEqual([]);
});

test("a new source that stays half leaves the old one, its edits and its people, and nothing of itself", () => {
  const path = join(temporaryFolder(), "library.sqlite");
  const database = openLibrary(path);
  const store = new DraftStore(database);
  newDraft(store);
  store.writeSource("d1", { source: file, offset: 0, last: true, bytes: Uint8Array.of(1, 2) }, now);
  store.writeEdit("d1", { place: 0, edit: keepLast }, now);
  const other = { ...file, name: "other.csv" };
  const isAsBefore = (drafts: DraftStore) => {
    expect(value(drafts.open("d1"))).toMatchObject({ source: file, edits: [keepLast] });
    expect(value(drafts.readSource("d1", 0))).toEqual({ bytes: Uint8Array.of(1, 2), total: 2 });
  };
  store.writeSource("d1", { source: other, offset: 0, last: false, bytes: Uint8Array.of(9, 8, 7) }, now);
  isAsBefore(store);
  value(store.copy("d1", { id: "d2", campaignId: "c2" }, now));
  expect(value(store.readSource("d2", 0)).total).toBe(2);
  database.close();

  const reopened = openLibrary(path);
  const again = new DraftStore(reopened);
  isAsBefore(again);
  again.forgetUnfinished();
  isAsBefore(again);
  expect(reopened.prepare("SELECT count(*) AS n FROM draft_source").get()).toEqual({ n: 2 });
  again.writeSource("d1", { source: other, offset: 0, last: false, bytes: Uint8Array.of(5) }, now);
  again.writeSource("d1", { source: other, offset: 0, last: false, bytes: Uint8Array.of(6, 6) }, now);
  again.writeSource("d1", { source: other, offset: 2, last: true, bytes: Uint8Array.of(7) }, now);
  expect(value(again.open("d1"))).toMatchObject({ source: other, edits: [] });
  expect(value(again.readSource("d1", 0))).toEqual({ bytes: Uint8Array.of(6, 6), total: 3 });
  expect(value(again.readSource("d1", 2)).bytes).toEqual(Uint8Array.of(7));
});

test("what comes late of a source that was taken out of the draft is refused: its beginning is gone", () => {
  const store = new DraftStore(openLibrary());
  newDraft(store);
  store.writeSource("d1", { source: file, offset: 0, last: false, bytes: Uint8Array.of(1, 2, 3) }, now);
  store.clearSource("d1", now);
  const late = { source: file, offset: 3, last: true, bytes: Uint8Array.of(4, 5, 6) };
  expect(store.writeSource("d1", late, now)).toMatchObject({ error: { code: "draft.rewritten" } });
  expect(value(store.open("d1")).source).toBeNull();
});

test("a source that follows one on its way in a draft rewritten meanwhile is refused", () => {
  const store = new DraftStore(openLibrary());
  newDraft(store);
  store.writeSource("d1", { source: file, offset: 0, last: false, bytes: Uint8Array.of(1) }, now);
  store.rewriteBehindWindow("d1");
  const rest = { source: file, offset: 1, last: true, bytes: Uint8Array.of(2) };
  expect(store.writeSource("d1", rest, now)).toMatchObject({ error: { code: "draft.rewritten" } });
});

test("an edit is written at its place as the last one, however often, and never after one that is missing", () => {
  const store = new DraftStore(openLibrary());
  newDraft(store);
  const edits = () => value(store.open("d1")).edits;
  value(store.writeEdit("d1", { place: 0, edit: keepLast }, now));
  value(store.writeEdit("d1", { place: 1, edit: keepFirst }, now));
  value(store.writeEdit("d1", { place: 1, edit: keepFirst }, now));
  expect(edits()).toEqual([keepLast, keepFirst]);
  expect(store.writeEdit("d1", { place: 3, edit: keepLast }, now)).toMatchObject({ error: { code: "input.invalid" } });
  expect(edits()).toEqual([keepLast, keepFirst]);
  value(store.writeEdit("d1", { place: 1, edit: null }, now));
  value(store.writeEdit("d1", { place: 1, edit: null }, now));
  expect(edits()).toEqual([keepLast]);
  value(store.writeEdit("d1", { place: 0, edit: keepFirst }, now));
  expect(edits()).toEqual([keepFirst]);
});

test("an edit that a full disk does not take changes nothing, is said as that, and is taken once there is room", () => {
  const database = openLibrary(join(temporaryFolder(), "library.sqlite"));
  const store = new DraftStore(database);
  newDraft(store);
  value(store.writeEdit("d1", { place: 0, edit: keepLast }, now));
  database.exec("PRAGMA max_page_count = 1");
  const long = { kind: "cell", row: 2, column: 1, value: "x".repeat(30_000) } as const;
  expect(() => store.writeEdit("d1", { place: 0, edit: long }, now)).toThrow("full");
  expect(value(store.open("d1")).edits).toEqual([keepLast]);
  database.exec("PRAGMA max_page_count = 1073741823");
  value(store.writeEdit("d1", { place: 0, edit: long }, now));
  expect(value(store.open("d1")).edits).toEqual([long]);
});

test("an accepted list arrives in pieces, in order, with its cells by field", () => {
  const store = new DraftStore(openLibrary());
  newDraft(store);
  const piece = { draftId: "d1", columns: ["Name", "City"] };
  store.writePeople(
    {
      ...piece,
      offset: 0,
      last: false,
      numbers: ["380671234567"],
      rows: [2],
      cells: [["Олена"], ["Kyiv"]],
      phones: { columns: ["Mobile"], cells: [["(067) 123-45-67"]] },
    },
    now,
  );
  expect(value(store.open("d1")).acceptedPeople).toBeNull();
  store.writePeople(
    {
      ...piece,
      offset: 1,
      last: true,
      numbers: ["380501112233"],
      rows: [3],
      cells: [["Ihor"], [""]],
      phones: { columns: ["Mobile"], cells: [["+380 50 111 22 33"]] },
    },
    now,
  );
  expect(value(store.open("d1")).acceptedPeople).toBe(2);
  expect([...store.people("d1")]).toEqual([
    { position: 0, number: "380671234567", row: 2, cells: ["Олена", "Kyiv"] },
    { position: 1, number: "380501112233", row: 3, cells: ["Ihor", ""] },
  ]);
  expect(store.cellsAt("d1", { offset: 0, limit: 5 }, "phones")).toEqual([["(067) 123-45-67"], ["+380 50 111 22 33"]]);
  value(store.copy("d1", { id: "d2", campaignId: "c2" }, now));
  expect([store.phoneColumns("d2"), store.cellsAt("d2", { offset: 1, limit: 5 }, "phones")]).toEqual([
    ["Mobile"],
    [["+380 50 111 22 33"]],
  ]);
});

test("a copy has everything of the draft under new ids", () => {
  const store = new DraftStore(openLibrary());
  newDraft(store);
  store.writeSource("d1", { source: file, offset: 0, last: true, bytes: Uint8Array.of(7) }, now);
  store.save("d1", { text: "Hello" }, now);
  store.writeEdit("d1", { place: 0, edit: keepLast }, now);
  value(store.copy("d1", { id: "d2", campaignId: "c2" }, now));
  store.delete("d1");
  expect(value(store.open("d2"))).toMatchObject({ campaignId: "c2", text: "Hello", edits: [{ keep: "last" }] });
  expect(value(store.readSource("d2", 0)).bytes).toEqual(Uint8Array.of(7));
});

test("what is asked of a draft that is gone is refused in words", () => {
  const store = new DraftStore(openLibrary());
  const gone = { ok: false, error: { code: "draft.missing", params: {} } };
  expect(store.open("x")).toEqual(gone);
  expect(store.save("x", { text: "y" }, now)).toEqual(gone);
  expect(store.writeEdit("x", { place: 0, edit: keepLast }, now)).toEqual(gone);
});
