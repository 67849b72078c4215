import { describe, expect, it } from "vitest";
import { cellsOf, fixture, openList } from "../open-list.ts";

const names = [
  "Олена Коваленко",
  "Ігор Шевченко",
  'ТОВ "Ромашка"',
  "Марія Бондаренко",
  "Сергій\nМельник",
  "Юлія Поліщук",
];
const sum = { rows: 6, ready: 1, repaired: 2, "to-decide": 0, duplicate: 1, invalid: 1, empty: 1, "never-text": 0 };

describe("files written by LibreOffice", () => {
  it.each([
    ["customers.xlsx", null, null],
    ["customers.xls", null, null],
    ["customers.ods", null, null],
    ["customers.fods", null, null],
    ["customers-windows-1251.csv", "windows-1251", ";"],
    ["customers-koi8-u.csv", "koi8-u", ";"],
    ["customers-utf-8.csv", "utf-8", ","],
    ["customers-utf-8-bom.csv", "utf-8", ","],
    ["customers-utf-16.csv", "utf-16le", "\t"],
    ["customers-utf-16le-no-bom.csv", "utf-16le", ","],
  ])("%s is read without a question, whatever its encoding and delimiter", async (name, encoding, delimiter) => {
    const { engine, understood } = await openList(fixture(name));
    expect(understood.reading).toMatchObject({ encoding, delimiter, headerRow: 1, defaultCountry: "UA" });
    expect(understood.columns.map(({ role }) => role.kind)).toEqual(["field", "phone", "field", "field", "field"]);
    expect((await cellsOf(engine)).map(([first]) => first)).toEqual(names);
    expect((await engine.state()).sum).toEqual(sum);
    expect((await engine.people(0)).numbers).toEqual(["380671234567", "380501234567", "380631234567"]);
  });

  it.each(["customers.xlsx", "customers.xls"])("%s shows dates and sums as the spreadsheet does", async (name) => {
    const { engine } = await openList(fixture(name), { locale: "uk-UA" });
    const [first] = await cellsOf(engine);
    expect(first).toEqual(["Олена Коваленко", "380671234567", "Київ", "15.03.2025", "1240,50"]);
  });

  it.each(["customers.ods", "customers.fods"])("%s shows what it showed when it was saved", async (name) => {
    const { engine } = await openList(fixture(name), { locale: "uk-UA" });
    const [first] = await cellsOf(engine);
    expect(first).toEqual(["Олена Коваленко", "380671234567", "Київ", "15.03.2025", "1240.50"]);
  });

  it("leaves out what is hidden, takes the first visible sheet that is not empty, and says so", async () => {
    const { engine, understood } = await openList(fixture("hidden.xlsx"));
    expect(understood.reading).toMatchObject({ sheet: 2, headerRow: 3 });
    expect(understood.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["Old", true],
      ["Empty", false],
      ["People", false],
    ]);
    expect(understood.leftOut).toEqual({
      titleRows: 1,
      blankRows: 1,
      hiddenRows: 1,
      hiddenColumns: 1,
      coveredCells: 0,
      otherSheets: 0,
      hiddenSheets: 1,
    });
    expect(understood.columns.map(({ letter, heading }) => [letter, heading])).toEqual([
      ["A", "Name"],
      ["C", "Mobile"],
    ]);
    const { rows } = await engine.rows({ filter: "all", search: "", offset: 0, limit: 10 });
    expect(rows.map(({ row, digits }) => [row, digits])).toEqual([
      [4, "48512345678"],
      [7, "447400123456"],
    ]);
  });

  it("reads another sheet of the same file when asked", async () => {
    const { engine } = await openList(fixture("hidden.xlsx"));
    const reread = await engine.reread({
      encoding: null,
      delimiter: null,
      sheet: 0,
      headerRow: null,
      defaultCountry: null,
      columns: null,
    });
    expect(reread).toMatchObject({ ok: true, value: { rows: 1, reading: { sheet: 0 } } });
    expect((await engine.people(0)).numbers).toEqual(["380671111111"]);
  });
});
