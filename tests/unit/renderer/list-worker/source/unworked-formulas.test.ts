import { describe, expect, it } from "vitest";
import { makeWorkbook, makeZip } from "../make-workbook.ts";
import { readBook } from "../read-table.ts";

const unworkedIn = async (bytes: Uint8Array): Promise<number> => (await readBook(bytes)).unworked ?? 0;
const phone = '<c r="A2"><v>380671234567</v></c>';

describe("formulas that no spreadsheet has worked out yet are counted", () => {
  it("in .ods, where a cell has a formula and neither a value nor a text", async () => {
    const cell = (attributes: string, shown = ""): string =>
      `<table:table-cell ${attributes}>${shown}</table:table-cell>`;
    const formula = 'table:formula="of:=[.A1]"';
    const rows =
      `<table:table-row>${cell('office:value-type="string"', "<text:p>Phone</text:p>")}</table:table-row>` +
      `<table:table-row table:number-rows-repeated="2">${cell(`${formula} table:number-columns-repeated="3"`)}</table:table-row>` +
      `<table:table-row>${cell(`${formula} office:value-type="float" office:value="0"`)}${cell(formula, "<text:p/>")}` +
      `${cell(`${formula} office:value-type="string"`)}</table:table-row>` +
      `<table:table-row table:visibility="collapse">${cell(formula)}</table:table-row>`;
    const columns =
      '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16000"/>';
    const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="One">${columns}${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
    expect(await unworkedIn(makeZip([{ name: "content.xml", content }]))).toBe(4);
  });

  it("in XML spreadsheets, where a cell has a formula and no data", async () => {
    const rows =
      '<Column/><Column ss:Hidden="1"/><Row><Cell><Data ss:Type="String">Phone</Data></Cell></Row>' +
      '<Row><Cell ss:Formula="=R1C1"/><Cell ss:Formula="=R1C1"/><Cell ss:Formula="=R1C1"><Data ss:Type="Number">0</Data></Cell></Row>' +
      '<Row ss:Hidden="1"><Cell ss:Formula="=R1C1"/></Row><Row><Cell ss:Formula="=R1C1"><Comment><ss:Data>a</ss:Data></Comment></Cell></Row>';
    const text = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="One"><Table>${rows}</Table></Worksheet></Workbook>`;
    expect(await unworkedIn(new TextEncoder().encode(text))).toBe(2);
  });

  it("in .xlsx, where a program put a 0 in the place of every result and has Excel work them out", async () => {
    const rows =
      `<row r="1"><c r="A1" t="inlineStr"><is><t>Phone</t></is></c></row><row r="2">${phone}<c r="B2"><f>A2</f><v>0</v></c>` +
      '<c r="C2"><f>A2</f><v>7</v></c><c r="D2"><v>0</v></c><c r="E2" t="str"><f>A2</f><v>0</v></c></row>' +
      '<row r="3" hidden="1"><c r="B3"><f>A2</f><v>0</v></c></row>';
    const workedOutOnLoad = { workbookPr: '<calcPr calcId="124519" fullCalcOnLoad="1"/>' };
    expect(await unworkedIn(makeWorkbook(rows, workedOutOnLoad))).toBe(1);
    expect(await unworkedIn(makeWorkbook(rows, { workbookPr: '<calcPr calcId="191029"/>' }))).toBe(0);
  });

  it("in .xls, where a program put a 0 or nothing in the place of every result", async () => {
    const u16 = (...values: readonly number[]): number[] => values.flatMap((value) => [value & 255, value >> 8]);
    const record = (type: number, body: readonly number[]): number[] => [...u16(type, body.length), ...body];
    const formula = (row: number, result: readonly number[], flags: number): number[] =>
      record(0x06, [...u16(row, 1, 0), ...result, ...u16(flags), 0, 0, 0, 0]);
    const number = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
    const nothing = [3, 0, 0, 0, 0, 0, 0xff, 0xff];
    const begin = record(0x809, u16(0x600, 5, 0, 0, 0, 0, 0, 0));
    const end = record(0x0a, []);
    const hidden = record(0x208, [...u16(6, 0, 3, 255, 0, 0), 0x20, 1, 0, 0]);
    const formulas = [
      formula(1, number(0), 3),
      formula(2, number(0), 0),
      formula(3, number(7), 3),
      formula(4, nothing, 0),
      // Spreadsheets say "always" of what depends on today, with the result that they worked out.
      formula(5, number(0), 1),
    ];
    const cells = [...formulas, hidden, formula(6, number(0), 3)];
    const workbook = (...globals: readonly number[]): Uint8Array => {
      const place = (at: number): number[] => record(0x85, [...u16(at, 0), 0, 0, 1, 0, 0x53]);
      const length = [...begin, ...globals, ...place(0), ...end].length;
      const phone = record(0x204, [...u16(0, 0, 0, 5), 0, ...new TextEncoder().encode("Phone")]);
      return Uint8Array.from([
        ...begin,
        ...globals,
        ...place(length),
        ...end,
        ...begin,
        ...phone,
        ...cells.flat(),
        ...end,
      ]);
    };
    expect(await unworkedIn(workbook())).toBe(2);
    // A spreadsheet that says that it has worked the file out means the empty text.
    expect(await unworkedIn(workbook(...record(0x1c1, [0xc1, 1, 0, 0, 0, 0, 0, 0])))).toBe(1);
  });

  it("but not in hidden rows and columns, where nobody sees that they show nothing", async () => {
    const cells = `<c r="B2"><f>A2</f><v>7</v></c><c r="C2"><f>A2</f><v></v></c>`;
    const rows = `<row r="2">${phone}${cells}</row><row r="3" hidden="1">${cells.replaceAll("2", "3")}</row>`;
    const before = '<cols><col min="2" max="3" hidden="1"/></cols>';
    expect(await unworkedIn(makeWorkbook(rows, { before }))).toBe(0);
    expect(await unworkedIn(makeWorkbook(rows))).toBe(1);
  });
});
