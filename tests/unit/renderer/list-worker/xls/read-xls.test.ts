import { type BookType, CFB, utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { fixture, openList, refusalOf } from "../open-list.ts";
import { cellsIn, gridOf, readBook } from "../read-table.ts";

const rows = [
  ["Name", "Phone", "Sum", "Yes"],
  ["Anna", 48_512_345_678, 0.125, true],
  ["Zoe & Co", 34_612_345_678, -1_234.5, false],
  ["", "+447400123456", 12_345, ""],
];

function written(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows);
  return new Uint8Array(write(utils.book_new(sheet, "One"), { type: "array", bookType }) as ArrayBuffer);
}

/** A record of Excel's binary format. */
const record = (type: number, body: readonly number[] | Uint8Array): Uint8Array =>
  Uint8Array.from([type & 255, type >> 8, body.length & 255, body.length >> 8, ...body]);
const u16 = (...values: readonly number[]): number[] => values.flatMap((value) => [value & 255, value >> 8]);
const u32 = (value: number): number[] => u16(value & 0xffff, value >>> 16);
const begin = record(0x0809, u16(0x0600, 5, 0, 0, 0, 0, 0, 0));
const end = record(0x0a, []);
const letters = (text: string): number[] => [...new TextEncoder().encode(text)];

/** A stream of Excel 97 with these globals and one sheet of these records. */
function stream(globals: readonly Uint8Array[], sheet: readonly Uint8Array[]): Uint8Array {
  const place = (at: number): Uint8Array => record(0x85, [...u32(at), 0, 0, 3, 0, ...letters("One")]);
  const length = [begin, ...globals, place(0), end].reduce((sum, piece) => sum + piece.length, 0);
  return Buffer.concat([begin, ...globals, place(length), end, begin, ...sheet, end]);
}

const label = (row: number, column: number, text: string): Uint8Array =>
  record(0x204, [...u16(row, column, 0, text.length), 0, ...letters(text)]);
const shared = (row: number, column: number, index: number): Uint8Array =>
  record(0xfd, [...u16(row, column, 0), ...u32(index)]);
const rk = (row: number, column: number, value: number): Uint8Array =>
  record(0x27e, [...u16(row, column, 0), ...u32((value << 2) | 2)]);

