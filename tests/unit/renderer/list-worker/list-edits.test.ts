import { read, utils } from "@e965/xlsx";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edit } from "../../../../shared/recipients/reading.ts";
import type { ListEngine } from "../../../../renderer/list-worker/list-engine.ts";
import { makeWorkbook } from "./make-workbook.ts";
import { openList } from "./open-list.ts";
import { fileWords } from "./file-words.ts";

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

  it("of an empty text is no edit", () => {
    expect(edit.safeParse({ kind: "replace", column: null, find: "", by: "x", whole: false }).success).toBe(false);
  });
});

describe("all like this", () => {
  it("names the rows refused for the same reason, and takes what they offer", async () => {
    const { engine } = await openList(list);
    const rows = await rowsOf(engine);
    expect(rows.find(({ row }) => row === 7)).toMatchObject({ verdict: "invalid", offered: "9592112345" });
    expect(await engine.rowsAlike(7)).toEqual([7, 8]);
    expect(await engine.rowsAlike(3)).toEqual([3, 4]);
    expect(await engine.rowsAlike(2)).toEqual([]);
    expect(await engine.rowsAlike(99)).toEqual([]);
    const state = await engine.applyEdit({ kind: "take-offered", rows: await engine.rowsAlike(7) });
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

describe("the rows left out", () => {
  it("are written to a workbook with their reasons, every cell text, formulas defused", async () => {
    const { engine } = await openList(`${list}Two;+380671234567;;\n`);
    const byCode = { "no-digits": "No digits", "duplicate-of": "Same as row {{row}}" };
    const bytes = await engine.problemRows(fileWords(byCode), "xlsx");
    const book = read(bytes, { type: "array" });
    const sheet = book.Sheets[book.SheetNames[0] ?? ""];
    if (sheet === undefined) throw new Error("no sheet");
    const rows: unknown[][] = utils.sheet_to_json(sheet, { header: 1, raw: true, defval: "" });
    expect(rows[0]).toEqual(["Row", "Name", "Phone", "City", "Born", "Why"]);
    expect(rows[1]).toEqual([3, "Petro", "none", "Lviv", "", "No digits"]);
    expect(rows[3]?.slice(0, 3)).toEqual([5, "Anna S", "380671234567"]);
    expect(rows[4]).toEqual([6, "Anna T", "0671234567", "Odesa", "1991", expect.stringContaining("Same as row 2")]);
    expect(rows.at(-2)?.[2]).toBe("'=1+1");
    expect(rows.at(-1)?.[2]).toBe("+380671234567");
  });

  it("are written to a workbook even where a defused cell would be longer than one can be", async () => {
    const { engine } = await openList(`Name;Phone\n=${"A".repeat(32_766)};none\n`);
    const bytes = await engine.problemRows(fileWords({}), "xlsx");
    const book = read(bytes, { type: "array" });
    const cell: { v?: unknown } | undefined = book.Sheets[book.SheetNames[0] ?? ""]?.["B2"];
    expect(cell?.v).toBe(`'=${"A".repeat(32_765)}`);
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

describe("what is shown of rows", () => {
  it("a duplicate says how its fields differ from the row that stays, and what could be filled", async () => {
    const { engine, understood } = await openList(list);
    const differing = (await rowsOf(engine)).filter(({ differs }) => differs.length > 0);
    expect(differing.map(({ row, differs }) => [row, differs])).toEqual([
      [
        5,
        [
          { column: 0, value: "Anna S", kept: "Anna" },
          { column: 2, value: "", kept: "Kyiv" },
          { column: 3, value: "1990", kept: "" },
        ],
      ],
      [
        6,
        [
          { column: 0, value: "Anna T", kept: "Anna" },
          { column: 2, value: "Odesa", kept: "Kyiv" },
          { column: 3, value: "1991", kept: "" },
        ],
      ],
    ]);
    const sample = { row: 5, keptRow: 2, column: 0, value: "Anna S", kept: "Anna" };
    const state = { duplicatesDiffer: 2, duplicatesFillable: 1, duplicateSample: sample };
    expect(await engine.state()).toMatchObject(state);
    expect(await engine.applyEdit({ kind: "duplicates", keep: "first", fill: true })).toMatchObject(state);
    const columns = understood.reading.columns.map((role) => (role.kind === "field" ? { kind: "unused" } : role));
    await engine.reread({ ...understood.reading, columns: columns as typeof understood.reading.columns });
    expect(await engine.state()).toMatchObject({ duplicatesDiffer: 0, duplicateSample: null });
  });

  it("what differs of a duplicate is told by its words first, not by the number of its line", async () => {
    const { engine } = await openList("No;Name;Phone\n1;Anna;0671234567\n2;Anna S;0671234567\n");
    const sample = { row: 3, keptRow: 2, column: 1, value: "Anna S", kept: "Anna" };
    expect(await engine.state()).toMatchObject({ duplicateSample: sample });
    const differing = (await rowsOf(engine)).flatMap(({ differs }) => differs);
    expect(differing.map(({ column }) => column)).toEqual([1, 0]);
  });

  it("a row typed by hand is counted, found by its own filter, and named as such where another repeats it", async () => {
    const { engine } = await openList("Name;Phone\nAnna;0671234567\nPetro;0501234567\n");
    await engine.applyEdit({ kind: "duplicates", keep: "last" });
    const state = await engine.applyEdit({ kind: "add-row", values: ["New", "0671234567"] });
    expect(state).toMatchObject({ added: 1, sum: { rows: 3, repaired: 2, duplicate: 1 } });
    const { rows, total } = await engine.rows({ filter: "added", search: "", offset: 0, limit: 9 });
    expect([total, rows[0]?.added, rows[0]?.digits]).toEqual([1, true, "380671234567"]);
    const [anna] = await rowsOf(engine);
    expect([anna?.added, anna?.reasons[0]]).toEqual([false, { code: "duplicate-of-added", params: {} }]);
  });

  it("a row typed by hand has no number of the file, wherever it is shown", async () => {
    const { engine } = await openList("Name;Phone\nAnna;0671234567\nPetro;0501234567\n");
    await engine.applyEdit({ kind: "add-row", values: ["Nobody", "0671234567"] });
    const state = await engine.applyEdit({ kind: "add-row", values: ["New", "0631234567"] });
    expect(state).toMatchObject({ duplicatesDiffer: 1, duplicateSample: null });
    const edit = { kind: "replace", column: 0, find: "e", by: "E", whole: false } as const;
    expect((await engine.foreseeReplace(edit)).samples).toEqual([
      { row: 3, before: "Petro", after: "PEtro" },
      { row: null, before: "New", after: "NEw" },
    ]);
    const previews = [await engine.preview("Hi", 1), await engine.preview("Hi", 2)];
    expect(previews.map((preview) => [preview?.row, preview?.added])).toEqual([
      [3, false],
      [5, true],
    ]);
  });

  it("a number as a workbook holds it is shown with all its digits in every phone column", async () => {
    const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const number = (at: string, value: string) => `<c r="${at}" s="1"><v>${value}</v></c>`;
    const workbook = makeWorkbook(
      `<row r="1">${text("A1", "Mobile")}${text("B1", "Phone")}</row>` +
        `<row r="2">${number("A2", "380671234567")}${number("B2", "380501234567")}</row>`,
      { styles: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="11"/></cellXfs></styleSheet>' },
    );
    const { engine, understood } = await openList(workbook);
    expect(understood.columns[1]?.samples).toEqual(["380501234567"]);
    expect((await rowsOf(engine))[0]?.cells).toEqual(["380671234567", "380501234567"]);
  });
});

describe("people who were texted lately", () => {
  const textedLately = { numbers: ["380671234567", "380991112233"], at: ["2026-11-20T10:00:00.000Z", ""] };

  it("are counted, shown by their filter with the day, and left out with one edit", async () => {
    const { engine } = await openList(list, { textedLately });
    expect(await engine.state()).toMatchObject({ people: 1, textedLately: 1 });
    const { total, rows } = await engine.rows({ filter: "texted-lately", search: "", offset: 0, limit: 9 });
    expect([total, rows[0]?.row, rows[0]?.textedLately]).toEqual([1, 2, "2026-11-20T10:00:00.000Z"]);
    const state = await engine.applyEdit({ kind: "leave-out", rows: await engine.rowsTextedLately(), out: true });
    expect(state).toMatchObject({ people: 0, leftOutByHand: 1, textedLately: 0 });
    expect((await engine.rows({ filter: "texted-lately", search: "", offset: 0, limit: 9 })).total).toBe(0);
  });

  it("are nobody in a list without them", async () => {
    const { engine } = await openList(list);
    expect([(await engine.state()).textedLately, await engine.rowsTextedLately()]).toEqual([0, []]);
  });
});
