import { describe, expect, it } from "vitest";
import { makeZip, type ZipPart } from "../make-workbook.ts";
import { cellsOf, openList, refusalOf } from "../open-list.ts";

const mimetype = { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet", stored: true };

function ods(tables: string, { styles = "", parts = [] as ZipPart[], declaration = "" } = {}): Uint8Array {
  const content =
    `<?xml version="1.0" encoding="UTF-8"?>${declaration}<office:document-content><office:automatic-styles>${styles}</office:automatic-styles>` +
    `<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return makeZip([mimetype, { name: "content.xml", content }, ...parts]);
}

const text = (shown: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${shown}</text:p></table:table-cell>`;
const float = (value: string, shown: string): string =>
  `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${shown}</text:p></table:table-cell>`;
const row = (cells: string, attributes = ""): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const table = (rows: string, attributes = 'table:name="One"'): string =>
  `<table:table ${attributes}>${rows}</table:table>`;
const heading = row(text("Phone") + text("Note"));
const phone = float("380671234567", "3.81E+11");

async function notes(cells: readonly string[]): Promise<string[]> {
  const { engine } = await openList(ods(table(heading + cells.map((cell) => row(phone + cell)).join(""))));
  return (await cellsOf(engine)).map(([, note]) => note ?? "");
}

describe("readOds", () => {
  it("a phone keeps every digit, whatever its cell shows", async () => {
    const { engine } = await openList(ods(table(heading + row(phone + text("x")))));
    expect((await engine.people(0)).numbers).toEqual(["380671234567"]);
    expect((await cellsOf(engine))[0]).toEqual(["380671234567", "x"]);
  });

  it("joins paragraphs, spaces, tabs and line breaks, and leaves notes and drawings out", async () => {
    expect(
      await notes([
        `<table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>one <text:span>two</text:span></text:p><text:p>three</text:p><draw:frame><text:p>drawn</text:p></draw:frame></table:table-cell>`,
        text('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'),
        text(
          "Tom &amp; <text:ruby><text:ruby-base>Jerry</text:ruby-base><text:ruby-text>cat</text:ruby-text></text:ruby>",
        ),
        text("a\n      b"),
        text("a_x000D_b"),
      ]),
    ).toEqual(["one two\nthree", "a   b\tc\nd", "Tom & Jerry", "a b", "a_x000D_b"]);
  });

  it("shows dates, errors and percentages as they stand, and values that no writer showed", async () => {
    expect(
      await notes([
        '<table:table-cell office:value-type="date" office:date-value="2025-03-15"><text:p>15 березня</text:p></table:table-cell>',
        '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>',
        '<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50 %</text:p></table:table-cell>',
        '<table:table-cell office:value-type="float" office:value="12.5"/>',
        '<table:table-cell office:value-type="date" office:date-value="2025-03-15"/>',
        '<table:table-cell office:value-type="string" office:string-value="kept"/>',
        `${float("7", "")}${text("a value that is not shown")}`,
      ]),
    ).toEqual(["15 березня", "#N/A", "50 %", "12.5", "2025-03-15", "kept", ""]);
  });

  it("a cell and a row stand for as many as they say; merged and hidden ones are where they are", async () => {
    const columns =
      '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="3"/>';
    const rows =
      row("", 'table:number-rows-repeated="2"') +
      row(text("Phone") + text("hidden") + text("A") + text("B")) +
      row(
        phone +
          text("h") +
          text("same").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="2"'),
        'table:number-rows-repeated="3"',
      ) +
      row(phone + text("hidden row"), 'table:visibility="filter"') +
      row(phone + '<table:covered-table-cell table:number-columns-repeated="2"/>' + text("end")) +
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048567"');
    const { engine, understood } = await openList(ods(table(columns + rows)));
    expect(understood.leftOut).toMatchObject({ hiddenRows: 1, hiddenColumns: 1 });
    const page = await engine.rows({ filter: "all", search: "", offset: 0, limit: 10 });
    expect(page.rows.map(({ row, cells }) => [row, ...cells.slice(1)])).toEqual([
      [4, "same", "same"],
      [5, "same", "same"],
      [6, "same", "same"],
      [8, "", "end"],
    ]);
  });

  it("what lies covered by a merged cell is not shown, and nobody's number", async () => {
    const covered = float("380509999999", "380509999999").replaceAll("table:table-cell", "table:covered-table-cell");
    const merged = phone.replace("<table:table-cell", '<table:table-cell table:number-rows-spanned="2"');
    const { engine } = await openList(ods(table(heading + row(merged + text("a")) + row(covered + text("b")))));
    expect((await engine.people(0)).numbers).toEqual(["380671234567"]);
    expect((await cellsOf(engine)).map(([, note]) => note)).toEqual(["a", "b"]);
  });

  it("what a merged cell lies over is covered also where a writer does not say so of it, as LibreOffice has it", async () => {
    const over = (columns: number, rows: number): string =>
      phone.replace(
        "<table:table-cell",
        `<table:table-cell table:number-columns-spanned="${columns}" table:number-rows-spanned="${rows}"`,
      );
    const other = float("380509999999", "380509999999");
    const rows = row(over(1, 2) + text("a")) + row(other + text("b")) + row(over(2, 1) + text("covered") + text("c"));
    const { engine, understood } = await openList(ods(table(heading + rows + row(other + text("d")))));
    expect((await engine.people(0)).numbers).toEqual(["380671234567", "380509999999"]);
    expect((await cellsOf(engine)).map(([, ...notes]) => notes.join())).toEqual(["a,", "b,", ",c", "d,"]);
    expect(understood.leftOut).toMatchObject({ coveredCells: 2 });
  });

  it("what the document keeps of other files is no sheet of it", async () => {
    const styles =
      '<style:style style:name="x" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const own = table(heading + row(phone + text("a")));
    const kept = table(
      `<table:table-source xlink:href="file:///a.ods"/>${row(text("x"))}`,
      `table:name="'file:///home/a.ods'#$One" table:style-name="x"`,
    );
    const linked = `<table:dde-links><table:dde-link>${table(row(text("x")))}</table:dde-link></table:dde-links>`;
    const { understood } = await openList(ods(own + kept + linked, { styles }));
    expect(understood.sheets.map(({ name }) => name)).toEqual(["One"]);
  });

  it("takes the first visible sheet that holds anything, another when asked", async () => {
    const styles =
      '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const one = table(heading + row(float("380671111111", "1")), 'table:name="Old" table:style-name="h"');
    const two = table(row("<table:table-cell/>"), 'table:name="Empty"');
    const three = table(
      heading + row(float("380672222222", "2")) + row(float("380673333333", "3")),
      'table:name="New"',
    );
    const { engine, understood } = await openList(ods(one + two + three, { styles }));
    expect(understood.sheets).toEqual([
      { index: 0, name: "Old", hidden: true, rows: 2 },
      { index: 1, name: "Empty", hidden: false, rows: 0 },
      { index: 2, name: "New", hidden: false, rows: 3 },
    ]);
    expect((await engine.people(0)).numbers).toEqual(["380672222222", "380673333333"]);
    const old = await openList(ods(one + two + three, { styles }), { reading: { sheet: 0 } });
    expect((await old.engine.people(0)).numbers).toEqual(["380671111111"]);
    const beyond = await openList(ods(one + two + three, { styles }), { reading: { sheet: 7 } });
    expect(beyond.understood.reading.sheet).toBe(2);
  });

  it.each([
    [
      "a document of text",
      makeZip([
        mimetype,
        { name: "content.xml", content: "<office:document-content><office:text/></office:document-content>" },
      ]),
      "file.not-a-table",
    ],
    ["no sheet that holds anything", ods(table(row("<table:table-cell/>"))), "file.empty"],
    ["a DOCTYPE", ods("", { declaration: '<!DOCTYPE x [<!ENTITY a "aa">]>' }), "file.hostile"],
    [
      "a cell beyond the last column",
      ods(table(row(`<table:table-cell table:number-columns-repeated="16384"/>${text("x")}`))),
      "file.hostile",
    ],
    [
      "a row beyond the last one",
      ods(table(row("", 'table:number-rows-repeated="1048576"') + row(text("x")))),
      "file.hostile",
    ],
    [
      "a few bytes that stand for more cells than fit into memory",
      ods(
        table(
          row(
            text("x").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="16384"'),
            'table:number-rows-repeated="1048576"',
          ),
        ),
      ),
      "file.too-large",
    ],
    [
      "a part that inflates out of all proportion",
      ods(table(row(text(" ".repeat(3_900_000))).repeat(4))),
      "file.hostile",
    ],
    [
      "a password",
      ods("", {
        parts: [
          {
            name: "META-INF/manifest.xml",
            content:
              "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
          },
        ],
      }),
      "file.locked",
    ],
    [
      "a password as LibreOffice 24.8 sets it, on the whole package",
      makeZip([
        mimetype,
        { name: "encrypted-package", content: new Uint8Array(100) },
        { name: "META-INF/manifest.xml", content: "<manifest:manifest/>" },
      ]),
      "file.locked",
    ],
    [
      "content that is cut",
      makeZip([
        mimetype,
        { name: "content.xml", content: "<office:document-content><office:spreadsheet><table:table" },
      ]),
      "file.unreadable",
    ],
  ])("%s is refused in words", async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });
});
