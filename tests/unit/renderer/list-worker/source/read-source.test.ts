import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeWorkbook, makeZip, workbookParts } from "../make-workbook.ts";
import { fixture, openList, refusalOf } from "../open-list.ts";

const oneRow = '<row r="1"><c r="A1"><v>380671234567</v></c></row>';

describe("files that are no table, or a damaged or hostile one", () => {
  it.each([
    ["an empty file", "", "file.empty"],
    ["nothing but white space", " \r\n\t\r\n", "file.empty"],
    ["a PDF", "%PDF-1.7\n%âãÏÓ\n1 0 obj", "file.not-a-table"],
    ["a web page", "<!DOCTYPE html><html><body>Hello</body></html>", "file.not-a-table"],
    ["a text with formatting", "{\\rtf1\\ansi hello}", "file.not-a-table"],
    ["JSON", '[{"phone":"+380671234567"}]', "file.not-a-table"],
    ["a heading without rows", "Name;Phone\r\n", "file.no-rows"],
  ])("%s", async (_, content, code) => {
    expect(await refusalOf(content)).toBe(code);
  });

  it("a picture, by its content and not by its name", async () => {
    expect(await refusalOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0))).toBe("file.not-a-table");
  });

  it("a document of another program in a zip", async () => {
    expect(await refusalOf(makeZip([{ name: "word/document.xml", content: "<document/>" }]))).toBe("file.not-a-table");
    expect(await refusalOf(makeZip([{ name: "photo.txt", content: "hello" }]))).toBe("file.kind-unknown");
  });

  it("a workbook cut off anywhere is refused, never half read", async () => {
    const whole = fixture("customers.xlsx");
    for (let length = 30; length < whole.length; length += 97) {
      expect(await refusalOf(whole.slice(0, length))).toBe("file.unreadable");
    }
  });

  it("a damaged byte within a workbook never gives other numbers", async () => {
    const whole = fixture("customers.xlsx");
    const { engine } = await openList(whole);
    const numbers = (await engine.people(0)).numbers.join();
    for (let at = 40; at < whole.length; at += 61) {
      const damaged = whole.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      const code = await refusalOf(damaged);
      if (code !== "read") {
        expect(code).toMatch(/^file\./);
        continue;
      }
      const { engine: other } = await openList(damaged);
      expect((await other.people(0)).numbers.join()).toBe(numbers);
    }
  });

  it("a DOCTYPE, which no spreadsheet has", async () => {
    const parts = workbookParts(oneRow).map((part) =>
      part.name === "xl/sharedStrings.xml"
        ? { ...part, content: '<!DOCTYPE sst [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>' }
        : part,
    );
    expect(await refusalOf(makeZip(parts))).toBe("file.hostile");
  });

  it("a zip bomb is given up while it inflates", async () => {
    const before = process.memoryUsage().arrayBuffers;
    const bomb = new Uint8Array(300 * 1024 * 1024).fill(32);
    const zip = makeZip(
      workbookParts("").map((part) => (part.name.endsWith("sheet1.xml") ? { ...part, content: bomb } : part)),
    );
    expect(zip.length).toBeLessThan(1024 * 1024);
    expect(await refusalOf(zip)).toBe("file.hostile");
    expect(before).toBeGreaterThan(0);
  });

  it("more files in a zip than any workbook has", async () => {
    const many = Array.from({ length: 2_001 }, (_, index) => ({ name: `xl/${index}.xml`, content: "" }));
    expect(await refusalOf(makeZip(many))).toBe("file.hostile");
  });

  it("a cell beyond the last row or column that exists", async () => {
    expect(await refusalOf(makeWorkbook('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'))).toBe("file.hostile");
    expect(await refusalOf(makeWorkbook('<row r="1"><c r="XFE1"><v>1</v></c></row>'))).toBe("file.hostile");
  });

  it("random bytes are refused or read, and never bring the reader down", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3_000 }),
        fc.constantFrom("", "PK\u0003\u0004", '"'),
        async (bytes, start) => {
          const code = await refusalOf(Buffer.concat([Buffer.from(start, "latin1"), bytes]));
          expect(code).toMatch(/^(read|file\.[a-z-]+)$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("a heading called __proto__ is a column like any other", async () => {
    const { engine } = await openList("__proto__,constructor,Phone\nAnna,Kyiv,+380671234567\n");
    expect(await engine.fields()).toEqual(["__proto__", "constructor"]);
    expect((await engine.preview("{__proto__} {constructor}", 0))?.text).toBe("Anna Kyiv");
    expect(Object.hasOwn(Object.prototype, "Anna")).toBe(false);
  });

  it("16,384 columns are read, one more is too large", async () => {
    const wide = (columns: number): string =>
      `${"x,".repeat(columns - 1)}Phone\n${"1,".repeat(columns - 1)}+380671234567\n`;
    const { understood } = await openList(wide(16_384));
    expect(understood.columns).toHaveLength(16_384);
    expect(await refusalOf(wide(16_385))).toBe("file.too-large");
  });
});
