import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HeldMemory } from "../../../../../renderer/list-worker/source/held-memory.ts";
import { Refusal } from "../../../../../renderer/list-worker/source/refusal.ts";
import { SharedStrings } from "../../../../../renderer/list-worker/xlsx/shared-strings.ts";
import { SheetReader } from "../../../../../renderer/list-worker/xlsx/sheet.ts";
import { type XmlHandler, XmlScanner } from "../../../../../renderer/list-worker/xlsx/xml-scanner.ts";

const bytesOf = (xml: string): Uint8Array => new TextEncoder().encode(xml);

function scan<Handler extends XmlHandler>(handler: Handler, xml: string, sizeOfPiece = 1_000_000): Handler {
  const scanner = new XmlScanner(handler);
  const bytes = bytesOf(xml);
  for (let at = 0; at < bytes.length; at += sizeOfPiece) scanner.push(bytes.subarray(at, at + sizeOfPiece));
  scanner.end();
  return handler;
}

/** Everything a sheet's reader has kept, or the code with which it refused. */
function cells(xml: string, sizeOfPiece?: number): unknown {
  try {
    return kept(xml, sizeOfPiece);
  } catch (problem) {
    if (problem instanceof Refusal) return problem.reason.code;
    throw problem;
  }
}

function kept(xml: string, sizeOfPiece?: number): unknown {
  const { store, texts, hiddenRows, hiddenColumns } = scan(new SheetReader(new HeldMemory(0)), xml, sizeOfPiece);
  const stored = Array.from({ length: store.cells }, (_, at) => [
    store.columns[at],
    store.kinds[at],
    store.styles[at],
    store.values[at],
  ]);
  return {
    rows: Array.from(store.rowNumbers.subarray(0, store.rows)),
    starts: Array.from(store.rowStarts.subarray(0, store.rows + 1)),
    stored,
    texts: Array.from({ length: texts.count }, (_, at) => texts.get(at)),
    hiddenRows,
    hidden: [...hiddenColumns],
  };
}

/** The same XML, written as no shortcut knows it. */
const oddly = (xml: string): string => xml.replaceAll('"', "'").replaceAll("=", " = ");

const letters = ["A", "B", "Z", "AA", "XFD", "B"];
const values = ["0", "7", "380671234567", "-12.5", "0.1", "1234567.891", "12345678901234567890", "1e5", "3.80501E11"];
const styles = ["", ' s="0"', ' s="12"', ' s="65535"', ' s="65536"', ' s=""'];
const types = ["", ' t="s"', ' t="n"', ' t="b"', ' t="str"', ' t="e"', ' t="d"', ' t=""'];

const cell = fc.tuple(
  fc.constantFrom(...letters, ""),
  fc.constantFrom(...styles),
  fc.constantFrom(...types),
  fc.constantFrom(...values, "", "-", ".5", "5.", " 5", "x", "0.12345678901234567", "1.1.1", "00012"),
  fc.boolean(),
);

const sheet = fc.array(
  fc.record({ cells: fc.array(cell, { maxLength: 6 }), hidden: fc.constantFrom("", "", ' hidden="1"', ' hidden="0"') }),
  { maxLength: 5 },
);

type Row = { cells: readonly (readonly [string, string, string, string, boolean])[]; hidden: string };

function xmlOf(rows: readonly Row[]): string {
  const body = rows.map(({ cells: inRow, hidden }, at) => {
    const row = at * 2 + 1;
    const inside = inRow.map(([letter, style, type, value, closed]) => {
      const reference = letter === "" ? "" : ` r="${letter}${row}"`;
      return closed && value === "" ? `<c${reference}${style}/>` : `<c${reference}${style}${type}><v>${value}</v></c>`;
    });
    return `<row r="${row}" spans="1:8"${hidden}>${inside.join("")}</row>`;
  });
  return `<worksheet><cols><col min="27" max="27" hidden="1"/></cols><sheetData>${body.join("")}</sheetData></worksheet>`;
}

describe("cells and texts that are read in one go", () => {
  it("are what they are when they are read tag by tag", () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const xml = xmlOf(rows);
        expect(cells(xml)).toEqual(cells(oddly(xml)));
      }),
      { numRuns: 500 },
    );
  });

  it("are the same wherever the file's pieces end", () => {
    fc.assert(
      fc.property(sheet, fc.integer({ min: 1, max: 40 }), (rows, size) => {
        const xml = xmlOf(rows);
        expect(cells(xml, size)).toEqual(cells(xml));
      }),
      { numRuns: 200 },
    );
  });

  it("numbers with a fraction are the nearest doubles, as JavaScript reads them", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 14 }), (digits, point) => {
        const padded = String(digits).padStart(point + 1, "0");
        const text = point === 0 ? padded : `${padded.slice(0, -point)}.${padded.slice(-point)}`;
        const { store } = scan(new SheetReader(new HeldMemory(0)), `<row r="1"><c r="A1"><v>${text}</v></c></row>`);
        expect(store.values[0]).toBe(Number(text));
      }),
    );
  });

  it("shared texts keep their numbers, however they are written and wherever pieces end", () => {
    const xml =
      "<sst><si><t>plain</t></si><si><t>a &amp; b</t></si><si><t></t></si><si/><si><t/></si><si><t xml:space='preserve'> x </t></si>" +
      "<si><r><t>rich </t></r><r><t>text</t></r></si><si><t>na_me</t></si><si><t>line_x000A_end</t></si><si><t>Ім’я</t><rPh><t>no</t></rPh></si></sst>";
    const expected = ["plain", "a & b", "", "", "", " x ", "rich text", "na_me", "line\nend", "Ім’я"];
    for (const size of [1, 2, 3, 7, 16, 10_000]) {
      const { pool } = scan(new SharedStrings(new HeldMemory(0)), xml, size);
      expect(Array.from({ length: pool.count }, (_, at) => pool.get(at))).toEqual(expected);
    }
  });
});
