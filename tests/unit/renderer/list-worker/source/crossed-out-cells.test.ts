import { describe, expect, it } from "vitest";
import { crossedOutWorkbook } from "../../../../fixtures/spreadsheets/crossed-out-workbook.ts";
import { makeWorkbook, makeZip } from "../make-workbook.ts";
import { fixture } from "../open-list.ts";
import { readBook } from "../read-table.ts";

/** What the table says of crossed-out cells, by the letter and number of each; "no table" where it crosses nothing out. */
async function crossedOut(content: string | Uint8Array): Promise<Record<string, string>> {
  const { table } = await readBook(typeof content === "string" ? new TextEncoder().encode(content) : content);
  const found: Record<string, string> = {};
  for (let row = 0; row < table.rows; row++) {
    for (let column = 0; column < table.columns; column++) {
      const left = table.notCrossedOut?.(row, column) ?? null;
      if (left !== null) found[`${"ABCD"[column] ?? ""}${table.rowNumber(row)}`] = left;
    }
  }
  return found;
}

const whole = { A3: "", B3: "", C3: "", D3: "", A4: "", B5: "", D6: "" };
const inPart = { A8: "", B7: "050 111 00 07" };

describe("what is crossed out in files of other programs", () => {
  it.each(["crossed-out.xlsx", "crossed-out.xls", "crossed-out.ods", "crossed-out.fods"])(
    "is seen in %s of LibreOffice: by cells, and by the letters within them",
    async (name) => expect(await crossedOut(fixture(name))).toEqual({ ...whole, ...inPart, A10: "" }),
  );

  it("is seen in the workbook that LibreOffice made them of", async () => {
    expect(await crossedOut(crossedOutWorkbook())).toEqual({ ...whole, ...inPart, A10: "" });
  });

  it("is seen in a workbook of XlsxWriter", async () => {
    expect(await crossedOut(fixture("crossed-out-xlsxwriter.xlsx"))).toEqual({ ...whole, ...inPart });
  });

  it("is seen in LibreOffice's web page, as far as that has it: by cells", async () => {
    expect(await crossedOut(fixture("crossed-out.html"))).toEqual({ ...whole, A10: "", B9: "" });
  });

  it.each(["customers.xlsx", "varied.xlsx", "customers.xls", "customers.ods", "customers.fods"])(
    "nothing is asked of the cells of %s, of which none is",
    async (name) => {
      const { table } = await readBook(fixture(name));
      expect(table.notCrossedOut === undefined).toBe(true);
    },
  );
});

