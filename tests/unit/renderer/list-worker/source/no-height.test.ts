import { describe, expect, it } from "vitest";
import { makeWorkbook } from "../make-workbook.ts";
import { cellsIn, readBook } from "../read-table.ts";

const places = async (bytes: Uint8Array): Promise<{ seen: string[]; hiddenRows: number; hiddenColumns: number }> => {
  const book = await readBook(bytes);
  const { hiddenRows, hiddenColumns } = book.table;
  return { seen: cellsIn(book).map(({ shown }) => shown), hiddenRows, hiddenColumns };
};

describe("rows of no height and columns of no width, which nobody sees, are hidden", () => {
  it("in .xlsx, where the row's height is not left to Excel", async () => {
    const rows = [
      "",
      'ht="0" customHeight="1"',
      'ht="0.0" customHeight="true"',
      'ht="0"',
      'ht="0.75" customHeight="1"',
    ];
    const cell = (place: string): string => `<c r="${place}" t="inlineStr"><is><t>${place}</t></is></c>`;
    const sheet = rows.map(
      (given, at) => `<row r="${at + 1}" ${given}>${cell(`A${at + 1}`)}${cell(`C${at + 1}`)}</row>`,
    );
    const before =
      '<cols><col min="1" max="1" width="0.5" customWidth="1"/><col min="3" max="3" width="0" customWidth="1"/></cols>';
    expect(await places(makeWorkbook(sheet.join(""), { before }))).toEqual({
      seen: ["A1", "A4", "A5"],
      hiddenRows: 2,
      hiddenColumns: 1,
    });
  });

  it("in .xls, where the row's height was set by somebody", async () => {
    const u16 = (...values: readonly number[]): number[] => values.flatMap((value) => [value & 255, value >> 8]);
    const record = (type: number, body: readonly number[]): number[] => [...u16(type, body.length), ...body];
    const row = (at: number, height: number, flags: number): number[] =>
      record(0x208, [...u16(at, 0, 3, height, 0, 0), flags, 1, 0, 0]);
    const text = (at: number, column: number): number[] =>
      record(0x204, [...u16(at, column, 0, 2), 0, 0x41 + column, 0x31 + at]);
    const begin = record(0x0809, u16(0x0600, 5, 0, 0, 0, 0, 0, 0));
    const end = record(0x0a, []);
    const sheet = (at: number): number[] => record(0x85, [...u16(at, 0), 0, 0, 1, 0, 0x53]);
    const globals = [...begin, ...sheet(begin.length + sheet(0).length + end.length), ...end];
    const columns = [...record(0x7d, u16(0, 0, 2_560, 0, 0, 0)), ...record(0x7d, u16(2, 2, 0, 0, 0, 0))];
    const rows = [row(0, 255, 0), row(1, 0, 0x40), row(2, 0, 0), row(3, 0x80ff, 0)];
    const cells = [0, 1, 2, 3].flatMap((at) => [...text(at, 0), ...text(at, 2)]);
    const bytes = Uint8Array.from([...globals, ...begin, ...columns, ...rows.flat(), ...cells, ...end]);
    expect(await places(bytes)).toEqual({ seen: ["A1", "A3", "A4"], hiddenRows: 1, hiddenColumns: 1 });
  });

  it("in XML spreadsheets", async () => {
    const row = (at: number, given = ""): string => {
      const cell = (place: string): string => `<Cell><Data ss:Type="String">${place}</Data></Cell>`;
      return `<Row ${given}>${cell(`A${at}`)}${cell(`B${at}`)}</Row>`;
    };
    const table =
      '<Column ss:Width="48"/><Column ss:Width="0"/>' +
      row(1) +
      row(2, 'ss:AutoFitHeight="0" ss:Height="0"') +
      row(3, 'ss:AutoFitHeight="1" ss:Height="0"') +
      row(4, 'ss:AutoFitHeight="0" ss:Height="12.75"');
    const text = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="One"><Table>${table}</Table></Worksheet></Workbook>`;
    expect(await places(new TextEncoder().encode(text))).toEqual({
      seen: ["A1", "A3", "A4"],
      hiddenRows: 1,
      hiddenColumns: 1,
    });
  });

  it("but not in OpenDocument, where LibreOffice shows them in their usual size", async () => {
    const styles =
      '<style:style style:name="r" style:family="table-row"><style:table-row-properties style:row-height="0cm" style:use-optimal-row-height="false"/></style:style>' +
      '<style:style style:name="c" style:family="table-column"><style:table-column-properties style:column-width="0cm"/></style:style>';
    const cell = (shown: string): string =>
      `<table:table-cell office:value-type="string"><text:p>${shown}</text:p></table:table-cell>`;
    const table =
      '<table:table table:name="One"><table:table-column/><table:table-column table:style-name="c"/>' +
      `<table:table-row>${cell("A1")}${cell("B1")}</table:table-row>` +
      `<table:table-row table:style-name="r">${cell("A2")}${cell("B2")}</table:table-row></table:table>`;
    const text = `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document>`;
    expect(await places(new TextEncoder().encode(text))).toEqual({
      seen: ["A1", "B1", "A2", "B2"],
      hiddenRows: 0,
      hiddenColumns: 0,
    });
  });
});
