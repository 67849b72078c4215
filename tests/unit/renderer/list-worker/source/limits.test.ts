import { describe, expect, it } from "vitest";
import { noAttributes } from "../../../../../renderer/list-worker/markup/html-attributes.ts";
import { HtmlCell } from "../../../../../renderer/list-worker/markup/html-cell.ts";
import { HeldMemory } from "../../../../../renderer/list-worker/source/held-memory.ts";
import { limits } from "../../../../../renderer/list-worker/source/limits.ts";
import { Refusal } from "../../../../../renderer/list-worker/source/refusal.ts";
import { ShownTexts } from "../../../../../renderer/list-worker/source/shown-texts.ts";
import { XlsCells } from "../../../../../renderer/list-worker/xls/xls-cells.ts";
import { cellKinds, CellStore } from "../../../../../renderer/list-worker/xlsx/cell-store.ts";
import { InflateBudget } from "../../../../../renderer/list-worker/xlsx/inflate.ts";
import { attributes } from "../../../../../renderer/list-worker/xlsx/xml-text.ts";
import { TextPool } from "../../../../../renderer/list-worker/xlsx/text-pool.ts";
import { makeWorkbook, makeZip, type ZipPart } from "../make-workbook.ts";
import { fixture, refusalOf } from "../open-list.ts";

const megabyte = 1024 * 1024;
const person = '<row r="1"><c r="A1"><v>380671234567</v></c></row>';