const inline = (at: string, style: number, runs: string): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is>${runs}</is></c>`;

describe("in .xlsx", () => {
  const styles =
    "<fonts><font><strike/></font><font><strike val='0'/></font><font/></fonts>" +
    '<cellXfs><xf fontId="2"/><xf fontId="0"/><xf fontId="1"/></cellXfs>' +
    "<dxfs><dxf><font><strike/></font></dxf></dxfs>";

  it("a style crosses out by its font, unless that says no; what a condition would put on is not followed", async () => {
    const cells = [0, 1, 2, 3].map((style, at) => inline(`${"ABCD"[at] ?? ""}1`, style, "<t>a</t>"));
    expect(await crossedOut(makeWorkbook(`<row r="1">${cells.join("")}</row>`, { styles }))).toEqual({ B1: "" });
  });

  it("letters of a cell follow its format where they have none of their own", async () => {
    const runs =
      "<r><t>067 </t></r><r><rPr><strike/></rPr><t>050</t></r><r><rPr><strike val='false'/></rPr><t>063</t></r>";
    const row = `<row r="1">${inline("A1", 0, runs)}${inline("B1", 1, runs)}</row>`;
    expect(await crossedOut(makeWorkbook(row, { styles }))).toEqual({ A1: "067  063", B1: "063" });
  });

  it("a number, a yes and a formula's text are crossed out by their cells' format; a blank one is not", async () => {
    const row =
      '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1" t="b"><v>1</v></c>' +
      '<c r="C1" s="1" t="str"><f>A1</f><v>x</v></c><c r="D1" s="1" t="inlineStr"><is><t> </t></is></c></row>';
    expect(await crossedOut(makeWorkbook(row, { styles }))).toEqual({ A1: "", B1: "", C1: "" });
  });
});

describe("in OpenDocument", () => {
  const namespaces = ["office", "style", "table", "text"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const style = (name: string, family: string, says: string, parent = ""): string =>
    `<style:style style:name="${name}" style:family="${family}" style:parent-style-name="${parent}">` +
    `<style:text-properties ${says}/></style:style>`;
  const struck = 'style:text-line-through-style="solid"';
  const cell = (text: string, name = ""): string =>
    `<table:table-cell${name === "" ? "" : ` table:style-name="${name}"`}><text:p>${text}</text:p></table:table-cell>`;
  const flat = (styles: string, table: string): string =>
    `<office:document ${namespaces.join(" ")}><office:automatic-styles>${styles}</office:automatic-styles>` +
    `<office:body><office:spreadsheet><table:table table:name="One">${table}</table:table></office:spreadsheet></office:body></office:document>`;

  it("a cell without a style has that of its row, then that of its column; one with a style has its own", async () => {
    const styles =
      style("out", "table-cell", struck) + style("in", "table-cell", 'style:text-line-through-style="none"');
    const table =
      '<table:table-column table:default-cell-style-name="in"/><table:table-column table:default-cell-style-name="out"/>' +
      `<table:table-row>${cell("a")}${cell("b")}${cell("c")}</table:table-row>` +
      `<table:table-row table:default-cell-style-name="out">${cell("a")}${cell("b", "in")}${cell("c")}</table:table-row>` +
      `<table:table-row table:default-cell-style-name="in">${cell("a")}${cell("b")}${cell("c", "out")}</table:table-row>`;
    expect(await crossedOut(flat(styles, table))).toEqual({ B1: "", A2: "", C2: "", C3: "" });
  });

  it("a style crosses out by its parents too, also by those of the part for named styles", async () => {
    const content = flat(
      style("mine", "table-cell", "", "Named"),
      `<table:table-row>${cell("a", "mine")}</table:table-row>`,
    );
    const part = (body: string): string => body.replaceAll("office:document>", "office:document-content>");
    const file = makeZip([
      { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
      { name: "content.xml", content: part(content).replace("<office:document ", "<office:document-content ") },
      {
        name: "styles.xml",
        content: `<office:document-styles ${namespaces.join(" ")}>${style("Named", "table-cell", 'style:text-line-through-type="single"')}</office:document-styles>`,
      },
    ]);
    expect(await crossedOut(file)).toEqual({ A1: "" });
  });

  it("spans and paragraphs within a cell count for their letters", async () => {
    const styles = style("old", "text", struck) + style("gone", "paragraph", struck) + style("bold", "text", "");
    const spans =
      cell('<text:span text:style-name="old">067 <text:span text:style-name="bold">1</text:span></text:span> 050') +
      '<table:table-cell><text:p text:style-name="gone">a</text:p></table:table-cell>';
    expect(await crossedOut(flat(styles, `<table:table-row>${spans}</table:table-row>`))).toEqual({
      A1: "050",
      B1: "",
    });
  });
});

describe("in web pages, as cells are copied too", () => {
  const page = (rows: string, head = ""): string =>
    `<html><head>${head}</head><body><table>${rows}</table></body></html>`;

  it("elements, styles of their own and the classes of Excel cross out", async () => {
    const head =
      "<style><!--table {color:black}\n.xl65\n\t{mso-style-parent:style0;\n\ttext-decoration:line-through;}\n" +
      ".font5, .xl66 { TEXT-DECORATION: underline Line-Through }\n.xl67 {text-decoration:underline}--></style>";
    const rows =
      '<tr><td class=xl65>a</td><td class="plain xl66">b</td><td class=xl67>c</td><td>d</td></tr>' +
      '<tr><td style="text-decoration:line-through;color:red">a</td><td><s>b</s></td><td><del>c</del></td><td><strike><b>d</b></strike></td></tr>' +
      "<tr style='text-decoration: line-through'><td>a</td><td></td></tr>";
    expect(await crossedOut(page(rows, head))).toEqual({ A1: "", B1: "", A2: "", B2: "", C2: "", D2: "", A3: "" });
  });

  it("what is crossed out in part leaves the rest of its cell", async () => {
    const rows =
      '<tr><td><s>067 111</s><br>050 111</td><td>a <span style="text-decoration: line-through">b <span>c</span></span> d</td>' +
      "<td><s> </s>c</td><td><s></s>d</td></tr>";
    expect(await crossedOut(page(rows))).toEqual({ A1: "050 111", B1: "a d" });
  });

  it("of the pages of one list all are asked", async () => {
    const table = (row: string): string => `<table><tr><td>Name</td><td>Phone</td></tr>${row}</table>`;
    const html = table("<tr><td>a</td><td>1</td></tr>") + table("<tr><td><s>b</s></td><td>2</td></tr>");
    expect(await crossedOut(html)).toEqual({ A4: "" });
  });
});

describe("in XML spreadsheets", () => {
  it("a style crosses out by its font or its parent's, whatever its numbers look like", async () => {
    const styles =
      '<Style ss:ID="Default"/><Style ss:ID="out"><Font ss:StrikeThrough="1"/><NumberFormat ss:Format="0.00"/></Style>' +
      '<Style ss:ID="child" ss:Parent="out"><NumberFormat ss:Format="0"/></Style>' +
      '<Style ss:ID="in" ss:Parent="out"><Font ss:StrikeThrough="0"/></Style>';
    const cell = (style: string): string => `<Cell ss:StyleID="${style}"><Data ss:Type="Number">1</Data></Cell>`;
    const sheet = `<Table><Row>${["Default", "out", "child", "in"].map(cell).join("")}</Row></Table>`;
    const book =
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
      `<Styles>${styles}</Styles><Worksheet ss:Name="One">${sheet}</Worksheet></Workbook>`;
    expect(await crossedOut(book)).toEqual({ B1: "", C1: "" });
    const { table } = await readBook(new TextEncoder().encode(book));
    expect([0, 1, 2, 3].map((column) => table.shown(0, column))).toEqual(["1", "1.00", "1", "1.00"]);
  });
});

it("a CSV within one column is crossed out by whole lines", async () => {
  const styles = '<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>';
  const lines = ["Name;Phone", "Olena;0671110001", "Ihor;0671110002", "Taras;"];
  const rows = lines.map(
    (line, at) => `<row r="${at + 1}">${inline(`A${at + 1}`, at < 2 ? 0 : 1, `<t>${line}</t>`)}</row>`,
  );
  expect(await crossedOut(makeWorkbook(rows.join(""), { styles }))).toEqual({ A3: "", B3: "", A4: "" });
});
