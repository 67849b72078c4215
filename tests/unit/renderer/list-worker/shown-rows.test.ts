import { describe, expect, it } from "vitest";
import type { ListEngine } from "../../../../renderer/list-worker/list-engine.ts";
import type { ProblemRows } from "../../../../renderer/list-worker/protocol.ts";
import { makeWorkbook } from "./make-workbook.ts";
import { openList } from "./open-list.ts";
import { fileWords } from "./file-words.ts";

const list =
  "Name;Phone;City;Born\nAnna;0671234567;Kyiv;\nPetro;none;Lviv;\nOlha;none;;\nAnna S;380671234567;;1990\n" +
  "Anna T;0671234567;Odesa;1991\nMax;9592112345;;\nIvan;9592112346;;\nWrong;=1+1;;\n";

const rowsOf = async (engine: ListEngine) =>
  (await engine.rows({ filter: "all", search: "", offset: 0, limit: 99 })).rows;

describe("the rows left out", () => {
  it("are the lines of a file, each with its number and its reasons", async () => {
    const { engine } = await openList(`${list}Two;+380671234567;;\n`);
    const byCode = { "no-digits": "No digits", "duplicate-of": "Same as row {{row}}" };
    const { lines, next } = await engine.problemRows(fileWords(byCode), 0);
    expect(next).toBeNull();
    expect(lines[0]).toEqual(["Row", "Name", "Phone", "City", "Born", "Why"]);
    expect(lines[1]).toEqual([3, "Petro", "none", "Lviv", "", "No digits"]);
    expect(lines[3]?.slice(0, 3)).toEqual([5, "Anna S", "380671234567"]);
    expect(lines[4]).toEqual([6, "Anna T", "0671234567", "Odesa", "1991", expect.stringContaining("Same as row 2")]);
    expect(lines.slice(-2).map((line) => line[2])).toEqual(["=1+1", "+380671234567"]);
  });

  it("come in pages when they are many, none twice and none missing", async () => {
    const many = Array.from({ length: 5_000 }, (_, at) => (at % 2 === 0 ? `none ${at}` : `06712${10_000 + at}`));
    const { engine } = await openList(`Phone\n${many.join("\n")}\n`);
    const numbers: unknown[] = [];
    let pages = 0;
    for (let from: number | null = 0; from !== null; pages++) {
      const page: ProblemRows = await engine.problemRows(fileWords({}), from);
      numbers.push(...page.lines.map(([number]) => number));
      from = page.next;
    }
    expect(pages).toBeGreaterThan(1);
    expect(numbers).toEqual(["Row", ...many.flatMap((phone, at) => (phone.startsWith("none") ? [at + 2] : []))]);
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
  const now = "2026-11-27T10:00:00.000Z";
  const textedLately = { now, numbers: ["380671234567", "380991112233"], at: ["2026-11-20T10:00:00.000Z", ""] };

  it("are counted, shown by their filter with the day, and left out with one edit", async () => {
    const { engine } = await openList(list, { textedLately });
    expect(await engine.state()).toMatchObject({ people: 1, textedLately: 1, toBeTexted: 0 });
    const { total, rows } = await engine.rows({ filter: "texted-lately", search: "", offset: 0, limit: 9 });
    expect([total, rows[0]?.row, rows[0]?.textedLately]).toEqual([1, 2, "2026-11-20T10:00:00.000Z"]);
    const state = await engine.applyEdit({ kind: "leave-out", rows: await engine.rowsTextedLately(), out: true });
    expect(state).toMatchObject({ people: 0, leftOutByHand: 1, textedLately: 0 });
    expect((await engine.rows({ filter: "texted-lately", search: "", offset: 0, limit: 9 })).total).toBe(0);
  });

  it("are counted apart where they are only to get a text that is planned", async () => {
    const at = ["2026-11-28T10:00:00.000Z", ""];
    const { engine } = await openList(list, { textedLately: { ...textedLately, at } });
    expect(await engine.state()).toMatchObject({ people: 1, textedLately: 1, toBeTexted: 1 });
    const state = await engine.applyEdit({ kind: "leave-out", rows: await engine.rowsTextedLately(), out: true });
    expect(state).toMatchObject({ people: 0, textedLately: 0, toBeTexted: 0 });
  });

  it("are nobody in a list without them", async () => {
    const { engine } = await openList(list);
    expect([(await engine.state()).textedLately, await engine.rowsTextedLately()]).toEqual([0, []]);
  });
});
