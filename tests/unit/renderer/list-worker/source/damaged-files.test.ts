import { CFB } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { readSource } from "../../../../../renderer/list-worker/source/read-source.ts";
import { inflateRawSync } from "node:zlib";
import { zipDirectory, entryBytes } from "../../../../../renderer/list-worker/xlsx/zip-directory.ts";
import { guessedReading } from "../../../../../shared/recipients/reading.ts";
import { makeZip, type ZipPart } from "../make-workbook.ts";
import { fixture } from "../open-list.ts";
import { damaged, random } from "./damage.ts";

const settings = { reading: guessedReading, locale: "uk-UA", onProgress: () => {} };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads a file and looks at every cell of it; what became of it. */
async function outcome(bytes: Uint8Array): Promise<string> {
  const read = await readSource(bytes, settings);
  if (!read.ok) return read.error.code;
  const { table } = read.value;
  for (let row = 0; row < Math.min(table.rows, 200); row++) {
    table.searchText(row);
    for (let column = 0; column < Math.min(table.columns, 40); column++) {
      table.shown(row, column);
      table.exact(row, column);
      table.isNumber(row, column);
      table.notCrossedOut?.(row, column);
    }
  }
  return "read";
}

/** What became of so many damaged variants. */
async function outcomes(
  count: number,
  seed: number,
  variant: (next: () => number) => Uint8Array,
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const next = random(seed);
  for (let i = 0; i < count; i++) {
    const code = await outcome(variant(next));
    found.set(code, (found.get(code) ?? 0) + 1);
  }
  return found;
}

/** The parts of a zip, inflated, so that damage reaches what lies behind the checksums. */
function partsOf(bytes: Uint8Array): ZipPart[] {
  return [...zipDirectory(bytes).values()]
    .filter(({ name }) => /\.(xml|rels)$|mimetype/.test(name))
    .map((entry) => {
      const packed = entryBytes(bytes, entry);
      return { name: entry.name, content: new Uint8Array(entry.method === 8 ? inflateRawSync(packed) : packed) };
    });
}

function withDamagedPart(parts: readonly ZipPart[], next: () => number): Uint8Array {
  const hit = Math.floor(next() * parts.length);
  return makeZip(
    parts.map((part, at) =>
      at === hit && typeof part.content !== "string" ? { ...part, content: damaged(part.content, next) } : part,
    ),
  );
}

const html =
  '<html><meta charset="utf-8"><table><col><tr><th>Phone<th>Name<tr><td x:num="380671234567">3.8E+11<td rowspan=2>Anna &amp; Co<tr><td colspan=1>+380501234567</table></html>';
const xml =
  '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="a"><NumberFormat ss:Format="0.00"/></Style></Styles><Worksheet ss:Name="A"><Table><Row ss:Index="2"><Cell ss:StyleID="a"><Data ss:Type="Number">380671234567</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">Anna</Data></Cell></Row></Table></Worksheet></Workbook>';

const workbooks = ["varied.xlsx", "varied.ods", "hidden.xlsx", "crossed-out.xlsx", "crossed-out.ods"].map(
  (name) => [name, fixture(name)] as const,
);
const inside = workbooks.map(([name, bytes]) => [name, partsOf(bytes)] as const);
const others: readonly (readonly [string, Uint8Array])[] = [
  ["varied.xls", fixture("varied.xls")],
  ["hidden.xls", fixture("hidden.xls")],
  ["crossed-out.xls", fixture("crossed-out.xls")],
  ["crossed-out.html", fixture("crossed-out.html")],
  ["locked.xls", fixture("locked.xls")],
  ["velvet.xls", fixture("velvet.xls")],
  ["varied.fods", fixture("varied.fods")],
  ["customers-windows-1251.csv", fixture("customers-windows-1251.csv")],
  ["customers-utf-16.csv", fixture("customers-utf-16.csv")],
  ["a web page", bytesOf(html)],
  ["an XML spreadsheet", bytesOf(xml)],
];

/** Trying their password takes fifty thousand rounds of hashing each. */
const slow: readonly (readonly [string, Uint8Array])[] = [
  ["locked.xlsx", fixture("locked.xlsx")],
  ["velvet.xlsx", fixture("velvet.xlsx")],
];

/** The records of an old workbook without their container, so that damage hits them and not the container's tables. */
const records = new Uint8Array(
  CFB.find(CFB.read(fixture("varied.xls"), { type: "buffer" }), "Workbook")?.content as Uint8Array,
);

const words = /^(read|file\.(empty|unreadable|locked|too-large|not-a-table|no-rows|hostile|kind-unknown))$/;

describe("damaged files by the thousand: read or refused in words, with no crash and no end", () => {
  it.each(workbooks)("%s: the file itself", async (_, bytes) => {
    const found = await outcomes(300, 1, (next) => damaged(bytes, next));
    for (const code of found.keys()) expect(code).toMatch(words);
    expect(found.get("file.unreadable")).toBeGreaterThan(100);
  });

  it.each(inside)("%s: what lies behind the checksums", async (_, parts) => {
    const found = await outcomes(200, 2, (next) => withDamagedPart(parts, next));
    for (const code of found.keys()) expect(code).toMatch(words);
    expect(found.size).toBeGreaterThan(1);
  });

  it.each([...others, ["the records of an old workbook", records] as const])("%s", async (_, bytes) => {
    const found = await outcomes(400, 3, (next) => damaged(bytes, next));
    for (const code of found.keys()) expect(code).toMatch(words);
  });

  it.each(slow)("%s", async (_, bytes) => {
    const found = await outcomes(20, 5, (next) => damaged(bytes, next));
    for (const code of found.keys()) expect(code).toMatch(words);
  });
});

describe("no table is made of rubbish", () => {
  it("bytes at random, also behind the beginning of a file that could be read, are refused", async () => {
    const starts = [
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      [9, 8, 16, 0, 0, 6, 5, 0],
      [0xff, 0xfe],
    ];
    const found = await outcomes(500, 4, (next) => {
      const start = starts[Math.floor(next() * starts.length)] ?? [];
      const noise = Uint8Array.from({ length: 64 + Math.floor(next() * 4_000) }, () => Math.floor(next() * 256));
      return Buffer.concat([Uint8Array.from(start), noise]);
    });
    expect(found.get("read") ?? 0).toBe(0);
  });

  it.each([
    ["a PDF whose beginning is damaged", Buffer.concat([bytesOf("%QDF-1.4\n"), fixture("varied.ods").subarray(60)])],
    ["packed data", fixture("varied.xlsx").subarray(70)],
    ["the container of another program", fixture("varied.xls").map((byte, at) => (at > 512 ? byte ^ 0x5a : byte))],
    ["a program", Buffer.concat([bytesOf("MZ\u0090\0\u0003\0\0\0"), fixture("varied.xls")])],
  ])("%s", async (_, bytes) => {
    expect(await outcome(new Uint8Array(bytes))).toMatch(/^file\./);
  });

  it.each(["varied.xlsx", "varied.ods", "varied.fods"])("%s cut anywhere is refused, never half read", async (name) => {
    const whole = fixture(name);
    for (let length = 8; length < whole.length; length += 41)
      expect(await outcome(whole.slice(0, length))).not.toBe("read");
  });

  it("an old workbook cut within its records is refused, never half read", async () => {
    for (let length = 1; length < records.length; length += 7)
      expect(await outcome(records.slice(0, length))).not.toBe("read");
  });
});
