import * as fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { CellOffsets } from "../../../../../renderer/list-worker/text/cell-offsets.ts";
import { Refusal } from "../../../../../renderer/list-worker/source/refusal.ts";
import { scanCells } from "../../../../../renderer/list-worker/text/scanner.ts";
import { plainScan } from "./plain-scan.ts";

function scan(text: string, delimiter = ";"): string[][] {
  const bytes = new TextEncoder().encode(text);
  const cells = scanCells(bytes, allRows(delimiter));
  return Array.from({ length: cells.rows }, (_, row) => {
    const first = cells.rowStarts[row] ?? 0;
    return Array.from({ length: (cells.rowStarts[row + 1] ?? 0) - first }, (_, column) => {
      const at = first + column;
      const cell = new TextDecoder().decode(bytes.subarray(cells.start(row, at), cells.end(at)));
      return cells.isDoubled(at) ? cell.replaceAll('""', '"') : cell;
    });
  });
}

/** All of a text, whose cells this stands between. */
const allRows = (delimiter: string) => ({
  delimiter: delimiter.charCodeAt(0),
  from: 0,
  rows: 1_000_000,
  onProgress: () => {},
});

/** Where the cells of each row are. */
function rowsOf(cells: CellOffsets): { start: number; end: number; doubled: boolean }[][] {
  return Array.from({ length: cells.rows }, (_, row) => {
    const [first = 0, end = 0] = cells.rowStarts.subarray(row, row + 2);
    return Array.from({ length: end - first }, (_, column) => {
      const at = first + column;
      return { start: cells.start(row, at), end: cells.end(at), doubled: cells.isDoubled(at) };
    });
  });
}