/** An ODS file of one sheet, with these parts beside it. */
function ods(rows: string, others: readonly ZipPart[] = [], stored = false): Uint8Array {
  const content = `<office:document-content><office:body><office:spreadsheet><table:table>${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return makeZip([{ name: "content.xml", content, stored }, ...others]);
}

const spreadsheetMl = (rows: string): string =>
  `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>${rows}</Table></Worksheet></Workbook>`;

/** What is refused when `act` is done, null when nothing is. */
function refusedBy(act: () => void): string | null {
  try {
    act();
  } catch (problem) {
    if (problem instanceof Refusal) return problem.reason.code;
    throw problem;
  }
  return null;
}

describe("what a file may cost, whatever its format", () => {
  it("more than 200 MB are refused before anything is read", async () => {
    const large = new Uint8Array(limits.fileBytes + 1);
    const starts = ["customers.xlsx", "customers.ods", "customers.xls", "customers-utf-8.csv"].map((name) =>
      fixture(name).subarray(0, 64),
    );
    for (const start of [...starts, new TextEncoder().encode("<table><tr><td>"), Uint8Array.of(9, 8, 16, 0)]) {
      large.set(start);
      expect(await refusalOf(large)).toBe("file.too-large");
    }
  });

  it("markup, which is read whole, may have 64 MB", async () => {
    const start = new TextEncoder().encode("<table><tr><td>");
    const large = new Uint8Array(limits.markupBytes + 1).fill(32);
    large.set(start);
    expect(await refusalOf(large)).toBe("file.too-large");
  });

  it("2,000 files in a zip, an ODS too", async () => {
    const others = (count: number): ZipPart[] =>
      Array.from({ length: count }, (_, at) => ({ name: `Pictures/${at}.png`, content: "" }));
    const row = "<table:table-row><table:table-cell><text:p>380671234567</text:p></table:table-cell></table:table-row>";
    expect(await refusalOf(ods(row, others(1_999)))).toBe("read");
    expect(await refusalOf(ods(row, others(2_000)))).toBe("file.hostile");
  });

  it("a part that grows out of all proportion is given up, in an ODS too", async () => {
    expect(await refusalOf(ods(" ".repeat(8 * megabyte)))).toBe("file.hostile");
  });

  it("1.5 GB inflated are counted over all parts, however well each of them is packed", () => {
    const budget = new InflateBudget();
    const part = (): void => budget.count(megabyte, megabyte, megabyte / 10);
    for (let at = 0; at < 1_536; at++) expect(refusedBy(part)).toBeNull();
    expect(refusedBy(part)).toBe("file.hostile");
  });

  it("what is kept of cells and texts is counted, and 512 MB of it are the most", () => {
    const nearlyFull = (): HeldMemory => new HeldMemory(limits.heldBytes - 4 * megabyte);
    const fill = (add: (at: number) => void) => () => {
      for (let at = 0; at < 2_000_000; at++) add(at);
    };
    const store = new CellStore(nearlyFull());
    expect(refusedBy(fill((at) => store.add(at % limits.columns, cellKinds.number, 0, at)))).toBe("file.too-large");
    const old = new XlsCells(nearlyFull());
    expect(refusedBy(fill((at) => old.add(at >> 8, at & 255, 0, cellKinds.number, at)))).toBe("file.too-large");
    const pool = new TextPool(nearlyFull());
    expect(refusedBy(fill(() => pool.add("380671234567")))).toBe("file.too-large");
    const shown = new ShownTexts(nearlyFull());
    expect(refusedBy(fill((at) => shown.add("", at)))).toBe("file.too-large");
  });

  it("a size that a zip only claims makes no room for itself", () => {
    expect(refusedBy(() => new CellStore(new HeldMemory(0), 2 ** 40))).toBeNull();
    expect(refusedBy(() => new TextPool(new HeldMemory(0), 2 ** 40))).toBeNull();
  });

  it("rows and columns end where a sheet ends", async () => {
    const { rows } = limits;
    // Web pages and text say where nothing is; the store that all readers fill counts for them.
    const store = new CellStore(new HeldMemory(0));
    store.add(0, cellKinds.number, 0, 1);
    expect(refusedBy(() => store.endRow(rows + 1))).toBe("file.hostile");
    expect(await refusalOf(spreadsheetMl(`<Row ss:Index="${rows + 1}"><Cell><Data>x</Data></Cell></Row>`))).toBe(
      "file.hostile",
    );
    const old = new XlsCells(new HeldMemory(0));
    old.add(0, limits.columns, 0, cellKinds.number, 1);
    expect(refusedBy(() => old.finish())).toBe("file.hostile");
  });

  it("columns that are described again and again are given up: hiding all of them each time would take for ever", async () => {
    const often = 16_385;
    const xlsx = (count: number): Uint8Array =>
      makeWorkbook(person, { before: `<cols>${'<col min="2" max="16384" hidden="1"/>'.repeat(count)}</cols>` });
    expect(await refusalOf(xlsx(100))).toBe("read");
    expect(await refusalOf(xlsx(often))).toBe("file.hostile");
    const column = '<Column ss:Index="2" ss:Span="16382" ss:Hidden="1"/>';
    const row = '<Row><Cell><Data ss:Type="Number">380671234567</Data></Cell></Row>';
    expect(await refusalOf(spreadsheetMl(column.repeat(100) + row))).toBe("read");
    expect(await refusalOf(spreadsheetMl(column.repeat(often) + row))).toBe("file.hostile");
    const col = "<col span=1000 style='display:none'>";
    expect(await refusalOf(`<table><col>${col.repeat(10)}<tr><td>380671234567</table>`)).toBe("read");
    expect(await refusalOf(`<table><col>${col.repeat(often)}<tr><td>380671234567</table>`)).toBe("file.hostile");
  });

  it("columns hidden by one word under rows repeated by another cost no more than what is kept of them", async () => {
    const cell = (columns: number, text: string): string =>
      `<table:table-cell table:number-columns-repeated="${columns}"><text:p>${text}</text:p></table:table-cell>`;
    const hidden = '<table:table-column table:number-columns-repeated="16384" table:visibility="collapse"/>';
    const row = (cells: string): string =>
      `<table:table-row table:number-rows-repeated="1048576">${cells}</table:table-row>`;
    expect(await refusalOf(ods(hidden + row(cell(16_384, "380671234567"))))).toBe("file.empty");
  });

  it("names of attributes as long as a page are looked at once, not from each of their letters", async () => {
    const long = "a".repeat(8_000);
    const often = 300;
    expect(await refusalOf(ods(`<table:table-row ${long}/>`.repeat(often), [], true))).toBe("file.empty");
    expect(await refusalOf(spreadsheetMl(`<Row ${long}/>`.repeat(often)))).toBe("file.empty");
    const spelled = new TextEncoder().encode(`${long} x:a = "1" b='2>' c=4 a="3" d="5" e="`);
    expect(attributes(spelled, 0, spelled.length)).toEqual(
      new Map([
        ["a", "1"],
        ["b", "2>"],
        ["d", "5"],
      ]),
    );
  });

  it("cells of a web page that cover others are followed only so far", async () => {
    const wide = "<td rowspan=65534 colspan=1000>x";
    expect(await refusalOf(`<table><tr>${wide.repeat(3)}${"<tr><td>380671234567".repeat(50)}</table>`)).toBe("read");
    expect(await refusalOf(`<table><tr>${wide.repeat(16)}${"<tr><td>380671234567".repeat(5_000)}</table>`)).toBe(
      "file.hostile",
    );
  });

  it("of a cell of a web page no more is kept than a cell may show, whatever it is made of", () => {
    for (const piece of ["&amp;", "a \n", "<br>", "<p>x", "&#1114111;"]) {
      const cell = new HtmlCell(noAttributes);
      const page = piece.repeat(100_000);
      for (let times = 0; times < 20; times++) {
        if (piece.startsWith("<")) cell.openElement(piece.slice(1, piece.indexOf(">")), noAttributes);
        cell.addText(page, 0, page.length);
      }
      expect(cell.shown().length).toBeLessThan(12 * limits.cellCharacters);
    }
  });

  it.each([
    [
      "an XML spreadsheet",
      `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Styles>${Array.from({ length: 70_000 }, (_, at) => `<Style ss:ID="s${at}"/>`).join("")}</Styles><Worksheet ss:Name="One"><Table><Row><Cell><Data ss:Type="String">a</Data></Cell></Row></Table></Worksheet></Workbook>`,
    ],
    [
      "a flat OpenDocument file",
      `<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">${Array.from({ length: 2_100 }, (_, at) => `<style:style style:name="h${at}"><style:table-properties table:display="false"/></style:style>`).join("")}<office:body><office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>`,
    ],
  ])("styles that would fill the memory are given up: %s", async (_, page) => {
    expect(await refusalOf(page)).toBe("file.hostile");
  });

  it("merged cells that lie over each other without end are given up", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`);
    const after = `<mergeCells>${'<mergeCell ref="A1:B1048576"/>'.repeat(20_000)}</mergeCells>`;
    expect(await refusalOf(makeWorkbook(rows.join(""), { after }))).toBe("file.hostile");
  });
});
