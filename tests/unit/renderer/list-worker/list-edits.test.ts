import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edit } from "../../../../shared/recipients/reading.ts";
import type { ListEngine } from "../../../../renderer/list-worker/list-engine.ts";
import { openList } from "./open-list.ts";

const list =
  "Name;Phone;City;Born\nAnna;0671234567;Kyiv;\nPetro;none;Lviv;\nOlha;none;;\nAnna S;380671234567;;1990\n" +
  "Anna T;0671234567;Odesa;1991\nMax;9592112345;;\nIvan;9592112346;;\nWrong;=1+1;;\n";

const rowsOf = async (engine: ListEngine) =>
  (await engine.rows({ filter: "all", search: "", offset: 0, limit: 99 })).rows;
const cellsOf = async (engine: ListEngine, column: number) => (await rowsOf(engine)).map(({ cells }) => cells[column]);

describe("find and replace", () => {
  it("of whole cells changes all that are alike, and nothing else", async () => {
    const { engine } = await openList(list);
    await engine.applyEdit({ kind: "replace", column: 1, find: "none", by: "0501234567", whole: true });
    const rows = await rowsOf(engine);
    expect(rows.slice(0, 4).map(({ digits, verdict }) => [digits, verdict])).toEqual([
      ["380671234567", "repaired"],
      ["380501234567", "repaired"],
      ["380501234567", "duplicate"],
      ["380671234567", "duplicate"],
    ]);
    expect(rows[1]?.corrections).toEqual([{ column: 1, before: "none" }]);
  });

  it("within cells finds any case, takes signs for themselves, and can go over all columns", async () => {
    const { engine } = await openList(list);
    await engine.applyEdit({ kind: "replace", column: null, find: "ANNA", by: "$&", whole: false });
    expect((await cellsOf(engine, 0)).slice(3, 5)).toEqual(["$& S", "$& T"]);
    await engine.applyEdit({ kind: "replace", column: 1, find: "=1+1", by: "+380 50 111 22 33", whole: false });
    expect((await rowsOf(engine)).at(-1)?.digits).toBe("380501112233");
  });

  it("takes whatever is looked for as it stands, sign by sign", async () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(..."aA.*+?^$()[]{}|/\\-".split("")),
        fc.string({ minLength: 1, maxLength: 1, unit: "binary" }),
      ),
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(text, text, async (find, by) => {
        const { engine } = await openList("Name;Phone\nAnna;0671234567\n");
        await engine.applyEdit({ kind: "cell", row: 2, column: 0, value: `x${find}x` });
        await engine.applyEdit({ kind: "replace", column: 0, find, by: `<${by}>`, whole: false });
        const [shown] = await cellsOf(engine, 0);
        fc.pre(!/x/i.test(find));
        expect(shown).toBe(`x<${by}>x`);
      }),
      { numRuns: 150 },
    );
  });

  it("in all columns leaves those alone that are not used: nobody sees what stands there", async () => {
    const columns = [{ kind: "field", name: "Name" }, { kind: "phone", order: 0 }, { kind: "unused" }] as const;
    const csv = "Name;Phone;Note\nKiev Anna;0671234567;Kiev\nOlha;0501234567;Kiev\n";
    const { engine } = await openList(csv, { reading: { columns: [...columns] } });
    const replace = { kind: "replace", column: null, find: "Kiev", by: "Kyiv", whole: false } as const;
    expect(await engine.foreseeReplace(replace)).toMatchObject({ cells: 1, columns: [0] });
    await engine.applyEdit(replace);
    expect([await cellsOf(engine, 0), await cellsOf(engine, 2)]).toEqual([
      ["Kyiv Anna", "Olha"],
      ["Kiev", "Kiev"],
    ]);
  });

  it("of an empty text is no edit", () => {
    expect(edit.safeParse({ kind: "replace", column: null, find: "", by: "x", whole: false }).success).toBe(false);
  });
});

describe("all like this", () => {
  it("names the rows refused for the same reason, and takes what they offer", async () => {
    const { engine } = await openList(list);
    const rows = await rowsOf(engine);
    expect(rows.find(({ row }) => row === 7)).toMatchObject({ verdict: "invalid", offered: "9592112345" });
    expect(await engine.rowsAlike(7)).toEqual({ rows: [7, 8], offered: ["9592112345", "9592112346"] });
    for (const row of [3, 2, 99]) expect(await engine.rowsAlike(row)).toEqual({ rows: [], offered: [] });
    const state = await engine.applyEdit({ kind: "take-offered", ...(await engine.rowsAlike(7)) });
    expect(state.sum.invalid).toBe(3);
    expect((await engine.people(0)).numbers).toContain("9592112346");
  });

  it("takes the other number of a cell with two", async () => {
    const { engine } = await openList("Name;Phone\nAnna;0671234567 / 0501234567\n");
    await engine.applyEdit({ kind: "take-offered", rows: [2] });
    expect((await engine.people(0)).numbers).toEqual(["380501234567"]);
    await engine.undoEdit();
    expect((await engine.people(0)).numbers).toEqual(["380671234567"]);
  });

  it("takes no number that was never offered: with another country the row is refused again, and says what it offers", async () => {
    const { engine, understood } = await openList("Name;Phone\nAnna;12, 0671234567\nIhor;0671234568\n");
    await engine.applyEdit({ kind: "take-offered", rows: [2], offered: ["380671234567"] });
    expect((await engine.people(0)).numbers).toEqual(["380671234567", "380671234568"]);
    await engine.reread({ ...understood.reading, defaultCountry: "FR" });
    expect((await rowsOf(engine))[0]).toMatchObject({ verdict: "invalid", offered: "33671234567" });
    await engine.reread(understood.reading);
    expect((await engine.people(0)).numbers).toEqual(["380671234567", "380671234568"]);
  });
});

