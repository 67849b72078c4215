import { describe, expect, it } from "vitest";
import { cellsOf, openList, refusalOf } from "../open-list.ts";
import { gridOf, readBook } from "../read-table.ts";

const u16 = (...values: readonly number[]): number[] => values.flatMap((value) => [value & 255, value >> 8]);
const record = (type: number, body: readonly number[]): number[] => [...u16(type, body.length), ...body];
const end = record(0x0a, []);
type Encode = (text: string) => readonly number[];
const label = (row: number, column: number, text: string, encode: Encode): number[] => {
  const bytes = encode(text);
  return record(0x204, [...u16(row, column, 0, bytes.length), ...bytes]);
};
const number = (row: number, column: number, value: number): number[] =>
  record(0x203, [...u16(row, column, 0), ...new Uint8Array(new Float64Array([value]).buffer)]);

const utf8: Encode = (text) => [...new TextEncoder().encode(text)];
const windows1251: Encode = (text) => {
  const decoder = new TextDecoder("windows-1251");
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Array.from(text, (sign) => table.get(sign) ?? 63);
};

const people: readonly (readonly [string, string | number])[] = [
  ["Ім'я", "Телефон"],
  ["Олена Коваленко", "+380 67 123-45-67"],
  ["Ігор Шевченко", 380_501_234_567],
];
const cells = (encode: Encode): number[] =>
  people.flatMap((line, row) =>
    line.flatMap((value, column) =>
      typeof value === "number" ? number(row, column, value) : label(row, column, value, encode),
    ),
  );

/** How beginnings of sheets are written: what the snippet that many shops' scripts have copied writes is the first. */
const beginnings = {
  "a script, which says no version": record(0x809, u16(0, 0x10, 0, 0)),
  "Excel 95": record(0x809, u16(0x500, 0x10, 0, 0)),
  "Excel 4": record(0x409, u16(0, 0x10, 0)),
  "Excel 3": record(0x209, u16(0, 0x10, 0)),
};

describe("an .xls of one sheet without a workbook around it", () => {
  it.each(Object.entries(beginnings))("is read when it begins as one of %s", async (_, beginning) => {
    const bytes = Uint8Array.from([...beginning, ...cells(windows1251), ...end]);
    const { engine, understood } = await openList(bytes);
    expect(understood.columns.map(({ heading, role }) => [heading, role.kind])).toEqual([
      ["Ім'я", "field"],
      ["Телефон", "phone"],
    ]);
    expect((await cellsOf(engine)).map(([name]) => name)).toEqual(["Олена Коваленко", "Ігор Шевченко"]);
    expect((await engine.people(0)).numbers).toEqual(["380671234567", "380501234567"]);
  });

  it("has its letters from what they spell where no code page is named, or that of Western Europe around others", async () => {
    const beginning = beginnings["a script, which says no version"];
    const read = async (encode: Encode, ...more: readonly number[]): Promise<string | undefined> =>
      gridOf(await readBook(Uint8Array.from([...beginning, ...more, ...cells(encode), ...end])))[1]?.[0];
    expect(await read(utf8)).toBe("Олена Коваленко");
    expect(await read(windows1251)).toBe("Олена Коваленко");
    expect(await read(windows1251, ...record(0x42, u16(1_252)))).toBe("Олена Коваленко");
    expect(await read(utf8, ...record(0x42, u16(1_252)))).toBe("Олена Коваленко");
    expect(await read(windows1251, ...record(0x42, u16(1_250)))).toBe("Îëĺíŕ Ęîâŕëĺíęî");
    const zoe: Encode = (text) => (text === "Олена Коваленко" ? [90, 111, 0xeb, 32, 77, 0xfc, 0xdf] : [63]);
    expect(await read(zoe, ...record(0x42, u16(1_252)))).toBe("Zoë Müß");
    const floor: Encode = (text) => (text === "Олена Коваленко" ? [50, 0xba] : [63]);
    expect(await read(floor, ...record(0x42, u16(1_252)))).toBe("2º");
  });

  it("is damaged where it is cut, and empty where nothing is in it", async () => {
    const whole = Uint8Array.from([...beginnings["Excel 95"], ...cells(utf8), ...end]);
    for (let length = 8; length < whole.length; length += 3) {
      expect(await refusalOf(whole.slice(0, length))).toBe("file.unreadable");
    }
    expect(await refusalOf(Uint8Array.from([...beginnings["Excel 95"], ...end]))).toBe("file.empty");
    // A workbook that names no sheets.
    expect(await refusalOf(Uint8Array.from([...record(0x809, u16(0x500, 5, 0, 0)), ...end]))).toBe("file.empty");
  });
});
