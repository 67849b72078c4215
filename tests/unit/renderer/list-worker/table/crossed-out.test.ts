import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reasons as en } from "../../../../../renderer/i18n/en/reasons.ts";
import { reasons as ru } from "../../../../../renderer/i18n/ru/reasons.ts";
import { reasons as uk } from "../../../../../renderer/i18n/uk/reasons.ts";
import type { ListEngine } from "../../../../../renderer/list-worker/list-engine.ts";
import { verdicts } from "../../../../../shared/recipients/reading.ts";
import { anyEdit, phoneCell } from "../any-edit.ts";
import { fileWords } from "../file-words.ts";
import { openList } from "../open-list.ts";
import { digitsOf } from "./seen-rows.ts";

const headings = ["Name", "Phone", "City", "Price"];

/** A table as it is copied from a spreadsheet; a cell between tildes is crossed out. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<td>${text.replaceAll(/~([^~]*)~/g, "<s>$1</s>")}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`;
}

const opened = (rows: readonly (readonly string[])[], options: Parameters<typeof openList>[1] = {}) =>
  openList(tableOf(rows), options);

const rowsOf = async (engine: ListEngine, filter: "all" | "crossed-out" = "all") =>
  (await engine.rows({ filter, search: "", offset: 0, limit: 500 })).rows;

/** The rows of a table with these headings that count as crossed out, by their numbers in the file. */
async function crossedOut(headings: readonly string[], ...rows: readonly (readonly string[])[]): Promise<number[]> {
  const { engine } = await opened([headings, ...rows]);
  return engine.rowsCrossedOut();
}

describe("a row is crossed out", () => {
  it("where its phone, its name or all of it is", async () => {
    const rows = [
      ["Olena", "0671110002", "Kyiv", "10"],
      ["~Ihor~", "~0671110003~", "~Lviv~", "~20~"],
      ["~Taras~", "0671110004", "Odesa", "30"],
      ["Nina", "~0671110005~", "Dnipro", "40"],
    ];
    expect(await crossedOut(headings, ...rows)).toEqual([3, 4, 5]);
  });

  it("not where only a price, a town or a part of the name is", async () => {
    const rows = [
      ["Marko", "0671110002", "Kyiv", "~50~"],
      ["Anna", "0671110003", "~Kyiv~", "~60~"],
      ["~Hanna~ Anna", "0671110004", "Kyiv", "70"],
    ];
    expect(await crossedOut(headings, ...rows)).toEqual([]);
  });

  it("by all of its names, where it has several that are filled", async () => {
    const names = ["First name", "Surname", "Phone"];
    const rows = [
      ["~Olena~", "~Koval~", "0671110002"],
      ["Olena", "~Koval~", "0671110003"],
      ["~Olena~", "", "0671110004"],
    ];
    expect(await crossedOut(names, ...rows)).toEqual([2, 4]);
  });

  it("by everything else in words, where no column is called a name", async () => {
    const others = ["Who", "Mobile", "Paid", "Remark"];
    const rows = [
      ["~Olena~", "0671110002", "10", "~left us~"],
      ["~Ihor~", "0671110003", "20", "5"],
      ["Taras", "0671110004", "~30~", "~left us~"],
      ["7", "0671110005", "~40~", ""],
    ];
    expect(await crossedOut(others, ...rows)).toEqual([2, 3]);
    expect(await crossedOut(["Mobile", "Price"], ["0671110002", "~12 UAH~"], ["0671110003", "5"])).toEqual([]);
  });

  it("by all of its phones; with another one it is texted there, and that is said", async () => {
    const { engine } = await opened([
      ["Name", "Mobile", "Phone"],
      ["Olena", "~0671110002~", "0501110002"],
      ["Ihor", "~0671110003~", "~0501110003~"],
      ["Taras", "~0671110004~", ""],
    ]);
    expect(await engine.rowsCrossedOut()).toEqual([3, 4]);
    const [first] = await rowsOf(engine);
    expect(first).toMatchObject({ digits: "380501110002", leftOutByHand: false, phoneColumn: 2 });
    expect(first?.reasons[0]).toEqual({ code: "crossed-out-left-off", params: { cell: "0671110002" } });
  });
});

