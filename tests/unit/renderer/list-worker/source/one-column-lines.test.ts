import { describe, expect, it } from "vitest";
import { makeWorkbook } from "../make-workbook.ts";
import { cellsOf, openList } from "../open-list.ts";

const cell = (text: string): string => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
const workbook = (lines: readonly string[], first = 1): Uint8Array =>
  makeWorkbook(lines.map((line, at) => `<row r="${first + at}">${line === "" ? "" : cell(line)}</row>`).join(""));

const lines = ["Name,Phone,City", "Olena,0671234567,Kyiv", "", "Ihor,0501234567,Lviv", "Vira,,Odesa", " ", ""];

describe("a workbook whose one column holds the lines of a CSV", () => {
  it("is read as the table that it was, with the rows' own numbers", async () => {
    const { engine, understood } = await openList(workbook(lines, 3));
    expect(understood).toMatchObject({ format: "xlsx", rows: 3, reading: { delimiter: ",", headerRow: 3, sheet: 0 } });
    expect(understood.columns.map(({ letter, heading }) => [letter, heading])).toEqual([
      ["A", "Name"],
      ["B", "Phone"],
      ["C", "City"],
    ]);
    const { rows } = await engine.rows({ filter: "all", search: "", offset: 0, limit: 10 });
    expect(rows.map(({ row, digits, cells }) => [row, digits, cells[0]])).toEqual([
      [4, "380671234567", "Olena"],
      [6, "380501234567", "Ihor"],
      [7, null, "Vira"],
    ]);
    expect((await engine.rows({ filter: "all", search: "lviv", offset: 0, limit: 10 })).rows).toHaveLength(1);
  });

  it("can be read with another delimiter, and back", async () => {
    const { understood } = await openList(workbook(lines), { reading: { delimiter: ";" } });
    expect(understood).toMatchObject({ reading: { delimiter: ";" }, columns: [{ heading: "Name,Phone,City" }] });
    const back = await openList(workbook(lines), { reading: { delimiter: "," } });
    expect(back.understood.columns).toHaveLength(3);
  });

  it("keeps every row a row, whatever quotes and line breaks its cells hold", async () => {
    const odd = [
      "Name;Phone;Note",
      'Olena;0671234567;"not closed',
      "Ihor;0501234567;two\nlines",
      'Vira;"0631234567";5" pot',
    ];
    const { engine } = await openList(workbook(odd));
    expect(await cellsOf(engine)).toEqual([
      ["Olena", "0671234567", '"not closed'],
      ["Ihor", "0501234567", "two lines"],
      ["Vira", "0631234567", '5" pot'],
    ]);
  });
});

describe("a workbook of one column", () => {
  it.each([
    ["numbers, two in a cell", ["Телефон", "0671234567, 0501234567", "0631234567, 0931234567"]],
    ["numbers below two names of phones", ["Телефон, мобільний", "0671234567, 0501234567", "0631234567, 0931234567"]],
    ["names with commas", ["Name, surname", "Koval, Olena", "Boiko, Ihor"]],
    ["sentences", ["Phone, e-mail or nothing", "ask Olena", "0671234567"]],
  ])("stays one column: %s", async (_, column) => {
    const { understood } = await openList(workbook(column));
    expect(understood).toMatchObject({ reading: { delimiter: null } });
    expect(understood.columns).toHaveLength(1);
  });
});
