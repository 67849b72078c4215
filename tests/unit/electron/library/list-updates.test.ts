import { expect, test } from "vitest";
import type { Difference } from "../../../../shared/library/list.ts";
import { listShelf, now, valueOf } from "./saved-lists.ts";

const [olena, ihor, maria, jan, oleh] = ["380671234567", "380501112233", "380937654321", "48601234567", "380661110000"];

/** A list of three, and a spreadsheet with other columns in which one is gone, one changed and two are new. */
function beside() {
  const shelf = listShelf();
  shelf.put(
    "Regulars",
    ["Name", "City"],
    [
      [olena, "Olena", "Kyiv"],
      [ihor, "Ihor", "Lviv"],
      [maria, "Maria", "Odesa"],
    ],
  );
  shelf.database.prepare("INSERT INTO never_text VALUES (?, ?)").run(oleh, now);
  const rows = [
    [jan, "Jan", "gold"],
    [ihor, "Ihor", ""],
    [olena, "Olena B.", ""],
    [oleh, "Oleh", ""],
  ];
  valueOf(
    shelf.updates.write(
      {
        id: "Regulars",
        offset: 0,
        last: true,
        columns: ["NAME", "Card"],
        numbers: rows.map(([number = ""]) => number),
        rows: [2, 3, 4, 5],
        cells: [1, 2].map((column) => rows.map((row) => row[column] ?? "")),
      },
      now,
    ),
  );
  const numbersOf = (kind: Difference) =>
    valueOf(shelf.updates.page({ id: "Regulars", kind, offset: 0, limit: 10 })).rows.map(({ number }) => number);
  return { ...shelf, numbersOf };
}

test("a spreadsheet beside a list says who is the same, changed, new and gone; never-text people stay out", async () => {
  const { updates, numbersOf } = beside();
  expect(valueOf(await updates.compare("Regulars"))).toEqual({
    same: 1,
    changed: 1,
    added: 1,
    gone: 1,
    neverText: 1,
    columns: ["Name", "City", "Card"],
    newColumns: ["Card"],
  });
  expect((["same", "changed", "added", "gone"] as const).map(numbersOf)).toEqual([[ihor], [olena], [jan], [maria]]);
});

test("the people of a difference come with their cells before and after, by the columns of both", async () => {
  const { updates } = beside();
  await updates.compare("Regulars");
  const page = valueOf(updates.page({ id: "Regulars", kind: "changed", offset: 0, limit: 10 }));
  expect(page).toEqual({
    total: 1,
    rows: [{ number: olena, before: ["Olena", "Kyiv", ""], after: ["Olena B.", "", ""] }],
  });
});

test("all differences are taken over as one step, and one Undo brings the list back as it was", async () => {
  const { updates, people, rowsOf, lists } = beside();
  const before = await rowsOf("Regulars");
  await updates.compare("Regulars");
  const taken = valueOf(updates.take("Regulars", { added: true, changed: true, gone: true }, now));
  expect(taken).toMatchObject({
    list: { people: 3 },
    columns: ["Name", "City", "Card"],
    undo: { kind: "updated", people: 3 },
  });
  expect(await rowsOf("Regulars")).toEqual([
    [olena, "Olena B.", "Kyiv", ""],
    [ihor, "Ihor", "Lviv"],
    [jan, "Jan", "", "gold"],
  ]);
  expect(lists.all()).toHaveLength(1);
  expect(valueOf(people.undo("Regulars", now))).toMatchObject({ list: { people: 3 }, columns: ["Name", "City"] });
  expect(await rowsOf("Regulars")).toEqual(before);
});

test("only what was wanted is taken over", async () => {
  const { updates, rowsOf } = beside();
  await updates.compare("Regulars");
  const taken = valueOf(updates.take("Regulars", { added: false, changed: false, gone: true }, now));
  expect(taken).toMatchObject({ list: { people: 2 }, columns: ["Name", "City"] });
  expect((await rowsOf("Regulars")).map(([number]) => number)).toEqual([olena, ihor]);
});

test("a spreadsheet that comes again takes the place of the one before, and a dropped one leaves nothing", async () => {
  const { updates, database } = beside();
  await updates.compare("Regulars");
  const chunk = { id: "Regulars", last: true, columns: [], rows: [2], cells: [] };
  valueOf(updates.write({ ...chunk, offset: 0, numbers: [olena] }, now));
  expect(updates.write({ ...chunk, offset: 7, numbers: [ihor] }, now)).toMatchObject({ ok: false });
  expect(valueOf(await updates.compare("Regulars"))).toMatchObject({ same: 1, changed: 0, added: 0, gone: 2 });
  updates.drop("Regulars");
  expect(await updates.compare("Regulars")).toMatchObject({ error: { code: "list.missing" } });
  expect(database.prepare("SELECT count(*) AS n FROM list_person WHERE list_id <> 'Regulars'").get()).toEqual({ n: 0 });
});

test("the people of a draft are compared like a spreadsheet; whoever must not be texted is not gone from it", async () => {
  const { database, drafts, updates, put } = listShelf();
  put(
    "Regulars",
    ["Name"],
    [
      [olena, "Olena"],
      [oleh, "Oleh"],
      [maria, "Maria"],
    ],
  );
  database.prepare("INSERT INTO never_text VALUES (?, ?)").run(oleh, now);
  drafts.create({ id: "d1", campaignId: "c1" }, "May", now);
  const chunk = { draftId: "d1", offset: 0, last: true, columns: ["Name"], rows: [2, 3] };
  drafts.writePeople({ ...chunk, numbers: [olena, jan], cells: [["Olena B.", "Jan"]] }, now);
  valueOf(updates.writeFromDraft("Regulars", "d1", now));
  expect(valueOf(await updates.compare("Regulars"))).toMatchObject({ same: 1, changed: 1, added: 1, gone: 1 });
  expect(updates.writeFromDraft("gone", "d1", now)).toMatchObject({ error: { code: "list.missing" } });
});

test("a comparison asked for while another of the same list goes on gives the same answer as alone", async () => {
  const { updates, numbersOf } = beside();
  const both = await Promise.all([updates.compare("Regulars"), updates.compare("Regulars")]);
  expect(both.map(valueOf)).toEqual([
    expect.objectContaining({ same: 1, changed: 1, added: 1, gone: 1, neverText: 1 }),
    expect.objectContaining({ same: 1, changed: 1, added: 1, gone: 1, neverText: 1 }),
  ]);
  expect(numbersOf("added")).toEqual([jan]);
});

test("a list with two columns of one name keeps every cell in its own column", async () => {
  const shelf = listShelf();
  shelf.put("Regulars", ["Name", "name", "City"], [[olena, "Olena", "Bilyk", "Kyiv"]]);
  const chunk = { id: "Regulars", offset: 0, last: true, rows: [2, 3] };
  const cells = [
    ["Olena", "Jan"],
    ["gold", ""],
  ];
  valueOf(shelf.updates.write({ ...chunk, columns: ["Name", "Card"], numbers: [olena, jan], cells }, now));
  await shelf.updates.compare("Regulars");
  const taken = valueOf(shelf.updates.take("Regulars", { added: true, changed: true, gone: false }, now));
  expect(taken.columns).toEqual(["Name", "name", "City", "Card"]);
  expect((await shelf.rowsOf("Regulars"))[0]).toEqual([olena, "Olena", "Bilyk", "Kyiv", "gold"]);
});
