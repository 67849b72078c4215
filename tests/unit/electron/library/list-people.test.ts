import { expect, test } from "vitest";
import { eraseFromLists } from "../../../../electron/library/erasing.ts";
import { searchFor } from "../../../../electron/privacy/number-search.ts";
import { listShelf, now, valueOf } from "./saved-lists.ts";

const [olena, ihor, maria] = ["380671234567", "380501112233", "380937654321"];

function regulars() {
  const shelf = listShelf();
  shelf.put(
    "Regulars",
    ["Name", "City"],
    [
      [olena, "Олена", "Київ"],
      [ihor, "Ihor", 'says "hi", twice'],
      [maria, "МАРІЯ"],
    ],
  );
  const find = async (search: string) =>
    valueOf(await shelf.people.page({ id: "Regulars", search, offset: 0, limit: 10 })).rows.map(({ number }) => number);
  return { ...shelf, find };
}

test("people are found by digits of their number and by words in any cell, whatever their case", async () => {
  const { find } = regulars();
  expect(await find("67 123-45")).toEqual([olena]);
  expect(await find("марія")).toEqual([maria]);
  expect(await find("київ")).toEqual([olena]);
  expect(await find('"hi"')).toEqual([ihor]);
  expect(await find('","')).toEqual([]);
  expect(await find("38050")).toEqual([ihor]);
  expect(await find("")).toEqual([olena, ihor, maria]);
});

test("a search sees what was written since the last one", async () => {
  const { find, people } = regulars();
  expect(await find("Lviv")).toEqual([]);
  people.change("Regulars", 1, { kind: "cell", column: 1, value: "Lviv" }, now);
  expect(await find("lviv")).toEqual([ihor]);
});

test("pages of a search and of everybody follow the list's order", async () => {
  const { people } = regulars();
  const page = valueOf(await people.page({ id: "Regulars", search: "380", offset: 1, limit: 1 }));
  expect([page.total, page.rows[0]?.number]).toEqual([3, ihor]);
  const plain = valueOf(await people.page({ id: "Regulars", search: "", offset: 2, limit: 5 }));
  expect([plain.total, plain.rows.map(({ number }) => number)]).toEqual([3, [maria]]);
});

test("every change can be taken back, the last first, and the count is true at each moment", async () => {
  const { people, rowsOf } = regulars();
  const before = await rowsOf("Regulars");
  people.change("Regulars", 0, { kind: "number", number: "380670000001" }, now);
  people.change("Regulars", 2, { kind: "cell", column: 1, value: "Одеса" }, now);
  valueOf(people.add("Regulars", { number: "48601234567", cells: ["Jan"] }, now));
  const removed = valueOf(await people.remove("Regulars", { positions: [0, 1] }, now));
  expect(removed).toMatchObject({ list: { people: 2 }, undo: { kind: "removed", people: 2 } });
  expect(await rowsOf("Regulars")).toEqual([
    [maria, "МАРІЯ", "Одеса"],
    ["48601234567", "Jan"],
  ]);
  expect(valueOf(people.undo("Regulars", now))).toMatchObject({ list: { people: 4 }, undo: { kind: "added" } });
  expect(valueOf(people.undo("Regulars", now))).toMatchObject({ list: { people: 3 }, undo: { kind: "cell" } });
  expect(valueOf(people.undo("Regulars", now))).toMatchObject({ list: { people: 3 }, undo: { kind: "number" } });
  expect(valueOf(people.undo("Regulars", now))).toMatchObject({ list: { people: 3 }, undo: null });
  expect(await rowsOf("Regulars")).toEqual(before);
  expect(valueOf(people.undo("Regulars", now))).toMatchObject({ list: { people: 3 }, undo: null });
});

test("everybody a search finds is removed at once, and comes back at once", async () => {
  const { people, rowsOf } = regulars();
  const left = valueOf(await people.remove("Regulars", { search: "3805" }, now));
  expect(left.list.people).toBe(2);
  valueOf(people.undo("Regulars", now));
  expect((await rowsOf("Regulars")).map(([number]) => number)).toEqual([olena, ihor, maria]);
});

test("nobody is on a list twice: neither by adding nor by correcting a number", () => {
  const { people } = regulars();
  const twice = { ok: false, error: { code: "list.number-there" } };
  expect(people.add("Regulars", { number: ihor, cells: [] }, now)).toMatchObject(twice);
  expect(people.change("Regulars", 0, { kind: "number", number: ihor }, now)).toMatchObject(twice);
  expect(people.change("Regulars", 1, { kind: "number", number: ihor }, now)).toMatchObject({ ok: true });
  expect(valueOf(people.open("Regulars")).undo).toBeNull();
});

test("somebody who is gone meanwhile is not corrected, and a list that is gone is not opened", async () => {
  const { people, lists } = regulars();
  valueOf(await people.remove("Regulars", { positions: [1] }, now));
  expect(people.change("Regulars", 1, { kind: "number", number: "48601234567" }, now)).toMatchObject({
    error: { code: "list.person-missing" },
  });
  lists.delete("Regulars");
  expect(people.open("Regulars")).toMatchObject({ error: { code: "list.missing" } });
  expect(await people.remove("Regulars", { positions: [0] }, now)).toMatchObject({ error: { code: "list.missing" } });
});

test("what was removed is in no table of the library file, and forgotten with the list", async () => {
  const { people, lists, database } = regulars();
  valueOf(await people.remove("Regulars", { positions: [1] }, now));
  const kept = () => Number(database.prepare("SELECT count(*) AS n FROM temp.list_step_person").get()?.["n"]);
  expect(kept()).toBe(1);
  expect(database.prepare("SELECT 1 FROM main.list_person WHERE number = ?").get(ihor)).toBeUndefined();
  lists.delete("Regulars");
  expect(kept()).toBe(0);
});

test("somebody who is erased does not come back by Undo, and is in no tag", async () => {
  const { people, lists, database, rowsOf } = regulars();
  lists.tag("Regulars", ["VIP", `+${ihor}`]);
  valueOf(await people.remove("Regulars", { positions: [0, 1] }, now));
  eraseFromLists(database, ihor, searchFor(ihor));
  expect(valueOf(people.undo("Regulars", now))).toMatchObject({ list: { people: 1, tags: ["VIP"] }, undo: null });
  expect((await rowsOf("Regulars")).map(([number]) => number)).toEqual([maria]);
});

test("everybody a search finds is removed, also when something else is searched meanwhile", async () => {
  const { people, put } = listShelf();
  put(
    "Many",
    [],
    Array.from({ length: 12_000 }, (_, at) => [`3805${String(at).padStart(8, "0")}`]),
  );
  const removing = people.remove("Many", { search: "3805" }, now);
  const searching = people.page({ id: "Many", search: "99", offset: 0, limit: 1 });
  expect(valueOf(await removing).undo).toEqual({ kind: "removed", people: 12_000 });
  await searching;
});

test("two pages of one search that are asked for at once are both whole", async () => {
  const { people, put } = listShelf();
  put(
    "Many",
    [],
    Array.from({ length: 12_000 }, (_, row) => [`38050${String(row).padStart(7, "0")}`]),
  );
  const ask = (offset: number) => people.page({ id: "Many", search: "3805", offset, limit: 200 });
  const asked = [ask(0), ask(200)];
  // Whatever is written in between.
  people.add("Many", { number: "380661111111", cells: [] }, now);
  asked.push(ask(400));
  for (const page of await Promise.all(asked)) expect(valueOf(page)).toMatchObject({ total: 12_000 });
});
