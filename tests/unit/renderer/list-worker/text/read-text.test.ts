import * as fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { SourceBook } from "../../../../../renderer/list-worker/source/source-table.ts";
import { delimiters } from "../../../../../renderer/list-worker/text/delimiter.ts";
import { readText } from "../../../../../renderer/list-worker/text/read-text.ts";
import { guessedReading } from "../../../../../shared/recipients/reading.ts";
import { encode } from "./encode.ts";

const read = (source: string | Uint8Array): SourceBook =>
  readText(typeof source === "string" ? new TextEncoder().encode(source) : source, guessedReading, () => {});

const cellsOf = ({ table }: SourceBook): string[][] =>
  Array.from({ length: table.rows }, (_, row) =>
    Array.from({ length: table.columns }, (_, column) => table.shown(row, column)),
  );

const joined = (...parts: (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));

describe("a text", () => {
  it.each([
    ["CR only", "Name;Phone\rAnna;1\rPetro;2\r"],
    ["LF, CRLF and CR in one", "Name;Phone\nAnna;1\r\nPetro;2\r"],
    ["NUL bytes", "Na\0me;Phone\nAn\0na;1\0\nPetro;2\n\0"],
    ["a sep= line", "sep=;\r\nName;Phone\r\nAnna;1\r\nPetro;2\r\n"],
    ["a sep= line behind a mark", "\ufeffsep=;\nName;Phone\nAnna;1\nPetro;2"],
    ["a sep= line that is not kept to", "sep=,\nName;Phone\nAnna;1\nPetro;2"],
    ["spaces before its quotes", 'Name; Phone\n"Anna"; "1"\nPetro; "2" \n'],
    ["every line in quotes", '"Name;Phone"\n"Anna;1"\n"Petro;2"\n'],
    ["every line in quotes, quotes within doubled", '"Name;Phone"\n"""Anna"";1"\n"Petro;""2"""\n'],
    ["a delimiter at the end of each line", "Name;Phone;\nAnna;1;\nPetro;2;\n"],
    ["DOS's end-of-file mark", "Name;Phone\nAnna;1\nPetro;2\n\x1a"],
  ])("with %s is read", (_, text) => {
    expect(cellsOf(read(text)).filter((row) => row.some((cell) => cell > "\x1f"))).toEqual([
      ["Name", "Phone"],
      ["Anna", "1"],
      ["Petro", "2"],
    ]);
  });

  it("whose end is cut within a character or a quoted cell keeps all but that", () => {
    expect(cellsOf(read(Buffer.from("Імʼя;Телефон\nОлена;067\nПет").subarray(0, -1)))).toEqual([
      ["Імʼя", "Телефон"],
      ["Олена", "067"],
      ["Пе", ""],
    ]);
    expect(cellsOf(read('Name;Note\nAnna;a\nPetro;"begin')).slice(1)).toEqual([
      ["Anna", "a"],
      ["Petro", '"begin'],
    ]);
  });

  it("of one column of cells with two numbers each stays one column", () => {
    expect(cellsOf(read("Phone\n0671234567, 0501112233\n0631112233\n"))).toEqual([
      ["Phone"],
      ["0671234567, 0501112233"],
      ["0631112233"],
    ]);
  });

  it("of lines in two encodings is read line by line", () => {
    const utf8 = "Імʼя;Телефон\nОлена;1\nЮлія;2\n";
    const other = encode("Петро;3\n", "windows-1251");
    expect(cellsOf(read(joined(utf8, other))).at(-1)).toEqual(["Петро", "3"]);
    expect(cellsOf(read(joined(other, utf8)))[2]).toEqual(["Олена", "1"]);
    expect(read(joined(utf8, other))).toMatchObject({ encoding: "utf-8", mixedWith: "windows-1251" });
    expect(read(new TextEncoder().encode(utf8)).mixedWith).toBeNull();
    const mostlyOther = joined(encode("Імʼя;Телефон\nОлена;1\nЮлія;2\nГанна;3\n", "windows-1251"), "Петро;4\nЯна;5\n");
    expect(read(mostlyOther)).toMatchObject({ encoding: "windows-1251", mixedWith: "utf-8" });
    expect(cellsOf(read(mostlyOther)).slice(3)).toEqual([
      ["Ганна", "3"],
      ["Петро", "4"],
      ["Яна", "5"],
    ]);
  });

  it("with headings that are names of JavaScript's own properties is a table like any other", () => {
    const { table } = read("__proto__;constructor;toString\na;b;c\n");
    expect([table.columns, table.shown(0, 0), table.shown(1, 1)]).toEqual([3, "__proto__", "b"]);
    expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
  });

  const word = fc.string({ unit: fc.constantFrom(...Array.from("abЯїé7 -.'+@#")), minLength: 1, maxLength: 8 });
  const cell = fc.oneof(word, fc.string({ unit: fc.constantFrom(...Array.from("aЯ7\"';,|\t\n ")), maxLength: 8 }));
  const tableOf = (rows: number) =>
    fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.tuple(
          fc.array(word, { minLength: width, maxLength: width }),
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows + 5 }),
        ),
      );
  const clean = (rows: readonly (readonly string[])[]): string[][] => rows.map((row) => row.map((text) => text.trim()));

  it("written by papaparse in any dialect comes back cell by cell, its delimiter found", () => {
    fc.assert(
      fc.property(
        tableOf(3),
        fc.constantFrom(...delimiters),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        ([heading, rows], delimiter, newline, mark) => {
          const table = [heading, ...rows.map((row) => row.map((text) => text.replaceAll(/[;,|\t]/g, "_")))];
          fc.pre(clean(table).every((row) => row.every((text) => text !== "")));
          const text = Papa.unparse(table, { delimiter, newline, quotes: true });
          const book = read((mark ? "\ufeff" : "") + text);
          expect(book.delimiter).toBe(delimiter);
          expect(cellsOf(book)).toEqual(clean(table));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("says what papaparse says where only what needs quotes has them", () => {
    fc.assert(
      fc.property(tableOf(2), fc.constantFrom(...delimiters), ([heading, rows], delimiter) => {
        const text = Papa.unparse([heading, ...rows], { delimiter, newline: "\r\n" });
        const book = readText(new TextEncoder().encode(text), { ...guessedReading, delimiter }, () => {});
        const expected = clean(Papa.parse<string[]>(text, { delimiter, newline: "\r\n" }).data);
        const used = heading.map((_, column) => column).filter((column) => expected.some((row) => row[column] !== ""));
        expect(cellsOf(book)).toEqual(expected.map((row) => used.map((column) => row[column] ?? "")));
      }),
      { numRuns: 300 },
    );
  });

  it("with one stray quote anywhere loses no row but the one it stands in", () => {
    const plain = fc.array(fc.tuple(fc.constantFrom("Anna", "Петро", "7"), fc.constantFrom("x", "Kyiv, UA", "")), {
      minLength: 3,
      maxLength: 8,
    });
    fc.assert(
      fc.property(plain, fc.nat(), fc.boolean(), (rows, at, quotes) => {
        const lines = rows.map(([name, note], row) =>
          Papa.unparse([[name, note, `id${row}`]], { delimiter: ";", quotes }),
        );
        const stray = at % lines.length;
        const line = lines[stray] ?? "";
        const place = Math.floor(at / lines.length) % (line.length + 1);
        const text = ["Name;Note;Id", ...lines.with(stray, `${line.slice(0, place)}"${line.slice(place)}`)].join("\n");
        const book = readText(new TextEncoder().encode(text), { ...guessedReading, delimiter: ";" }, () => {});
        const ids = cellsOf(book).map((cells) => cells.join(";"));
        for (const row of rows.keys()) if (row !== stray) expect(ids.some((id) => id.endsWith(`id${row}`))).toBe(true);
        expect(book.table.rows).toBe(rows.length + 1);
      }),
      { numRuns: 500 },
    );
  });
});
