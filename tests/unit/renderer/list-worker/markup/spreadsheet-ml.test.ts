import { describe, expect, it } from "vitest";
import { openList, refusalOf } from "../open-list.ts";
import { cellsIn, gridOf, readBook } from "../read-table.ts";

const workbook = (worksheets: string, styles = "", encoding = "UTF-8"): string =>
  `<?xml version="1.0" encoding="${encoding}"?><?mso-application progid="Excel.Sheet"?>` +
  `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>${styles}</Styles>${worksheets}</Workbook>`;
const sheet = (rows: string, name = "One", options = ""): string =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${options}</Worksheet>`;
const cell = (type: string, value: string, attributes = ""): string =>
  `<Cell ${attributes}><Data ss:Type="${type}">${value}</Data></Cell>`;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("XML spreadsheets of Excel 2003, often called .xls", () => {
  it("are read with their formats, and phones keep every digit", async () => {
    const styles =
      '<Style ss:ID="d"><NumberFormat ss:Format="dd.mm.yyyy"/></Style><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="e"><NumberFormat ss:Format="Scientific"/></Style>';
    const rows =
      `<Row>${cell("String", "Phone")}${cell("String", "Date")}${cell("String", "Share")}</Row>` +
      `<Row>${cell("Number", "380671234567", 'ss:StyleID="e"')}${cell("DateTime", "2025-03-15T00:00:00.000", 'ss:StyleID="d"')}${cell("Number", "0.125", 'ss:StyleID="p"')}</Row>` +
      `<Row>${cell("String", "+380501234567")}${cell("Boolean", "1")}${cell("Error", "#N/A")}</Row>`;
    const book = await readBook(bytesOf(workbook(sheet(rows), styles)));
    expect(gridOf(book)).toEqual([
      ["Phone", "Date", "Share"],
      ["3.81E+11", "15.03.2025", "12.50%"],
      ["+380501234567", "TRUE", "#N/A"],
    ]);
    const { engine } = await openList(workbook(sheet(rows), styles));
    expect((await engine.people(0)).numbers).toEqual(["380671234567", "380501234567"]);
  });

  it("places, merged cells, notes and what is hidden", async () => {
    const rows =
      '<Column/><Column ss:Hidden="1"/><Row ss:Index="3">' +
      cell("String", "a", 'ss:MergeAcross="2"') +
      '<Cell><Data ss:Type="String">b</Data><Comment><ss:Data>a note</ss:Data></Comment></Cell>' +
      cell("String", "f", 'ss:Index="6"') +
      `</Row><Row ss:Hidden="1">${cell("String", "x")}</Row><Row ss:Index="9">${cell("String", "c")}${cell("String", "hidden")}</Row>`;
    const book = await readBook(bytesOf(workbook(sheet("", "Empty") + sheet(rows, "Two"))));
    expect(book.sheet).toBe(1);
    expect(cellsIn(book).map(({ row, column, shown }) => [row, column, shown])).toEqual([
      [3, 0, "a"],
      [3, 3, "b"],
      [3, 5, "f"],
      [9, 0, "c"],
    ]);
    expect(book.table).toMatchObject({ hiddenRows: 1, hiddenColumns: 1 });
  });

  it("a hidden sheet is left out; the encoding is the declared one", async () => {
    const hidden = sheet(
      `<Row>${cell("String", "old")}</Row>`,
      "Old",
      "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>",
    );
    const text = workbook(hidden + sheet(`<Row>${cell("String", "@@")}</Row>`), "", "windows-1251");
    const [before = "", after = ""] = text.split("@@");
    const bytes = Buffer.concat([
      bytesOf(before),
      Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xb3, 0xf2]),
      bytesOf(after),
    ]);
    const book = await readBook(bytes);
    expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["Old", true],
      ["One", false],
    ]);
    expect(gridOf(book)).toEqual([["Привіт"]]);
  });

  it("cut, hostile or empty ones are refused in words", async () => {
    const whole = workbook(sheet(`<Row>${cell("String", "Phone")}</Row><Row>${cell("Number", "380671234567")}</Row>`));
    expect(await refusalOf(whole)).toBe("read");
    for (let length = 200; length < whole.length; length += 7) {
      expect(await refusalOf(whole.slice(0, length))).toMatch(/^file\.(unreadable|empty|hostile)$/);
    }
    expect(await refusalOf(workbook(""))).toBe("file.empty");
    expect(await refusalOf(workbook(sheet(`<Row ss:Index="2000000">${cell("String", "x")}</Row>`)))).toBe(
      "file.hostile",
    );
    expect(await refusalOf(workbook(sheet(`<Row>${cell("String", "x", 'ss:Index="20000"')}</Row>`)))).toBe(
      "file.hostile",
    );
    expect(await refusalOf(whole.replace("<Workbook", '<!DOCTYPE a [<!ENTITY b "c">]><Workbook'))).toBe("file.hostile");
  });

  it("a format is that of the style's parent, of the row, of the column or of all cells where none is said", async () => {
    const styles =
      '<Style ss:ID="Default"><NumberFormat ss:Format="0.0"/></Style>' +
      '<Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="bold" ss:Parent="p"><Font/></Style>' +
      '<Style ss:ID="d"><NumberFormat ss:Format="dd.mm.yyyy"/></Style><Style ss:ID="n"><NumberFormat/></Style>';
    const half = (attributes = ""): string => cell("Number", "0.5", attributes);
    const rows =
      '<Column/><Column ss:StyleID="d" ss:Span="1"/>' +
      `<Row>${half('ss:StyleID="bold"')}${cell("DateTime", "2025-03-15T00:00:00.000")}${half('ss:Index="4"')}</Row>` +
      `<Row ss:StyleID="p">${half()}${half()}${half('ss:StyleID="n"')}</Row><Row>${half()}</Row>`;
    expect(gridOf(await readBook(bytesOf(workbook(sheet(rows), styles))))).toEqual([
      ["50%", "15.03.2025", "", "0.5"],
      ["50%", "50%", "0.5"],
      ["0.5"],
    ]);
  });

  it("times and lengths of time stand in Excel's first days, which has a 29 February 1900", async () => {
    const styles =
      '<Style ss:ID="h"><NumberFormat ss:Format="[h]:mm"/></Style><Style ss:ID="d"><NumberFormat ss:Format="dd.mm.yyyy"/></Style>';
    const at = (value: string, style: string): string =>
      `<Row>${cell("DateTime", `${value}.000`, `ss:StyleID="${style}"`)}</Row>`;
    const rows =
      at("1899-12-31T12:30:00", "h") +
      at("1899-12-30T12:30:00", "h") +
      at("1900-01-01T06:00:00", "h") +
      at("1900-02-28T00:00:00", "d") +
      at("1900-03-01T00:00:00", "d");
    const shown = gridOf(await readBook(bytesOf(workbook(sheet(rows), styles)))).flat();
    expect(shown).toEqual(["12:30", "12:30", "30:00", "28.02.1900", "01.03.1900"]);
  });

  it("days that are counted from 1904 are the days that they are, and lengths of time are no longer", async () => {
    const styles =
      '<Style ss:ID="h"><NumberFormat ss:Format="[h]:mm"/></Style><Style ss:ID="d"><NumberFormat ss:Format="dd.mm.yyyy"/></Style>';
    const rows =
      `<Row>${cell("DateTime", "2025-03-15T00:00:00.000", 'ss:StyleID="d"')}${cell("DateTime", "1904-01-02T06:30:00.000", 'ss:StyleID="h"')}</Row>` +
      `<Row>${cell("Number", "44269", 'ss:StyleID="d"')}</Row>`;
    const text = workbook(sheet(rows), styles).replace(
      "<Styles>",
      '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook><Styles>',
    );
    expect(gridOf(await readBook(bytesOf(text)))).toEqual([["15.03.2025", "30:30"], ["15.03.2025"]]);
  });
});
