import { describe, expect, it } from "vitest";
import { openList, refusalOf } from "../open-list.ts";
import { cellsIn, gridOf, readBook } from "../read-table.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const grid = async (html: string): Promise<string[][]> => gridOf(await readBook(bytesOf(html)));

describe("tables of web pages", () => {
  it("an .xls that is a web page, as web shops write them, is a list like any other", async () => {
    const html =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>td{mso-number-format:"\\@"}</style></head>' +
      "<body><table border=1><tr><th>Ім'я</th><th>Телефон</th></tr><tr><td>Олена</td><td>+380 67 123-45-67</td></tr>" +
      "<tr><td>Ігор &amp; Ко</td><td>0501234567</td></tr></table></body></html>";
    const { engine, understood } = await openList(html);
    expect(understood.columns.map(({ heading, role }) => [heading, role.kind])).toEqual([
      ["Ім'я", "field"],
      ["Телефон", "phone"],
    ]);
    expect((await engine.people(0)).numbers).toEqual(["380671234567", "380501234567"]);
    expect((await engine.preview("{Ім'я}", 1))?.text).toBe("Ігор & Ко");
  });

  it.each([
    ["Excel", '<td align=right x:num="380671234567">3.80671E+11</td>'],
    ["LibreOffice", '<td sdval="380671234567" sdnum="1033;0;0.00E+00">3.81E+11</td>'],
    ["Google Sheets", '<td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:380671234567}">3.80671E+11</td>'],
  ])("a number copied from %s keeps every digit behind what it shows", async (_, cell) => {
    const book = await readBook(bytesOf(`<table><tr><td>Phone<tr>${cell}</table>`));
    expect(cellsIn(book)[1]).toMatchObject({ exact: "380671234567", isNumber: true });
    expect(cellsIn(book)[1]?.shown).toMatch(/^3\.8/);
  });

  it.each([
    [
      "Excel",
      '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><style><!--table{mso-displayed-decimal-separator:"\\,";} --></style></head><body><!--StartFragment--><col width=64><tr><td>Phone</td></tr><tr><td align=right x:num>380671234567</td></tr><!--EndFragment--></body></html>',
    ],
    [
      "Google Sheets",
      '<google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><table dir="ltr"><colgroup><col width="100"/></colgroup><tbody><tr><td data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;Phone&quot;}">Phone</td></tr><tr><td>380671234567</td></tr></tbody></table>',
    ],
    [
      "LibreOffice",
      '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN"><html><body><table cellspacing="0"><colgroup width="85"></colgroup><tr><td align="left">Phone</td></tr><tr><td sdval="380671234567" sdnum="1033;">380671234567</td></tr></table></body></html>',
    ],
  ])("cells as %s copies them are a list", async (_, html) => {
    const { engine } = await openList(html);
    expect((await engine.people(0)).numbers).toEqual(["380671234567"]);
  });

  it("cells that take several rows and columns leave the others in their places", async () => {
    const html = "<table><tr><td rowspan=2>A<td colspan=2>B<td>C<tr><td>D<td>E<td>F<tr><td>G<td><td>H<td>I</table>";
    expect(await grid(html)).toEqual([
      ["A", "B", "", "C"],
      ["", "D", "E", "F"],
      ["G", "", "H", "I"],
    ]);
  });

  it("line breaks, paragraphs and spaces are what a browser shows", async () => {
    expect(
      await grid(
        "<table><tr><td> one\n  two<br>three <p>four</p></td><td>a&nbsp;&nbsp;b&#8364;&eacute;&unknown;&lt;b&gt;</td></tr></table>",
      ),
    ).toEqual([["one two\nthree\nfour", "a  b€é&unknown;<b>"]]);
  });

  it("hidden rows, columns and cells are left out and counted", async () => {
    const book = await readBook(
      bytesOf(
        "<table><col><col style='display:none'><col><tr><td>a<td>secret<td>b<tr style='display: none'><td>x<td>y<td>z<tr hidden><td>h<tr><td>c<td>s<td>d</table>",
      ),
    );
    expect(gridOf(book)).toEqual([["a", "", "b"], [], [], ["c", "", "d"]]);
    expect(book.table).toMatchObject({ hiddenRows: 2, hiddenColumns: 1 });
  });

  it("of several tables, also one within another, the fullest is taken and each can be", async () => {
    const inner = "<table><tr><td>Phone<td>Name<tr><td>1<td>2<tr><td>3<td>4</table>";
    const html = `<table><tr><td>menu<td>${inner}<td>end</table><table><tr><td>foot</table>`;
    const book = await readBook(bytesOf(html));
    expect(book).toMatchObject({ sheet: 1, sheets: [{ rows: 1 }, { rows: 3 }, { rows: 1 }] });
    expect(gridOf(await readBook(bytesOf(html), { reading: { sheet: 0 } }))).toEqual([["menu", "", "end"]]);
  });

  it.each([
    [
      "windows-1251 as it declares",
      "windows-1251",
      '<meta charset="windows-1251">',
      [0xcf, 0xf0, 0xe8, 0xe2, 0xb3, 0xf2],
    ],
    ["koi8-u as it declares", "koi8-u", "<meta charset=koi8-u>", [0xf0, 0xd2, 0xc9, 0xd7, 0xa6, 0xd4]],
  ])("is read in %s", async (_, encoding, meta, word) => {
    const html = Buffer.concat([bytesOf(`<html>${meta}<table><tr><td>`), Uint8Array.from(word), bytesOf("</table>")]);
    const book = await readBook(html);
    expect(book.encoding).toBe(encoding);
    expect(gridOf(book)).toEqual([["Привіт"]]);
  });

  it("is read in UTF-16 too, whatever the page declares", async () => {
    const html = '<html><meta charset="utf-8"><table><tr><td>Привіт</table>';
    expect(gridOf(await readBook(Buffer.from(`\ufeff${html}`, "utf-16le")))).toEqual([["Привіт"]]);
  });

  it("cells are text and never markup: scripts and comments say nothing", async () => {
    expect(
      await grid(
        "<!-- <table><tr><td>no</table> --><script>'<table><tr><td>no'</script><table><tr><td>&lt;script&gt;<script>alert('</td>')</script>x<td onclick='a>b'>y</table>",
      ),
    ).toEqual([["<script>x", "y"]]);
  });

  it.each([
    ["a page without a table", "<html><body><p>Hello</p></body></html>", "file.not-a-table"],
    ["a page of empty tables", "<table><tr><td> </td></tr></table>", "file.not-a-table"],
    ["a drawing", "<?xml version='1.0'?><svg><text>1</text></svg>", "file.not-a-table"],
    ["a feed", "<?xml version='1.0'?><rss><channel/></rss>", "file.not-a-table"],
    ["tables within tables without end", "<table><tr><td>".repeat(60), "file.hostile"],
    ["more columns than there are", `<table><tr>${"<td colspan=1000>x".repeat(17)}</table>`, "file.hostile"],
    [
      "a web page packed as mail",
      "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<table>",
      "file.not-a-table",
    ],
    ["cards of people", "BEGIN:VCARD\r\nTEL:+380671234567\r\nEND:VCARD\r\n", "file.contact-cards"],
    ["SYLK", "ID;PWXL;N;E\r\nC;Y1;X1;K380671234567\r\nE\r\n", "file.kind-unknown"],
  ])("%s is refused in words", async (_, content, code) => {
    expect(await refusalOf(content)).toBe(code);
  });

  it("markup that never ends is read once from front to back", async () => {
    for (const piece of [
      "<",
      "<td",
      "<td a='",
      "<!--",
      "<script>",
      "&",
      "<table>x",
      '<td a="b',
      "</",
      "<tr><td rowspan=65534 colspan=1000>x</table><table>",
    ]) {
      expect(await refusalOf(`<html>${piece.repeat(20_000)}`)).toMatch(/^(read|file\.)/);
    }
  });

  it("what a cell hides is not shown: keys to sort by, and words for a screen reader", async () => {
    const rows =
      '<tr><td><span style="display:none">20250315</span>15.03.2025<td><span hidden>0501111111 <span>x</span></span>0671234567' +
      "<tr><td><div style='display: none'><p>a</div>b<br>c<td><p style=\"display:none\">never closed" +
      '<tr><td><span style="color:red">d</span><td><a style="display:none" href="#">edit</a>e';
    expect(await grid(`<table>${rows}</table>`)).toEqual([["15.03.2025", "0671234567"], ["b\nc"], ["d", "e"]]);
  });

  it.each([
    ["windows-1254", "Ayşe Işık", [0x41, 0x79, 0xfe, 0x65, 0x20, 0x49, 0xfe, 0xfd, 0x6b]],
    ["ISO-8859-9", "Ayşe", [0x41, 0x79, 0xfe, 0x65]],
    ["windows-1253", "Γιώργος", [0xc3, 0xe9, 0xfe, 0xf1, 0xe3, 0xef, 0xf2]],
    ["gb2312", "王", [0xcd, 0xf5]],
  ])("a page that declares %s, which no list of text is in, reads %s", async (encoding, name, bytes) => {
    const [before, after] = [`<html><meta charset="${encoding}"><table><tr><td>`, "<td>0671234567</table>"];
    const book = await readBook(Buffer.concat([bytesOf(before), Uint8Array.from(bytes), bytesOf(after)]));
    expect(gridOf(book)).toEqual([[name, "0671234567"]]);
    expect(book.encoding).toBeNull();
  });
});