describe("scanCells", () => {
  it("takes LF, CRLF and CR in any mixture for line ends", () => {
    expect(scan("a;b\nc;d\r\ne;f\rg;h")).toEqual([
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
      ["g", "h"],
    ]);
  });

  it("keeps blank lines as rows, so that row numbers are those of the spreadsheet", () => {
    expect(scan("a\n\nb\n")).toEqual([["a"], [""], ["b"]]);
  });

  it("reads quoted cells with delimiters, line breaks and doubled quotes", () => {
    expect(scan('"a;b";"c\r\nd";"e ""f"" g"\n1;2;3')).toEqual([
      ["a;b", "c\r\nd", 'e "f" g'],
      ["1", "2", "3"],
    ]);
  });

  it("reads a name whose quotes were not doubled", () => {
    expect(scan('1;"Firm "Daisy"";2\n3;4;5')).toEqual([
      ["1", 'Firm "Daisy"', "2"],
      ["3", "4", "5"],
    ]);
  });

  it("does not let a stray quote swallow the rows below it", () => {
    expect(scan('1;"Plaza;2\n3;4;5\n"Foo";6;7')).toEqual([
      ["1", '"Plaza', "2"],
      ["3", "4", "5"],
      ["Foo", "6", "7"],
    ]);
    expect(scan('1;"Plaza;2\n3;4;5\n')).toEqual([
      ["1", '"Plaza', "2"],
      ["3", "4", "5"],
    ]);
    expect(scan('1;5" pipe;2\n3;4;5\n')).toEqual([
      ["1", '5" pipe', "2"],
      ["3", "4", "5"],
    ]);
  });

  it("keeps an empty cell behind the last delimiter of the text", () => {
    expect(scan("a;b;")).toEqual([["a", "b", ""]]);
  });

  it("finds no row in a text of no bytes", () => {
    const { rows, widest } = scanCells(new Uint8Array(0), allRows(";"));
    expect([rows, widest]).toEqual([0, 0]);
  });

  it("does not slow down on a file of nothing but opening quotes", () => {
    const bytes = new TextEncoder().encode(`${'"x;'.repeat(10_000)}\n`.repeat(30));
    const { rowStarts } = scanCells(bytes, allRows(";"));
    expect(Array.from(rowStarts)).toEqual(Array.from({ length: 31 }, (_, row) => row * 10_001));
  });

  it("gives what papaparse gives for every well-formed table", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "Я", "7", '"', ";", "\n", "\r\n", " ", ","), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = Papa.unparse(rows, { delimiter: ";", quotes: true });
        expect(scan(text)).toEqual(rows);
        expect(scan(text)).toEqual(Papa.parse(text, { delimiter: ";", newline: "\r\n" }).data);
      }),
      { numRuns: 500 },
    );
  });

  it("finds in any bytes what a scan byte by byte finds, wherever in a buffer they lie and in whatever pieces", () => {
    const signs = Array.from('ab7Я€ ";,\t|-:\n\r\0\v\f').concat('""', "\r\n");
    const text = fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((pieces) => pieces.join(""));
    const any = fc.uint8Array({ maxLength: 60 });
    const delimiters = fc.constantFrom(";", ",", "\t", "|");
    fc.assert(
      fc.property(text, any, delimiters, fc.nat({ max: 5 }), fc.integer({ min: 1, max: 70 }), (...drawn) => {
        const [text, any, delimiter, before, piece] = drawn;
        for (const content of [new TextEncoder().encode(text), any]) {
          const bytes = new Uint8Array(before + content.length + 3).subarray(before, before + content.length);
          bytes.set(content);
          const scanned = scanCells(bytes, allRows(delimiter), piece);
          const rows = rowsOf(scanned);
          expect(rows).toEqual(plainScan(bytes, delimiter.charCodeAt(0)));
          expect(scanned.widest).toBe(Math.max(0, ...rows.map(({ length }) => length)));
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it("finds quoted cells of any length, and line ends, wherever its pieces end", () => {
    const longest = 32_767 * 4;
    for (const length of [10, 65_500, 65_535, 65_536, 131_000, longest - 1, longest, longest + 1, 300_000]) {
      for (const filling of ["x", "x\r\n", 'x""', " "]) {
        const cell = filling.repeat(Math.ceil(length / filling.length)).slice(0, length);
        const text = `${"a;b\r\n".repeat(3)}1;"${cell}" ;2\r\n${"c;d\r".repeat(length < 1_000 ? 40_000 : 500)}"e";`;
        const bytes = new TextEncoder().encode(text);
        expect(rowsOf(scanCells(bytes, allRows(";"))), `${length} of ${filling}`).toEqual(plainScan(bytes, 59));
      }
    }
  });

  it("finds quoted cells over the end of a large piece, which began with one that is long, or with a stray quote", () => {
    const pieceRoom = 256 * 1024;
    for (const first of [`"${"x".repeat(70_000)}";1\n`, '"Plaza;1\n']) {
      for (const before of [0, 3, 9, 16]) {
        const filling = `${"x".repeat(pieceRoom - first.length - before - 1)}\n`;
        const text = `${first}${filling}"one;two\nthree";4\nc;d\n`;
        const bytes = new TextEncoder().encode(text);
        const found = rowsOf(scanCells(bytes, allRows(";")));
        expect(found, `${before} after ${first.slice(0, 9)}`).toEqual(plainScan(bytes, 59));
      }
    }
  });

  it("ends no row within blanks, however many there are behind a quote", () => {
    const bytes = new TextEncoder().encode(`"a"${" ".repeat(300_000)};b\nc;d\n`);
    expect(Array.from(scanCells(bytes, allRows(";")).rowStarts)).toEqual([0, 2, 4]);
  });

  it("looks at no row behind those that were asked for: a wider one there is no reason to refuse them", () => {
    const bytes = new TextEncoder().encode(`${"a;b\n".repeat(7)}${";".repeat(20_000)}\n`);
    const { rows, widest } = scanCells(bytes, { ...allRows(";"), rows: 7 });
    expect([rows, widest]).toEqual([7, 2]);
    expect(() => scanCells(bytes, { ...allRows(";"), rows: 8 })).toThrow(Refusal);
  });

  it("says how far it is, and stops after the rows that were asked for", () => {
    const bytes = new TextEncoder().encode("0671234567;Anna\n".repeat(700_000));
    const places: number[] = [];
    const all = { ...allRows(";"), onProgress: (done: number) => void places.push(done) };
    expect(scanCells(bytes, all).rows).toBe(700_000);
    expect(places.length).toBeGreaterThan(1);
    expect(places).toEqual(places.toSorted((a, b) => a - b).filter((done) => done > 0 && done < bytes.length));
    expect(scanCells(bytes, { ...all, rows: 7 }).rows).toBe(7);
  });

  it("keeps every cell where cells are as short as they can be", () => {
    const bytes = new TextEncoder().encode(";\n".repeat(400_000));
    const cells = scanCells(bytes, allRows(";"));
    expect([cells.rows, cells.ends.length, cells.widest]).toEqual([400_000, 800_000, 2]);
    expect(cells.start(399_999, 799_999)).toBe(bytes.length - 1);
  });
});
