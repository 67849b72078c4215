import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { variedWorkbook } from "../../../../fixtures/spreadsheets/varied-workbook.ts";
import { fixture, openList } from "../open-list.ts";
import { cellsIn, gridOf, readBook } from "../read-table.ts";

const hiddenRow = 7;
const hiddenColumn = 5;

/** What LibreOffice shows, without what is hidden; lines and spaces around a cell say nothing. */
function shownByLibreOffice(): string[][] {
  const csv = new TextDecoder().decode(fixture("varied-as-shown.csv"));
  const rows = Papa.parse<string[]>(csv.trimEnd(), { delimiter: "," }).data;
  return rows.map((row, at) => {
    if (at + 1 === hiddenRow) return [];
    const cells = row.map((cell, column) => (column === hiddenColumn ? "" : cell.trim()));
    return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
  });
}

describe("a workbook with a cell of every kind shows what LibreOffice shows", () => {
  it.each([
    ["as it was written by hand", variedWorkbook()],
    ["as LibreOffice saves it: xlsx", fixture("varied.xlsx")],
    ["as LibreOffice saves it: xls", fixture("varied.xls")],
    ["as LibreOffice saves it: ods", fixture("varied.ods")],
    ["as LibreOffice saves it: fods", fixture("varied.fods")],
  ])("%s", async (_, bytes) => {
    const book = await readBook(bytes);
    expect(gridOf(book)).toEqual(shownByLibreOffice());
    expect(book.table).toMatchObject({ hiddenRows: 1, hiddenColumns: 1 });
  });

  it.each(["varied.xlsx", "varied.xls", "varied.ods", "varied.fods"])(
    "%s keeps every digit of a phone",
    async (name) => {
      const phones = cellsIn(await readBook(fixture(name))).filter(({ column, row }) => column === 2 && row > 5);
      expect(phones.map(({ exact }) => exact)).toEqual([
        "48512345678",
        "+380 50 123 45 67",
        "380671234567",
        "34612345678",
        "1234",
        "0048512345679",
      ]);
    },
  );

  it.each(["hidden.xlsx", "hidden.xls", "hidden.ods", "hidden.fods"])(
    "%s: what is hidden is left out and counted",
    async (name) => {
      const { understood } = await openList(fixture(name));
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
      expect(understood.reading).toMatchObject({ sheet: 2, headerRow: 3 });
    },
  );
});
