import { describe, expect, it } from "vitest";
import { HeldMemory } from "../../../../../renderer/list-worker/source/held-memory.ts";
import { Refusal } from "../../../../../renderer/list-worker/source/refusal.ts";
import { SheetReader } from "../../../../../renderer/list-worker/xlsx/sheet.ts";
import { XmlScanner } from "../../../../../renderer/list-worker/xlsx/xml-scanner.ts";
import { makeWorkbook, makeZip, workbookParts, type ZipPart } from "../make-workbook.ts";
import { fixture, openList, refusalOf } from "../open-list.ts";

const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const list = `<row r="1">${text("A1", "Phone")}${text("B1", "Name")}</row><row r="2"><c r="A2"><v>380671234567</v></c>${text("B2", "Anna")}</row>`;

/** A workbook in which one part is another one. */
function withPart(name: string, content: string | Uint8Array): Uint8Array {
  return makeZip(workbookParts(list).map((part): ZipPart => (part.name === name ? { name, content } : part)));
}

/** Changes a number in the central directory of a zip, for the entry of this name. */
function lying(bytes: Uint8Array, name: string, field: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const found = Buffer.from(copy.buffer).lastIndexOf(name);
  new DataView(copy.buffer).setUint32(found - 46 + field, value, true);
  return copy;
}

const sheet = "xl/worksheets/sheet1.xml";
const [sizeField, packedField, headerField] = [24, 20, 42];

