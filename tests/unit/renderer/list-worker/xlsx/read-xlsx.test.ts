import { describe, expect, it } from "vitest";
import { makeWorkbook, makeZip, workbookParts } from "../make-workbook.ts";
import { cellsOf, fixture, openList } from "../open-list.ts";

const heading =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Phone</t></is></c><c r="B1" t="inlineStr"><is><t>Note</t></is></c></row>';
const row = (number: number, note: string): string =>
  `<row r="${number}"><c r="A${number}"><v>38067123456${number}</v></c>${note}</row>`;

async function notes(
  rows: string,
  options: Parameters<typeof makeWorkbook>[1] = {},
  locale = "en-US",
): Promise<string[]> {
  const { engine } = await openList(makeWorkbook(heading + rows, options), { locale });
  return (await cellsOf(engine)).map((cells) => cells[1] ?? "");
}

const styles = (format: string): string =>
  `<numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`;

describe("readXlsx", () => {
  it("joins runs of rich text, leaves phonetic readings out and counts empty strings", async () => {
    const shared =
      "<si/><si><r><t>Firm </t></r><r><rPr/><t>Daisy</t></r><rPh><t>reading</t></rPh></si><si><t>last</t></si>";
    const cells = row(2, '<c r="B2" t="s"><v>1</v></c>') + row(3, '<c r="B3" t="s"><v>2</v></c>');
    expect(await notes(cells, { shared })).toEqual(["Firm Daisy", "last"]);
  });

  it("resolves entities, Excel's own escapes and CDATA", async () => {
    const inline = (text: string, number: number): string =>
      row(number, `<c r="B${number}" t="inlineStr"><is><t>${text}</t></is></c>`);
    const cells =
      inline("A &amp; B &lt;x&gt; &#1071;", 2) + inline("a_x000D__x000A_b", 3) + inline("<![CDATA[1 < 2 & 3]]>", 4);
    expect(await notes(cells)).toEqual(["A & B <x> Я", "a\r\nb", "1 < 2 & 3"]);
  });

  it("takes cached results of formulas, booleans and errors", async () => {
    const cells =
      row(2, '<c r="B2" t="str"><f>A1&amp;"x"</f><v>cached</v></c>') +
      row(3, '<c r="B3" t="b"><v>1</v></c>') +
      row(4, '<c r="B4" t="e"><v>#N/A</v></c>');
    expect(await notes(cells)).toEqual(["cached", "TRUE", "#N/A"]);
  });

  it("what lies covered by a merged cell is not shown, and nobody's number", async () => {
    const text = (place: string): string => `<c r="${place}" t="inlineStr"><is><t>${place}</t></is></c>`;
    const rows = row(2, text("B2")) + row(3, text("B3")) + row(4, text("B4")) + row(5, text("B5"));
    const after = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B4:B5"/><mergeCell ref="x"/></mergeCells>';
    const { engine } = await openList(makeWorkbook(heading + rows, { after }));
    expect((await engine.people(0)).numbers).toEqual(["380671234562", "380671234564", "380671234565"]);
    expect((await cellsOf(engine)).map((cells) => cells[1])).toEqual(["B2", "B3", "B4", ""]);
  });

  it("shows dates that are written out by their format", async () => {
    const cells =
      row(2, '<c r="B2" s="1" t="d"><v>2025-03-15T18:00:00</v></c>') + row(3, '<c r="B3" t="d"><v>soon</v></c>');
    expect(await notes(cells, { styles: styles("dd.mm.yyyy hh:mm") })).toEqual(["15.03.2025 18:00", "soon"]);
  });

  it("shows dates that are written out as they are, also where days are counted from 1904", async () => {
    const workbookPr = '<workbookPr date1904="1"/>';
    const written = (number: number, value: string): string =>
      row(number, `<c r="B${number}" s="1" t="d"><v>${value}</v></c>`);
    const dates = written(2, "2025-03-15T18:00:00") + written(3, "1904-01-01") + written(4, "1903-12-31");
    const shown = await notes(dates, { styles: styles("dd.mm.yyyy hh:mm"), workbookPr });
    expect(shown).toEqual(["15.03.2025 18:00", "01.01.1904 00:00", "31.12.1903 00:00"]);
    const lengths =
      written(2, "1904-01-01T06:30:00") + written(3, "1904-01-02T06:30:00") + written(4, "1899-12-31T06:30:00");
    expect(await notes(lengths, { styles: styles("[h]:mm"), workbookPr })).toEqual(["6:30", "30:30", "6:30"]);
    expect(await notes(lengths, { styles: styles("h:mm"), workbookPr })).toEqual(["6:30", "6:30", "6:30"]);
  });

  it("shows a text by the part of its format that is for texts, and reads a phone from the text itself", async () => {
    const text = row(2, '<c r="B2" s="1" t="inlineStr"><is><t>Daisy</t></is></c>');
    const shown = (format: string) => notes(text, { styles: styles(format) });
    expect(await shown("0;0;0;&quot;Firm &quot;@")).toEqual(["Firm Daisy"]);
    expect(await shown(";;;")).toEqual([""]);
    for (const format of ["@", "0.00", "dd.mm.yyyy", "0;-0;;@", "#,##0\\ [$-422]"])
      expect(await shown(format)).toEqual(["Daisy"]);
    const phone = '<row r="2"><c r="A2" s="1" t="inlineStr"><is><t>0671234567</t></is></c></row>';
    const { engine } = await openList(makeWorkbook(heading + phone, { styles: styles("&quot;8&quot;@") }));
    expect((await engine.people(0)).numbers).toEqual(["380671234567"]);
  });

  it("takes no format of a conditional format for that of a cell", async () => {
    const conditional = '<dxfs><dxf><numFmt numFmtId="164" formatCode="0.000"/></dxf></dxfs>';
    const cell = row(2, '<c r="B2" s="1"><v>44269</v></c>');
    expect(await notes(cell, { styles: styles("dd.mm.yyyy") + conditional })).toEqual(["14.03.2021"]);
  });

  it("shows numbers by their format in the user's locale, and the 1904 calendar right", async () => {
    const cell = row(2, '<c r="B2" s="1"><v>1234.5</v></c>');
    expect(await notes(cell, { styles: styles("#,##0.00") }, "de-DE")).toEqual(["1.234,50"]);
    const date = row(2, '<c r="B2" s="1"><v>44269</v></c>');
    expect(await notes(date, { styles: styles("dd.mm.yyyy") })).toEqual(["14.03.2021"]);
    const workbookPr = '<workbookPr date1904="1"/>';
    expect(await notes(date, { styles: styles("dd.mm.yyyy"), workbookPr })).toEqual(["15.03.2025"]);
  });

  it("reads a phone from the value of a number, never from what its format shows", async () => {
    const cells =
      '<row r="2"><c r="A2" s="1"><v>380671234567</v></c></row><row r="3"><c r="A3" s="1"><v>3.80501234567E11</v></c></row>';
    const { engine } = await openList(makeWorkbook(heading + cells, { styles: styles("0.00E+00") }));
    expect((await engine.people(0)).numbers).toEqual(["380671234567", "380501234567"]);
  });

  it("understands cells and rows that do not say where they are", async () => {
    const bare = '<row><c t="inlineStr"><is><t>Phone</t></is></c></row><row><c><v>380671234567</v></c></row>';
    const { engine } = await openList(makeWorkbook(bare));
    expect((await engine.people(0)).numbers).toEqual(["380671234567"]);
  });

  it("understands prefixed element names and stored entries", async () => {
    const parts = workbookParts("").map((part) =>
      part.name.endsWith("sheet1.xml")
        ? {
            name: part.name,
            stored: true,
            content:
              '<x:worksheet><x:sheetData><x:row r="4"><x:c r="B4"><x:v>380671234567</x:v></x:c></x:row></x:sheetData></x:worksheet>',
          }
        : part,
    );
    const { engine, understood } = await openList(makeZip(parts));
    expect(understood.reading.headerRow).toBe(0);
    expect(understood.columns[0]?.letter).toBe("B");
    expect((await engine.people(0)).rows).toEqual([4]);
  });

  it("counts the formulas whose result nobody has worked out: they show nothing here and something in Excel", async () => {
    const rows =
      '<row r="2"><c r="A2"><f>"0"&amp;671234567</f><v></v></c><c r="B2"><f>C2</f></c></row>' +
      '<row r="3"><c r="A3"><v>380671234567</v></c><c r="B3" t="str"><f>""</f><v></v></c></row>' +
      '<row r="4"><c r="A4"><f>A3</f><v>380671234567</v></c></row>' +
      '<row r="5" hidden="1"><c r="A5"><f>A3</f><v></v></c></row>';
    expect((await openList(makeWorkbook(heading + rows))).understood.unworked).toBe(2);
    expect((await openList(fixture("customers.xlsx"))).understood.unworked).toBe(0);
  });

  it("reads a sheet that arrives in many pieces as it stands", async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => {
      return `<row r="${index + 2}"><c r="A${index + 2}"><v>${380_670_000_000 + index}</v></c><c r="B${index + 2}" t="inlineStr"><is><t>Ім’я ${index}</t></is></c></row>`;
    });
    const { engine, understood } = await openList(makeWorkbook(heading + rows.join("")));
    expect(understood.rows).toBe(20_000);
    const page = await engine.rows({ filter: "all", search: "", offset: 19_999, limit: 1 });
    expect(page.rows[0]?.cells).toEqual(["380670019999", "Ім’я 19999"]);
  });
});
