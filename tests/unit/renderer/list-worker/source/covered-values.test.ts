import { describe, expect, it } from "vitest";
import { makeWorkbook, makeZip } from "../make-workbook.ts";
import { openList } from "../open-list.ts";
import { cellsIn, readBook } from "../read-table.ts";

/** Phones in A and notes in B, of which A3 and A4 lie under A2, and B4 under A4; C is hidden, and so is row 6. */
const names = ["Phone", "Note", "Secret"];
const rows = [
  ["380671111111", "one", "s"],
  ["380502222222", "two", "s"],
  ["380633333333", "", "s"],
  ["380674444444", "", "s"],
  ["380505555555", "", "s"],
];

const inline = (place: string, shown: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${shown}</t></is></c>`;

function xlsx(): Uint8Array {
  const sheetRows = [names, ...rows].map((cells, at) => {
    const written = cells.map((shown, column) => inline(`${"ABC"[column]}${at + 1}`, shown === "" ? " " : shown));
    return `<row r="${at + 1}" hidden="${at === 5 ? 1 : 0}">${written.join("")}</row>`;
  });
  const before = '<cols><col min="3" max="3" hidden="1"/></cols>';
  const after = '<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B2:C2"/><mergeCell ref="B4:C6"/></mergeCells>';
  return makeWorkbook(sheetRows.join(""), { before, after });
}

function ods(): Uint8Array {
  const cell = (shown: string, isCovered: boolean): string => {
    const name = isCovered ? "table:covered-table-cell" : "table:table-cell";
    return `<${name} office:value-type="string"><text:p>${shown}</text:p></${name}>`;
  };
  const written = [names, ...rows].map((cells, at) => {
    const line = cells.map((shown, column) =>
      cell(shown, (column === 0 && (at === 2 || at === 3)) || (column === 2 && at > 0)),
    );
    const hidden = at === 5 ? 'table:visibility="collapse"' : "";
    return `<table:table-row ${hidden}>${line.join("")}</table:table-row>`;
  });
  const columns =
    '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>';
  const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="One">${columns}${written.join("")}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return makeZip([{ name: "content.xml", content }]);
}

function spreadsheetMl(): Uint8Array {
  const written = [names, ...rows].map((cells, at) => {
    const line = cells.map((shown, column) => {
      const down = column === 0 && at === 1 ? 'ss:MergeDown="2"' : "";
      return `<Cell ${down}><Data ss:Type="String">${shown}</Data></Cell>`;
    });
    return `<Row ${at === 5 ? 'ss:Hidden="1"' : ""}>${line.join("")}</Row>`;
  });
  const table = `<Column/><Column/><Column ss:Hidden="1"/>${written.join("")}`;
  return new TextEncoder().encode(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="One"><Table>${table}</Table></Worksheet></Workbook>`,
  );
}

function xls(): Uint8Array {
  const u16 = (...values: readonly number[]): number[] => values.flatMap((value) => [value & 255, value >> 8]);
  const record = (type: number, body: readonly number[]): number[] => [...u16(type, body.length), ...body];
  const begin = record(0x0809, u16(0x0600, 5, 0, 0, 0, 0, 0, 0));
  const end = record(0x0a, []);
  const text = (row: number, column: number, shown: string): number[] =>
    record(0x204, [...u16(row, column, 0, shown.length), 0, ...new TextEncoder().encode(shown)]);
  const cells = [names, ...rows].flatMap((line, row) =>
    line.flatMap((shown, column) => text(row, column, shown || " ")),
  );
  const hiddenRow = record(0x208, [...u16(5, 0, 3, 255, 0, 0), 0x20, 0, 0, 0]);
  const hiddenColumn = record(0x7d, u16(2, 2, 2_560, 0, 1, 0));
  const merged = record(0xe5, u16(2, 1, 3, 0, 0, 3, 5, 1, 2));
  const place = (at: number): number[] => record(0x85, [...u16(at, 0), 0, 0, 3, 0, ...new TextEncoder().encode("One")]);
  const globals = [...begin, ...place(0), ...end].length;
  const first = [...begin, ...place(globals), ...end];
  return Uint8Array.from([...first, ...begin, ...hiddenColumn, ...hiddenRow, ...cells, ...merged, ...end]);
}

describe("values that lie under a merged cell", () => {
  it.each([
    ["xlsx", xlsx],
    ["xls", xls],
    ["ods", ods],
    ["an XML spreadsheet", spreadsheetMl],
  ])("are left out in %s, and counted unless they are blank or hidden in another way", async (_, make) => {
    const { engine, understood } = await openList(make());
    expect((await engine.people(0)).numbers).toEqual(["380671111111", "380674444444"]);
    expect(understood.leftOut).toMatchObject({ coveredCells: 2, hiddenRows: 1, hiddenColumns: 1 });
  });

  it("that a document says once for many cells count as often as they stand there", async () => {
    const covered =
      '<table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>' +
      '<table:covered-table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>y</text:p></table:covered-table-cell></table:table-row>';
    const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="One">${covered}</table:table></office:spreadsheet></office:body></office:document-content>`;
    const book = await readBook(makeZip([{ name: "content.xml", content }]));
    expect(book.table.coveredCells).toBe(6);
    expect(cellsIn(book)).toHaveLength(3);
  });

  it("are none where nothing is merged", async () => {
    expect((await openList("Phone,Note\n380671111111,a\n")).understood.leftOut.coveredCells).toBe(0);
    expect((await readBook(makeWorkbook(`<row r="1">${inline("A1", "a")}</row>`))).table.coveredCells).toBe(0);
  });
});
