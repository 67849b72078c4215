import { crc32, deflateRawSync } from "node:zlib";

export type ZipPart = { name: string; content: string | Uint8Array; stored?: boolean };

const u16 = (value: number): number[] => [value & 255, (value >> 8) & 255];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];

/** A zip with these parts, written plainly: tests decide what is wrong with it. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, stored = false } of parts) {
    const plain = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const packed = stored ? plain : deflateRawSync(plain);
    const fileName = new TextEncoder().encode(name);
    const method = stored ? 0 : 8;
    const common = [
      ...u16(0),
      ...u16(method),
      ...u32(0),
      ...u32(crc32(plain)),
      ...u32(packed.length),
      ...u32(plain.length),
    ];
    const head = Uint8Array.from([...u32(0x0403_4b50), ...u16(20), ...common, ...u16(fileName.length), ...u16(0)]);
    chunks.push(head, fileName, packed);
    const entry = [...u32(0x0201_4b50), ...u16(20), ...u16(20), ...common, ...u16(fileName.length)];
    directory.push(
      Uint8Array.from([...entry, ...u16(0), ...u16(0), ...u16(0), ...u16(0), ...u32(0), ...u32(offset)]),
      fileName,
    );
    offset += head.length + fileName.length + packed.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = [...u32(0x0605_4b50), ...u16(0), ...u16(0), ...u16(parts.length), ...u16(parts.length), ...u32(size)];
  return Buffer.concat([...chunks, ...directory, Uint8Array.from([...end, ...u32(offset), ...u16(0)])]);
}

const relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

/** The parts of a workbook of one sheet whose `<sheetData>` and what stands before it are given. */
export function workbookParts(
  sheetData: string,
  { shared = "", styles = "", before = "", after = "", workbookPr = "", state = "visible" } = {},
): ZipPart[] {
  const types = ["sheet.main", "worksheet", "styles", "sharedStrings"].map((kind, at) => {
    const part = ["workbook", "worksheets/sheet1", "styles", "sharedStrings"][at];
    return `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  });
  return [
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${packageRelationships}"><Relationship Id="r" Type="${relationship}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relationship}">${workbookPr}<sheets><sheet name="One" sheetId="1" state="${state}" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content:
        `<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationship}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="${relationship}/sharedStrings" Target="/xl/sharedStrings.xml"/>` +
        `<Relationship Id="rId3" Type="${relationship}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: "xl/sharedStrings.xml", content: `<sst xmlns="${main}">${shared}</sst>` },
    { name: "xl/styles.xml", content: `<styleSheet xmlns="${main}">${styles}</styleSheet>` },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `<worksheet xmlns="${main}">${before}<sheetData>${sheetData}</sheetData>${after}</worksheet>`,
    },
  ];
}

/** A workbook of one sheet as a file. */
export function makeWorkbook(sheetData: string, options: Parameters<typeof workbookParts>[1] = {}): Uint8Array {
  return makeZip(workbookParts(sheetData, options));
}
