import { expect, test } from "vitest";
import { DraftStore } from "../../../../electron/library/drafts.ts";
import { ListStore } from "../../../../electron/library/lists.ts";
import { listShelf, now, valueOf } from "./saved-lists.ts";

const [olena, ihor, maria, jan] = ["380671234567", "380501112233", "380937654321", "48601234567"];

function shelfOfTwo() {
  const shelf = listShelf();
  shelf.put(
    "A",
    ["Name", "City"],
    [
      [olena, "Olena", "Kyiv"],
      [ihor, "Ihor", ""],
      [maria, "Maria", "Odesa"],
    ],
  );
  shelf.put(
    "B",
    ["city", "Mail", "Name"],
    [
      [jan, "Gdańsk", "jan@example.com", "Jan"],
      [ihor, "Lviv", "", "Ihor"],
      [olena, "Poltava", "o@example.com", "Olena"],
    ],
  );
  return shelf;
}

test("the preview of a merge counts everybody once, who is in both, and whose cells differ", async () => {
  const { sets } = shelfOfTwo();
  expect(valueOf(await sets.previewMerge(["A", "B"]))).toEqual({
    people: 4,
    inSeveral: 2,
    differ: 1,
    columns: ["Name", "City", "Mail"],
  });
});

test("merged lists have each number once, united columns, and filled gaps; of two values the first stays", async () => {
  const { sets, rowsOf, lists } = shelfOfTwo();
  const merged = valueOf(await sets.merge({ id: "m", name: "Everybody" }, ["A", "B"], "first", now));
  expect(merged).toMatchObject({ name: "Everybody", people: 4 });
  expect(await rowsOf("m")).toEqual([
    [olena, "Olena", "Kyiv", "o@example.com"],
    [ihor, "Ihor", "Lviv", ""],
    [maria, "Maria", "Odesa", ""],
    [jan, "Jan", "Gdańsk", "jan@example.com"],
  ]);
  expect(lists.all().map(({ name, people }) => [name, people])).toEqual([
    ["A", 3],
    ["B", 3],
    ["Everybody", 4],
  ]);
});

test("with the last list preferred its values stay, but never an empty one", async () => {
  const { sets, rowsOf } = shelfOfTwo();
  await sets.merge({ id: "m", name: "Everybody" }, ["A", "B"], "last", now);
  expect((await rowsOf("m")).slice(0, 3)).toEqual([
    [olena, "Olena", "Poltava", "o@example.com"],
    [ihor, "Ihor", "Lviv", ""],
    [maria, "Maria", "Odesa", ""],
  ]);
});

test("somebody on three lists is counted once among those on several", async () => {
  const { sets, put } = shelfOfTwo();
  put(
    "C",
    ["Name"],
    [
      [olena, "Olena"],
      [jan, "Johann"],
    ],
  );
  expect(valueOf(await sets.previewMerge(["A", "B", "C"]))).toMatchObject({ people: 4, inSeveral: 3, differ: 2 });
});

test("a list without the people of others keeps its order and its columns", async () => {
  const { sets, rowsOf, put } = shelfOfTwo();
  put("C", [], [[maria]]);
  expect(valueOf(await sets.previewSubtract(["A", "B"]))).toEqual({ people: 1, removed: 2 });
  await sets.subtract({ id: "s", name: "A without B" }, ["A", "B"], now);
  expect(await rowsOf("s")).toEqual([[maria, "Maria", "Odesa"]]);
  expect(await sets.subtract({ id: "n", name: "Nobody" }, ["A", "B", "C"], now)).toMatchObject({
    error: { code: "list.nobody" },
  });
});

test("a name that is taken and a list that is gone are refused, and nothing is left of the attempt", async () => {
  const { sets, lists, database } = shelfOfTwo();
  expect(await sets.merge({ id: "m", name: "A" }, ["A", "B"], "first", now)).toMatchObject({
    error: { code: "list.name-taken" },
  });
  expect(await sets.merge({ id: "m", name: "M" }, ["A", "gone"], "first", now)).toMatchObject({
    error: { code: "list.missing" },
  });
  expect(await sets.subtract({ id: "m", name: "M" }, ["A", "A2"], now)).toMatchObject({ ok: false });
  expect(lists.all().map(({ name }) => name)).toEqual(["A", "B"]);
  expect(database.prepare("SELECT count(*) AS n FROM list").get()).toMatchObject({ n: 2 });
});

