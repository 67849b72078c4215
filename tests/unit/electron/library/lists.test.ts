import { expect, test } from "vitest";
import { DraftStore } from "../../../../electron/library/drafts.ts";
import { ListStore } from "../../../../electron/library/lists.ts";
import { openLibrary } from "./library-file.ts";

const now = "2026-11-24T09:41:00.000Z";

function stores(): { drafts: DraftStore; lists: ListStore } {
  const database = openLibrary();
  const drafts = new DraftStore(database);
  drafts.create({ id: "d1", campaignId: "c1" }, "Autumn", now);
  drafts.writePeople(
    {
      draftId: "d1",
      offset: 0,
      last: true,
      columns: ["Name", "Note"],
      numbers: ["380671234567", "48601234567"],
      rows: [2, 3],
      cells: [
        ["Олена", "Jan"],
        ['says "hi", twice', ""],
      ],
    },
    now,
  );
  return { drafts, lists: new ListStore(database, drafts) };
}

test("the people of a draft become a list that reads back as a spreadsheet", () => {
  const { lists } = stores();
  expect(lists.saveDraft("l1", "Regular customers", "d1", now)).toMatchObject({ ok: true, value: { people: 2 } });
  const csv = lists.asCsv("l1");
  if (!csv.ok) throw new Error(csv.error.code);
  expect(new TextDecoder().decode(csv.value.bytes)).toBe(
    'Phone,Name,Note\r\n+380671234567,Олена,"says ""hi"", twice"\r\n+48601234567,Jan,',
  );
});

test("a list outlives the draft it came from", () => {
  const { drafts, lists } = stores();
  lists.saveDraft("l1", "Regular customers", "d1", now);
  drafts.delete("d1");
  expect(lists.all()).toMatchObject([{ name: "Regular customers", people: 2 }]);
  expect(lists.asCsv("l1")).toMatchObject({ ok: true });
});

test("two lists cannot have one name", () => {
  const { lists } = stores();
  lists.saveDraft("l1", "Regular", "d1", now);
  expect(lists.saveDraft("l2", "Regular", "d1", now)).toMatchObject({ ok: false, error: { code: "list.name-taken" } });
  lists.saveDraft("l2", "Newsletter", "d1", now);
  expect(lists.rename("l2", "Regular", now)).toMatchObject({ ok: false, error: { code: "list.name-taken" } });
  expect(lists.all().map((list) => list.name)).toEqual(["Newsletter", "Regular"]);
});

test("lists stand in the order of their names, in whatever letters", () => {
  const { lists } = stores();
  const names = ["акція", "Ірис", "Розпродаж (2)", "розпродаж (10)", "Яблука"];
  for (const [index, name] of names.toReversed().entries()) lists.saveDraft(`l${index}`, name, "d1", now);
  expect(lists.all().map(({ name }) => name)).toEqual(names);
});

test("a list has a few tags, each once whatever its case, and keeps them under another name", () => {
  const { lists } = stores();
  lists.saveDraft("l1", "Regular", "d1", now);
  expect(lists.tag("l1", ["Kyiv", "VIP", "kyiv"])).toMatchObject({ ok: true });
  lists.rename("l1", "Regulars", now);
  expect(lists.all()).toMatchObject([{ name: "Regulars", tags: ["Kyiv", "VIP"] }]);
  expect(lists.tag("gone", ["VIP"])).toMatchObject({ error: { code: "list.missing" } });
});

test("a draft in which nobody was accepted becomes no list", () => {
  const { drafts, lists } = stores();
  drafts.create({ id: "d2", campaignId: "c2" }, "Nobody", now);
  expect(lists.saveDraft("l1", "Nobody", "d2", now)).toMatchObject({ ok: false, error: { code: "list.nobody" } });
  expect(lists.all()).toEqual([]);
  expect(lists.saveDraft("l1", "Nobody", "d1", now)).toMatchObject({ ok: true });
});
