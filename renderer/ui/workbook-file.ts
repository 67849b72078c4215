import { type Cell, defused, isPlain } from "./spreadsheet-file.ts";
import { PackedFile } from "./packed-file.ts";

/** Excel's own limits of a sheet's rows and of a cell's characters. */
const mostRows = 1_048_576;
const mostCharacters = 32_767;

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const package_ = "http://schemas.openxmlformats.org/package/2006";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What XML 1.0 has no way to write: control characters, halves of characters, two that are none. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

function escaped(text: string): string {
  const plain = text.toWellFormed().replaceAll(unwritable, "");
  // What looks like one of Excel's own escapes is no escape (ECMA-376, 22.4.2.4).
  return plain.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_").replaceAll(/[&<>"\r]/g, (sign) => escapes[sign] ?? "");
}

function cellXml(cell: Cell): string {
  if (cell === null || cell === "") return "<c/>";
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  const text = (isPlain(cell) ? cell : defused(cell)).slice(0, mostCharacters);
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

async function* sheetXml(pages: AsyncIterable<Cell[][]>): AsyncGenerator<string, void, undefined> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetData>`;
  let rows = 0;
  for await (const page of pages) {
    const fitting = page.slice(0, mostRows - rows);
    rows += fitting.length;
    yield fitting.map((row) => `<row>${row.map(cellXml).join("")}</row>`).join("");
  }
  yield "</sheetData></worksheet>";
}

/**
 * One workbook with one sheet, of rows that come page by page and are kept only packed; every cell but counts and
 * prices is text, phones above all.
 */
export async function workbookOfPages(sheet: string, pages: AsyncIterable<Cell[][]>): Promise<Uint8Array<ArrayBuffer>> {
  const file = new PackedFile();
  await file.add("[Content_Types].xml", [
    `${declaration}<Types xmlns="${package_}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
  ]);
  await file.add("_rels/.rels", [related("officeDocument", "xl/workbook.xml")]);
  await file.add("xl/workbook.xml", [
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>` +
      `<sheet name="${escaped(sheet.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ]);
  await file.add("xl/_rels/workbook.xml.rels", [related("worksheet", "worksheets/sheet1.xml")]);
  await file.add("xl/worksheets/sheet1.xml", sheetXml(pages));
  return file.finish();
}

function related(kind: string, target: string): string {
  return (
    `${declaration}<Relationships xmlns="${package_}/relationships">` +
    `<Relationship Id="rId1" Type="${relationships}/${kind}" Target="${target}"/></Relationships>`
  );
}