test("a list that is still being put together is seen by nobody, and gone at the next start", async () => {
  const { lists, people, database, sets } = shelfOfTwo();
  lists.beginBuilding({ id: "half", name: "Half", columns: [] }, now);
  expect(lists.all().map(({ name }) => name)).toEqual(["A", "B"]);
  expect(people.open("half")).toMatchObject({ error: { code: "list.missing" } });
  expect(await sets.previewMerge(["A", "half"])).toMatchObject({ error: { code: "list.missing" } });
  expect(new ListStore(database, new DraftStore(database)).rename("half", "Whole", now)).toMatchObject({
    error: { code: "list.missing" },
  });
});

test("the thread does other work while long lists are put together", async () => {
  const { sets, put, people } = listShelf();
  const many = (from: number) =>
    Array.from({ length: 25_000 }, (_, at) => [`3805${String(from + at).padStart(8, "0")}`]);
  put("A", [], many(0));
  put("B", [], many(20_000));
  let turns = 0;
  const merging = sets.merge({ id: "m", name: "M" }, ["A", "B"], "first", now);
  const state = { done: false };
  void merging.then(() => (state.done = true));
  while (!state.done) {
    await new Promise((resolve) => setImmediate(resolve));
    if (people.open("A").ok) turns += 1;
  }
  expect(valueOf(await merging)?.people).toBe(45_000);
  expect(turns).toBeGreaterThan(8);
});

test("a list that is being put together says how far it is, and leaves nothing when it is stopped", async () => {
  const { sets, put, lists, database } = listShelf();
  const many = (from: number) =>
    Array.from({ length: 20_000 }, (_, at) => [`3805${String(from + at).padStart(8, "0")}`]);
  put("A", [], many(0));
  put("B", [], many(10_000));
  expect(sets.progress()).toBeNull();
  const merging = sets.merge({ id: "m", name: "M" }, ["A", "B"], "first", now);
  const seen: number[] = [];
  while ((sets.progress()?.done ?? 40_000) < 25_000) {
    seen.push(sets.progress()?.done ?? 0);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(sets.progress()).toMatchObject({ total: 40_000 });
  sets.stop();
  expect(valueOf(await merging)).toBeNull();
  expect(seen.at(-1)).toBeGreaterThan(seen[0] ?? 0);
  expect(sets.progress()).toBeNull();
  expect(lists.all().map(({ name }) => name)).toEqual(["A", "B"]);
  expect(database.prepare("SELECT count(*) AS n FROM list_person WHERE list_id = 'm'").get()).toMatchObject({ n: 0 });
  expect(valueOf(await sets.subtract({ id: "m", name: "M" }, ["A", "B"], now))?.people).toBe(10_000);
});

test("of two lists that are put together at once the shorter does not end the other, and stopping stops both whole", async () => {
  const { sets, put, lists } = listShelf();
  const many = (count: number) => Array.from({ length: count }, (_, at) => [`3805${String(at).padStart(8, "0")}`]);
  put("A", [], many(30_000));
  put("B", [], many(6_000));
  put("C", [], [[jan]]);
  const turnsUntil = async (share: (done: number) => boolean) => {
    while (!share(sets.progress()?.done ?? Infinity)) await new Promise((resolve) => setImmediate(resolve));
  };
  const long = sets.merge({ id: "l", name: "Long" }, ["A", "C"], "first", now);
  const short = sets.merge({ id: "s", name: "Short" }, ["B", "C"], "first", now);
  expect(valueOf(await short)?.people).toBe(6_001);
  expect(sets.progress()).toMatchObject({ total: 30_001 });
  sets.stop();
  expect(valueOf(await long)).toBeNull();

  const one = sets.merge({ id: "o", name: "One" }, ["A", "C"], "first", now);
  const other = sets.merge({ id: "p", name: "Other" }, ["A", "B"], "first", now);
  await turnsUntil((done) => done >= 5_000);
  sets.stop();
  expect([valueOf(await one), valueOf(await other)]).toEqual([null, null]);
  expect(lists.all().map(({ name }) => name)).toEqual(["A", "B", "C", "Short"]);
});
