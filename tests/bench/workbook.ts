import { once } from "node:events";
import { createDeflateRaw, crc32 } from "node:zlib";
import { phones, randomOf } from "./inputs.ts";

const headings = ["Name", "Phone", "City", "Last order", "Amount", "Code", "Street", "Note"];
const people = ["Олена Коваленко", "Ihor Shevchenko", "Марія Бондаренко", "Andrii Tkachenko", "Natalia Kravchuk"];
const cities = ["Kyiv", "Львів", "Odesa", "Харків", "Dnipro", "Полтава"];
const streets = Array.from({ length: 900 }, (_, index) => `Street ${index % 300}, ${index % 90}`);
const note = 'said "later", call again';
/** The shared texts that many rows have; each row's own two, phone and code, stand behind them. */
const common = [...headings, ...people, ...cities, ...streets, note];
const firstPerson = headings.length;
const firstCity = firstPerson + people.length;
const firstStreet = firstCity + cities.length;
const noteAt = common.length - 1;
/** 1 May 2026 as a spreadsheet counts days. */
const firstDay = 46_143;
/** Rows whose XML is made and packed at a time. */
const atOnce = 5_000;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const typeOf = (kind: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const sharedCell = (cell: string, text: number): string => `<c r="${cell}" t="s"><v>${text}</v></c>`;

function* sheetXml(rows: number): Generator<string> {
  const random = randomOf(11);
  yield `${declaration}<worksheet xmlns="${main}"><dimension ref="A1:H${rows + 1}"/><sheetData>`;
  yield `<row r="1" spans="1:8">${headings.map((_, column) => sharedCell(`${"ABCDEFGH"[column]}1`, column)).join("")}</row>`;
  let xml = "";
  for (let index = 0; index < rows; index++) {
    const row = index + 2;
    const own = common.length + index * 2;
    const city = firstCity + Math.floor(random() * cities.length);
    xml += `<row r="${row}" spans="1:8">${sharedCell(`A${row}`, firstPerson + (index % people.length))}`;
    xml += `${sharedCell(`B${row}`, own)}${sharedCell(`C${row}`, city)}`;
    xml += `<c r="D${row}" s="1"><v>${firstDay + (index % 28)}</v></c>`;
    xml += `<c r="E${row}" s="2"><v>${(random() * 4000).toFixed(2)}</v></c>`;
    xml += `${sharedCell(`F${row}`, own + 1)}${sharedCell(`G${row}`, firstStreet + (index % streets.length))}`;
    xml += `${index % 11 === 0 ? sharedCell(`H${row}`, noteAt) : ""}</row>`;
    if (index % atOnce !== atOnce - 1) continue;
    yield xml;
    xml = "";
  }
  yield `${xml}</sheetData></worksheet>`;
}

function* stringsXml(rows: number): Generator<string> {
  const numbers = phones(rows, "messy");
  const item = (text: string): string => `<si><t>${escaped(text)}</t></si>`;
  const counts = `count="${common.length + rows * 7}" uniqueCount="${common.length + rows * 2}"`;
  yield `${declaration}<sst xmlns="${main}" ${counts}>${common.map(item).join("")}`;
  for (let from = 0; from < rows; from += atOnce) {
    yield numbers
      .slice(from, from + atOnce)
      .map((phone, index) => item(phone) + item(`A-${from + index}`))
      .join("");
  }
  yield "</sst>";
}

function smallParts(): [string, string][] {
  const part = (name: string, kind: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${typeOf(kind)}"/>`;
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${relationships}/${kind}" Target="${target}"/>`;
  const related = (inside: string): string =>
    `${declaration}<Relationships xmlns="${packaged}/relationships">${inside}</Relationships>`;
  const formats = '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/>';
  return [
    [
      "[Content_Types].xml",
      `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("workbook", "sheet.main")}${part("worksheets/sheet1", "worksheet")}${part("styles", "styles")}${part("sharedStrings", "sharedStrings")}</Types>`,
    ],
    ["_rels/.rels", related(relation(1, "officeDocument", "xl/workbook.xml"))],
    [
      "xl/workbook.xml",
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      related(
        relation(1, "worksheet", "worksheets/sheet1.xml") +
          relation(2, "styles", "styles.xml") +
          relation(3, "sharedStrings", "sharedStrings.xml"),
      ),
    ],
    ["xl/styles.xml", `${declaration}<styleSheet xmlns="${main}"><cellXfs count="3">${formats}</cellXfs></styleSheet>`],
  ];
}

type Packed = { name: string; crc: number; size: number; packed: Buffer };

/** Packs a text that comes in pieces; of the text no more than a piece is held. */
async function pack(name: string, pieces: Iterable<string>): Promise<Packed> {
  const deflate = createDeflateRaw();
  const chunks: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => chunks.push(chunk));
  let crc = 0;
  let size = 0;
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    crc = crc32(bytes, crc);
    size += bytes.length;
    if (!deflate.write(bytes)) await once(deflate, "drain");
  }
  deflate.end();
  await once(deflate, "end");
  return { name, crc, size, packed: Buffer.concat(chunks) };
}

function zipped(entries: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, crc, size, packed } of entries) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(0x5a21_0000, 6);
    facts.writeUInt32LE(crc, 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(size, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, Buffer.from(name)]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), facts, rest, Buffer.from(name));
    files.push(local, packed);
    at += local.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Uint8Array.from(Buffer.concat([...files, list, end]));
}

/**
 * A workbook of so many people and eight columns, as Excel writes it: shared texts, dates and amounts as numbers with
 * formats. Written piece by piece, so that a million rows need little more memory than their packed bytes.
 */
export async function workbook(rows: number): Promise<Uint8Array<ArrayBuffer>> {
  const entries: Packed[] = [];
  for (const [name, text] of smallParts()) entries.push(await pack(name, [text]));
  entries.push(await pack("xl/worksheets/sheet1.xml", sheetXml(rows)));
  entries.push(await pack("xl/sharedStrings.xml", stringsXml(rows)));
  return zipped(entries);
}