describe("a phone cell that is crossed out in part", () => {
  it("is read without that part, which is told as a repair; the cell stays as the file has it", async () => {
    const { engine } = await opened([
      headings,
      ["Olena", "~0671110002~ 0501110002", "", ""],
      ["Ihor", "+380671110003 ~Petro~", "", ""],
      ["Taras", "~067~ none", "", ""],
    ]);
    const rows = await rowsOf(engine);
    expect(rows.map(({ digits, verdict, phone }) => [digits, verdict, phone])).toEqual([
      ["380501110002", "repaired", "0671110002 0501110002"],
      ["380671110003", "repaired", "+380671110003 Petro"],
      [null, "invalid", "067 none"],
    ]);
    expect(rows.every(({ reasons }) => reasons[0]?.code === "crossed-out-left-off")).toBe(true);
  });

  it("is one as it was typed once it is corrected", async () => {
    const { engine } = await opened([headings, ["Olena", "~0671110002~ 0501110002", "", ""]]);
    await engine.applyEdit({ kind: "cell", row: 2, column: 1, value: "0671110002" });
    expect(await digitsOf(engine)).toEqual(["380671110002"]);
  });
});

describe("who is crossed out", () => {
  const list = [
    headings,
    ["Olena", "0671110002", "Kyiv", "10"],
    ["~Ihor~", "~0671110003~", "Lviv", "20"],
    ["~Taras~", "0671110004", "Odesa", "30"],
    ["~Nina~", "none", "Dnipro", "40"],
  ];

  it("is not texted, keeps a verdict so that the sum adds up, and has the reason first", async () => {
    const { engine } = await opened(list);
    const { sum, people, crossedOut, leftOutByHand } = await engine.state();
    expect([sum.rows, sum.repaired, sum.invalid, people, crossedOut, leftOutByHand]).toEqual([4, 3, 1, 1, 2, 2]);
    expect((await engine.people(0)).numbers).toEqual(["380671110002"]);
    const shown = await rowsOf(engine, "crossed-out");
    expect(shown.map(({ row, leftOutByHand }) => [row, leftOutByHand])).toEqual([
      [3, true],
      [4, true],
    ]);
    expect(shown.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([["crossed-out"], ["crossed-out"]]);
    const [, , , nina] = await rowsOf(engine);
    expect(nina).toMatchObject({ verdict: "invalid", leftOutByHand: false });
    expect(nina?.reasons.map(({ code }) => code)).toEqual(["crossed-out", "no-digits"]);
  });

  it("is texted after one edit of a known kind, which undo takes back and redo makes again", async () => {
    const { engine } = await opened(list);
    const edit = { kind: "leave-out", rows: await engine.rowsCrossedOut(), out: false } as const;
    expect(await engine.applyEdit(edit)).toMatchObject({ people: 3, crossedOut: 0, leftOutByHand: 0 });
    expect((await rowsOf(engine))[1]?.reasons[0]?.code).toBe("crossed-out");
    expect(await engine.undoEdit()).toMatchObject({ people: 1, crossedOut: 2 });
    expect((await engine.redoEdit()).state).toMatchObject({ people: 3, crossedOut: 0 });
    const { engine: again } = await opened(list, { edits: [edit] });
    expect(await again.state()).toMatchObject({ people: 3, crossedOut: 0, edits: 1 });
  });

  it("can be taken back one by one, and be left out by hand after that", async () => {
    const { engine } = await opened(list);
    expect(await engine.applyEdit({ kind: "leave-out", rows: [4], out: false })).toMatchObject({
      people: 2,
      crossedOut: 1,
    });
    await engine.applyEdit({ kind: "leave-out", rows: [4], out: true });
    const [, , taras] = await rowsOf(engine);
    expect(taras?.reasons.slice(0, 2).map(({ code }) => code)).toEqual(["left-out-by-hand", "crossed-out"]);
    expect(await engine.state()).toMatchObject({ people: 1, crossedOut: 1, leftOutByHand: 2 });
  });

  it("stays crossed out whatever is corrected in the row, by hand or by find and replace", async () => {
    const { engine } = await opened(list);
    await engine.applyEdit({ kind: "cell", row: 3, column: 1, value: "0509998877" });
    await engine.applyEdit({ kind: "cell", row: 4, column: 0, value: "Petro" });
    await engine.applyEdit({ kind: "cell", row: 5, column: 1, value: "0631110005" });
    const replaced = { kind: "replace", column: null, find: "067", by: "050", whole: false } as const;
    expect(await engine.applyEdit(replaced)).toMatchObject({ people: 1, crossedOut: 3 });
    expect((await engine.people(0)).numbers).toEqual(["380501110002"]);
  });

  it("stands in the file of rows left out with the reason, in the user's language", async () => {
    const { engine } = await opened(list);
    const lines = async (reasons: typeof en | typeof uk | typeof ru) =>
      (await engine.problemRows(fileWords(reasonWords(reasons)), 0)).lines.map((line) => [line[0], line.at(-1)]);
    expect(await lines(en)).toEqual([
      ["Row", "Why"],
      [3, "Crossed out in the file"],
      [4, "Crossed out in the file"],
      [5, "Crossed out in the file; No digits in the cell"],
    ]);
    expect((await lines(uk))[1]?.[1]).toBe("Закреслено у файлі");
    expect((await lines(ru))[1]?.[1]).toBe("Зачёркнуто в файле");
  });

  it("is nobody's duplicate: the row that is not crossed out is texted, whichever comes first", async () => {
    const { engine } = await opened([
      headings,
      ["~Olena~", "0671110002", "Kyiv", ""],
      ["Olena", "0671110002", "Lviv", ""],
      ["~Olena~", "0671110002", "", ""],
    ]);
    expect(await engine.state()).toMatchObject({ people: 1, crossedOut: 2, sum: { duplicate: 0, repaired: 3 } });
    expect((await engine.people(0)).rows).toEqual([3]);
    const back = await engine.applyEdit({ kind: "leave-out", rows: await engine.rowsCrossedOut(), out: false });
    expect(back).toMatchObject({ people: 1, crossedOut: 0, sum: { duplicate: 2 } });
  });

  it("is on the never-text list where the number is, and may be asked about like everybody", async () => {
    const neverText = { numbers: ["380671110003"], since: ["2026-01-02"] };
    const { engine } = await opened([...list, ["~Jan~", "48512345678", "", ""]], { neverText });
    expect(await engine.state()).toMatchObject({ crossedOut: 2, people: 1, sum: { "never-text": 1, "to-decide": 1 } });
    const answer = { kind: "answer", question: "with-plus:UA", choice: "international" } as const;
    expect(await engine.applyEdit(answer)).toMatchObject({ crossedOut: 2, people: 1, leftOutByHand: 2, questions: [] });
  });

  it("is judged by the columns that are phones now", async () => {
    const { engine, understood } = await opened([
      ["Name", "Mobile", "Phone"],
      ["Olena", "~0671110002~", "0501110002"],
    ]);
    expect(await engine.rowsCrossedOut()).toEqual([]);
    const columns = understood.reading.columns.map((role, at) => (at === 2 ? ({ kind: "unused" } as const) : role));
    await engine.reread({ ...understood.reading, columns });
    expect(await engine.rowsCrossedOut()).toEqual([2]);
  });
});

const reasonWords = (reasons: typeof en | typeof uk | typeof ru): Record<string, string> =>
  Object.fromEntries(Object.entries(reasons).map(([key, words]) => [key.replace("reason.", ""), words]));

describe("the sum of the verdicts", () => {
  const cell = fc.tuple(phoneCell, fc.boolean()).map(([text, out]) => (out && text.trim() !== "" ? `~${text}~` : text));
  const name = fc.constantFrom("Anna", "~Anna~", "~Petro~ Anna", "");

  it("is the rows, and nobody who is crossed out is texted unless taken back, after any edits", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, cell, cell), { minLength: 1, maxLength: 10 }),
        fc.array(anyEdit, { maxLength: 6 }),
        async (table, edits) => {
          const rows = [["Name", "Mobile", "Phone", "Row"], ...table.map((row, at) => [...row, `r${at}`])];
          const { engine } = await opened(rows, { edits });
          const { sum, people, leftOutByHand, crossedOut } = await engine.state();
          expect(verdicts.reduce((total, verdict) => total + sum[verdict], 0)).toBe(sum.rows);
          expect(people).toBe(sum.ready + sum.repaired - leftOutByHand);
          const { numbers, rows: texted } = await engine.people(0);
          expect([numbers.length, new Set(numbers).size]).toEqual([people, people]);
          const out = await engine.rowsCrossedOut();
          expect(out).toHaveLength(crossedOut);
          expect(texted.filter((row) => out.includes(row))).toEqual([]);
          const back = await engine.applyEdit({ kind: "leave-out", rows: out, out: false });
          expect([back.crossedOut, back.sum.rows]).toEqual([0, sum.rows]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