describe("readXls", () => {
  it.each(["biff8", "biff5", "xla"] as const)("reads %s, another program's, in its container", async (kind) => {
    const book = await readBook(written(kind));
    expect(gridOf(book)).toEqual([
      ["Name", "Phone", "Sum", "Yes"],
      ["Anna", "48512345678", "0.125", "TRUE"],
      ["Zoe & Co", "34612345678", "-1234.5", "FALSE"],
      ["", "+447400123456", "12345"],
    ]);
    expect(book.sheets).toEqual([{ index: 0, name: "One", hidden: false, rows: 4 }]);
  });

  // The library writes all three; its types name only the first.
  it.each(["biff2", "biff3", "biff4"])("reads %s, bare and of one sheet", async (kind) => {
    expect(gridOf(await readBook(written(kind as BookType)))).toEqual([
      ["Name", "Phone", "Sum", "Yes"],
      ["Anna", "48512345678", "0.125", "TRUE"],
      ["Zoe & Co", "34612345678", "-1234.5", "FALSE"],
      ["", "+447400123456", "12345"],
    ]);
  });

  it("a text that changes between narrow and wide letters where it is continued", async () => {
    const strings = record(0xfc, [...u32(2), ...u32(2), ...u16(6), 0, ...letters("abc")]);
    const rest = record(0x3c, [1, ...u16(0x434, 0x435, 0x436), ...u16(2), 8, ...u16(1), ...letters("Hi"), 0, 0, 0, 0]);
    const book = await readBook(stream([strings, rest], [shared(0, 0, 0), shared(0, 1, 1), shared(1, 0, 7)]));
    expect(gridOf(book)).toEqual([["abcдеж", "Hi"]]);
  });

  it("cells in any order, and charts within a sheet", async () => {
    const chart = [begin, label(0, 0, "of a chart"), end];
    const cells = [label(5, 1, "late"), rk(2, 0, 42), ...chart, label(0, 3, "first"), label(2, 0, "last word")];
    const shown = cellsIn(await readBook(stream([], cells))).map(({ row, column, shown }) => [row, column, shown]);
    expect(shown).toEqual([
      [1, 3, "first"],
      [3, 0, "last word"],
      [6, 1, "late"],
    ]);
  });

  it("what lies covered by a merged cell is not shown", async () => {
    const merged = record(0xe5, u16(2, 0, 2, 0, 1, 4, 5, 3, 3));
    const cells = [label(0, 0, "first"), label(0, 1, "x"), label(0, 2, "b"), label(1, 0, "x"), label(4, 3, "c")];
    expect(gridOf(await readBook(stream([], [...cells, label(5, 2, "d"), label(5, 3, "x"), merged])))).toEqual([
      ["first", "", "b"],
      [],
      [],
      [],
      ["", "", "", "c"],
      ["", "", "d"],
    ]);
  });

  it("results kept with formulas: numbers, texts, errors, yes and no", async () => {
    const formula = (row: number, result: readonly number[]): Uint8Array =>
      record(0x06, [...u16(row, 0, 0), ...result]);
    const special = (kind: number, value: number): number[] => [kind, 0, value, 0, 0, 0, 0xff, 0xff];
    const text = record(0x207, [...u16(4), 0, ...letters("made")]);
    const number = [...new Uint8Array(new Float64Array([2.5]).buffer)];
    const sheet = [
      formula(0, number),
      formula(1, special(0, 0)),
      text,
      formula(2, special(1, 1)),
      formula(3, special(2, 0x2a)),
      formula(4, special(3, 0)),
    ];
    expect(gridOf(await readBook(stream([], sheet)))).toEqual([["2.5"], ["made"], ["TRUE"], ["#N/A"]]);
  });

  it("a sheet that is not finished, a text that is cut and a place outside are damaged, never half a table", async () => {
    const whole = stream([], [label(0, 0, "Phone"), label(1, 0, "+380671234567")]);
    expect(await refusalOf(whole)).toBe("read");
    for (let length = 8; length < whole.length; length++) {
      expect(await refusalOf(whole.slice(0, length))).toMatch(/^file\.(unreadable|empty)$/);
    }
    expect(await refusalOf(stream([record(0xfc, [...u32(1), ...u32(9), ...u16(3), 0, 65])], []))).toBe(
      "file.unreadable",
    );
  });

  it("sheets that all lie in one place are read until it is clear what they are for", async () => {
    const sheet = Array.from({ length: 200 }, (_, at) => label(at, 0, "x".repeat(200)));
    const one = stream([], sheet);
    const place = one.slice(begin.length, one.indexOf(end[0] ?? 0, begin.length));
    const many = stream(
      Array.from({ length: 1_500 }, () => record(0x85, place.slice(4, 15))),
      sheet,
    );
    expect(await refusalOf(many)).toMatch(/^file\.(unreadable|hostile)$/);
  });

  it("a container whose chains loop, or that lies about sizes, is damaged", async () => {
    const whole = fixture("customers.xls");
    const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer);
    const looped = whole.slice();
    const fatSector = view(looped).getUint32(76, true);
    for (let at = 0; at < 128; at++) view(looped).setUint32((fatSector + 1) * 512 + at * 4, at, true);
    expect(await refusalOf(looped)).toBe("file.unreadable");
    const large = whole.slice();
    const directory = (view(large).getUint32(48, true) + 1) * 512;
    for (let at = directory; at < directory + 512; at += 128) view(large).setUint32(at + 120, 0x7fff_ffff, true);
    expect(await refusalOf(large)).toBe("file.unreadable");
  });

  it("a document of another program in the same container", async () => {
    const container = (name: string): Uint8Array => {
      const file = CFB.utils.cfb_new();
      CFB.utils.cfb_add(file, `/${name}`, new Uint8Array(5_000));
      return new Uint8Array(CFB.write(file, { type: "buffer" }) as Uint8Array);
    };
    expect(await refusalOf(container("WordDocument"))).toBe("file.not-a-table");
    expect(await refusalOf(container("Something"))).toBe("file.kind-unknown");
  });

  it("a workbook that lies within a document, or within another workbook, is not the list", async () => {
    const container = (streams: Readonly<Record<string, Uint8Array>>): Uint8Array => {
      const file = CFB.utils.cfb_new();
      for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, name, content);
      return new Uint8Array(CFB.write(file, { type: "buffer" }) as Uint8Array);
    };
    const [inner, outer] = ["inner", "outer"].map((word) => stream([], [label(0, 0, word)]));
    const embedded = { "/ObjectPool/_1/Workbook": inner!, "/WordDocument": new Uint8Array(5_000) };
    expect(await refusalOf(container(embedded))).toBe("file.not-a-table");
    expect(gridOf(await readBook(container({ "/MBD1/Workbook": inner!, "/Workbook": outer! })))).toEqual([["outer"]]);
  });

  it.each([
    [1_253, "Γιώργος", [0xc3, 0xe9, 0xfe, 0xf1, 0xe3, 0xef, 0xf2]],
    [1_254, "Ayşe Işık", [0x41, 0x79, 0xfe, 0x65, 0x20, 0x49, 0xfe, 0xfd, 0x6b]],
    [1_257, "Jānis", [0x4a, 0xe2, 0x6e, 0x69, 0x73]],
    [10_000, "José", [0x4a, 0x6f, 0x73, 0x8e]],
    [936, "王", [0xcd, 0xf5]],
    [32_769, "José", [0x4a, 0x6f, 0x73, 0xe9]],
  ])("a text of Excel 95 in code page %i is %s", async (page, name, bytes) => {
    const old = record(0x0809, u16(0x0500, 5, 0, 0));
    const globals = [old, record(0x42, u16(page))];
    const place = (at: number): Uint8Array => record(0x85, [...u32(at), 0, 0, 3, ...letters("One")]);
    const at = [...globals, place(0), end].reduce((sum, piece) => sum + piece.length, 0);
    const cell = record(0x204, [...u16(0, 0, 0, bytes.length), ...bytes]);
    expect(gridOf(await readBook(Buffer.concat([...globals, place(at), end, old, cell, end])))).toEqual([[name]]);
  });

  it.each(["locked.xlsx", "locked.xls", "locked.ods"])("%s has a password and says so", async (name) => {
    expect(await refusalOf(fixture(name))).toBe("file.locked");
  });

  it("the list of an old workbook is the list of the new one", async () => {
    const numbers = async (name: string): Promise<string[]> =>
      (await (await openList(fixture(name))).engine.people(0)).numbers;
    expect(await numbers("customers.xls")).toEqual(await numbers("customers.xlsx"));
  });
});