describe("duplicates", () => {
  it("fill the empty cells of the row that stays, in their order, and never its phone", async () => {
    const { engine } = await openList(list);
    const state = await engine.applyEdit({ kind: "duplicates", keep: "first", fill: true });
    expect(state).toMatchObject({ duplicatesKeep: "first", duplicatesFilled: true, sum: { duplicate: 2 } });
    expect((await rowsOf(engine))[0]?.cells).toEqual(["Anna", "0671234567", "Kyiv", "1990"]);
    expect((await engine.preview("{Name} {Born}", 0))?.text).toBe("Anna 1990");
    expect((await engine.rows({ filter: "ready", search: "1990", offset: 0, limit: 9 })).total).toBe(0);
    expect((await engine.rows({ filter: "repaired", search: "1990", offset: 0, limit: 9 })).total).toBe(1);
    await engine.applyEdit({ kind: "duplicates", keep: "last", fill: true });
    expect((await rowsOf(engine))[4]?.cells).toEqual(["Anna T", "0671234567", "Odesa", "1991"]);
    expect((await rowsOf(engine))[0]?.cells[3]).toBe("");
  });

  it("fill the cells that are shown, and count no others", async () => {
    const { engine, understood } = await openList(list);
    const columns = understood.reading.columns.with(3, { kind: "unused" });
    await engine.reread({ ...understood.reading, columns });
    expect(await engine.state()).toMatchObject({ duplicatesDiffer: 2, duplicatesFillable: 0 });
    await engine.applyEdit({ kind: "duplicates", keep: "first", fill: true });
    expect((await rowsOf(engine))[0]?.cells[3]).toBe("");
    await engine.reread({ ...understood.reading });
    expect(await engine.state()).toMatchObject({ duplicatesFillable: 1 });
    expect((await rowsOf(engine))[0]?.cells[3]).toBe("1990");
  });

  it("that were left out by hand fill nothing, and a corrected number fills no longer", async () => {
    const { engine } = await openList(list);
    await engine.applyEdit({ kind: "duplicates", keep: "first", fill: true });
    await engine.applyEdit({ kind: "leave-out", rows: [5], out: true });
    expect((await rowsOf(engine))[0]?.cells[3]).toBe("1991");
    await engine.applyEdit({ kind: "cell", row: 6, column: 1, value: "0501234567" });
    expect((await rowsOf(engine))[0]?.cells[3]).toBe("");
  });
});

describe("a correction", () => {
  it("keeps what the file had, also of a row typed by hand", async () => {
    const { engine } = await openList(list);
    await engine.applyEdit({ kind: "add-row", values: ["New", "067"] });
    await engine.applyEdit({ kind: "cell", row: 10, column: 1, value: "0501234567" });
    await engine.applyEdit({ kind: "cell", row: 10, column: 1, value: "0501234568" });
    expect((await rowsOf(engine)).at(-1)).toMatchObject({
      row: 10,
      phone: "0501234568",
      corrections: [{ column: 1, before: "067" }],
    });
  });

  it("after one was taken back leaves nothing to make once more", async () => {
    const { engine } = await openList(list);
    await engine.applyEdit({ kind: "cell", row: 3, column: 1, value: "0501234567" });
    expect((await engine.undoEdit()).undone).toBe(1);
    await engine.applyEdit({ kind: "cell", row: 4, column: 1, value: "0501234567" });
    expect(await engine.redoEdit()).toMatchObject({ edit: null, state: { undone: 0, edits: 1 } });
  });
});

describe("before it is done", () => {
  it("find and replace says how many cells it changes, with the first of them, and changes none", async () => {
    const { engine } = await openList(list);
    const before = await rowsOf(engine);
    const seen = await engine.foreseeReplace({
      kind: "replace",
      column: null,
      find: "ANNA",
      by: "Hanna",
      whole: false,
    });
    expect(seen).toEqual({
      cells: 3,
      columns: [0],
      samples: [
        { row: 2, before: "Anna", after: "Hanna" },
        { row: 5, before: "Anna S", after: "Hanna S" },
        { row: 6, before: "Anna T", after: "Hanna T" },
      ],
    });
    const whole = { kind: "replace", column: 1, find: "none", by: "none", whole: true } as const;
    expect((await engine.foreseeReplace(whole)).cells).toBe(0);
    expect((await engine.foreseeReplace({ ...whole, by: "0501234567" })).cells).toBe(2);
    expect(await rowsOf(engine)).toEqual(before);
  });
});