describe("files that want to harm", () => {
  it("sizes and places that lie are seen, whichever way they lie", async () => {
    const whole = makeWorkbook(list);
    expect(await refusalOf(whole)).toBe("read");
    for (const size of [0, 1, 100, 0x7fff_ffff, 0xffff_fffe]) {
      expect(await refusalOf(lying(whole, sheet, sizeField, size))).toMatch(/^file\.(unreadable|hostile)$/);
      expect(await refusalOf(lying(whole, sheet, packedField, size))).toMatch(/^file\.(unreadable|hostile)$/);
      expect(await refusalOf(lying(whole, sheet, headerField, size + 1))).toMatch(/^file\.(unreadable|hostile)$/);
    }
  });

  it.each([
    ["shared strings", "xl/sharedStrings.xml"],
    ["styles", "xl/styles.xml"],
    ["the workbook", "xl/workbook.xml"],
    ["relationships", "_rels/.rels"],
    ["a sheet", sheet],
  ])("entities that grow a thousand times over are refused with their DOCTYPE, in %s", async (_, part) => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;">]><sst><si><t>&lol1;</t></si></sst>';
    expect(await refusalOf(withPart(part, bomb))).toBe("file.hostile");
    expect(await refusalOf(withPart(part, `<!-- x -->${bomb}`))).toBe("file.hostile");
    expect(await refusalOf(withPart(part, Buffer.from(`\ufeff${bomb}`, "utf-16le")))).toMatch(
      /^file\.(unreadable|hostile)$/,
    );
  });

  it("an entity that nobody declared stays what it is", async () => {
    const { engine } = await openList(
      withPart(sheet, `<worksheet><sheetData>${list.replace("Anna", "&lol; &#0; &#x110000;")}</sheetData></worksheet>`),
    );
    expect((await engine.preview("{Name}", 0))?.text).toBe("&lol;");
  });

  it.each(["shared strings", "rows of a sheet"])(
    "%s that inflate out of all proportion are given up",
    async (which) => {
      const blanks = new Uint8Array(8 * 1024 * 1024).fill(32);
      expect(await refusalOf(withPart(which === "rows of a sheet" ? sheet : "xl/sharedStrings.xml", blanks))).toBe(
        "file.hostile",
      );
    },
  );

  it("a gigabyte in one cell, in one tag or in one comment ends after a megabyte or two", () => {
    for (const start of ["<c><v>", '<c r="', "<!-- ", "<![CDATA[", "<?xml "]) {
      const scanner = new XmlScanner(new SheetReader(new HeldMemory(0)));
      const piece = new Uint8Array(64 * 1024).fill(120);
      let pushed = 0;
      expect(() => {
        scanner.push(new TextEncoder().encode(start));
        for (; pushed < 1024 ** 3; pushed += piece.length) scanner.push(piece);
      }, start).toThrow(Refusal);
      expect(pushed).toBeLessThan(4 * 1024 ** 2);
    }
  });

  it("of a cell in runs without end no more is kept than a cell may show", () => {
    const reader = new SheetReader(new HeldMemory(0));
    const scanner = new XmlScanner(reader);
    const run = new TextEncoder().encode(`<r><t>${"x".repeat(64 * 1024)}</t></r>`);
    scanner.push(new TextEncoder().encode('<row><c t="inlineStr"><is>'));
    for (let pushed = 0; pushed < 256 * 1024 ** 2; pushed += run.length) scanner.push(run);
    scanner.push(new TextEncoder().encode("</is></c></row>"));
    expect(reader.texts.get(0).length).toBeGreaterThan(32_767);
    expect(reader.texts.get(0).length).toBeLessThan(1024 ** 2);
  });

  it("headings, sheets and cells called __proto__ are only names", async () => {
    const rows = `<row r="1">${text("A1", "__proto__")}${text("B1", "Phone")}${text("C1", "constructor")}</row><row r="2">${text("A2", "Anna")}<c r="B2"><v>380671234567</v></c>${text("C2", "toString")}</row>`;
    const parts = workbookParts(rows).map((part) =>
      typeof part.content === "string"
        ? { ...part, content: part.content.replace('name="One"', 'name="__proto__"') }
        : part,
    );
    const { engine, understood } = await openList(makeZip(parts));
    expect(understood.sheets[0]?.name).toBe("__proto__");
    expect((await engine.preview("{__proto__} {constructor}", 0))?.text).toBe("Anna toString");
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("formulas and markup in cells are text", async () => {
    const { engine } = await openList(
      makeWorkbook(list.replace("Anna", "=cmd|'/c calc'!A1 &lt;img src=x onerror=alert(1)&gt;")),
    );
    expect((await engine.preview("{Name}", 0))?.text).toBe("=cmd|'/c calc'!A1 <img src=x onerror=alert(1)>");
  });

  it("relationships that point outside the package or at themselves find nothing", async () => {
    const parts = (target: string): Uint8Array =>
      makeZip(
        workbookParts(list).map((part) =>
          typeof part.content === "string"
            ? { ...part, content: part.content.replace("worksheets/sheet1.xml", target) }
            : part,
        ),
      );
    for (const target of [
      "../../../../etc/passwd",
      "https://example.invalid/sheet.xml",
      "file:///c:/x",
      "workbook.xml",
      "",
    ]) {
      expect(await refusalOf(parts(target))).toMatch(/^file\.(unreadable|empty)$/);
    }
  });

  it("16,384 columns of a workbook are read", async () => {
    const letters = (column: number): string => {
      let name = "";
      for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
        name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
      return name;
    };
    const wide = (row: number, value: string): string =>
      `<row r="${row}">${Array.from({ length: 16_384 }, (_, at) => text(`${letters(at)}${row}`, value)).join("")}</row>`;
    const { understood } = await openList(makeWorkbook(wide(1, "Phone") + wide(2, "x")));
    expect(understood.columns).toHaveLength(16_384);
    expect(understood.columns.at(-1)?.letter).toBe("XFD");
  });

  it("a number in a far corner costs nothing", async () => {
    const { understood } = await openList(makeWorkbook(`${list}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`));
    expect(understood.columns.map(({ letter }) => letter)).toEqual(["A", "B", "XFD"]);
    expect(understood.leftOut.blankRows).toBe(1_048_573);
  });
});

describe("files that are called something else", () => {
  it.each(["list.xls", "list.csv", "list.ods", "list.pdf", "list"])(
    "a workbook called %s is a workbook",
    async (name) => {
      for (const other of ["customers.xlsx", "customers.xls", "customers.ods", "customers-utf-8.csv"]) {
        const { engine } = await openList(fixture(other), { name });
        expect((await engine.people(0)).numbers).toHaveLength(3);
      }
    },
  );

  it.each([
    ["a PDF", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n", "file.not-a-table"],
    ["nothing at all", "", "file.empty"],
    ["noise", Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7_919 + (at >> 3)) & 255), "file.kind-unknown"],
    [
      "the binary workbook of Excel",
      makeZip([
        { name: "xl/workbook.bin", content: "x" },
        { name: "[Content_Types].xml", content: "<Types/>" },
      ]),
      "file.kind-unknown",
    ],
    ["an archive", makeZip([{ name: "list.csv", content: "Phone\n380671234567" }]), "file.kind-unknown"],
  ])("%s called .xlsx is refused in words", async (_, content, code) => {
    expect(await refusalOf(content, { name: "list.xlsx" })).toBe(code);
  });
});
