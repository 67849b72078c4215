import { type BookType, read, utils, write, type WorkSheet } from "@e965/xlsx";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { exactDigits } from "../../../../../renderer/list-worker/source/cell-table.ts";
import { fixture } from "../open-list.ts";
import { cellsIn, readBook } from "../read-table.ts";

type Value = string | number | boolean | null;

/** Repeatable numbers from 0 to 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const words = [
  "Олена",
  "Zoë",
  "O'Neil",
  'ТОВ "Ромашка"',
  "two\nlines",
  "a & b < c",
  "👍🏽",
  "=1+1",
  "ß",
  "名前",
  "@",
  "0067",
];

/** Cells of every kind that two libraries can write. */
function table(seed: number): Value[][] {
  const next = random(seed);
  const value = (): Value => {
    const kind = Math.floor(next() * 8);
    if (kind === 0) return null;
    if (kind === 1) return 380_500_000_000 + Math.floor(next() * 1e9);
    if (kind === 2) return Number((next() * 10_000).toFixed(2));
    if (kind === 3) return next() * 10 ** Math.floor(next() * 20 - 10);
    if (kind === 4) return next() < 0.5;
    if (kind === 5) return -Math.floor(next() * 1e6);
    return `${words[Math.floor(next() * words.length)]} ${Math.floor(next() * 1e6)}`;
  };
  return Array.from({ length: 60 }, () => Array.from({ length: 8 }, value));
}

const bySheetJs = (rows: Value[][], bookType: BookType): Uint8Array =>
  new Uint8Array(write(utils.book_new(utils.aoa_to_sheet(rows), "One"), { type: "array", bookType }) as ArrayBuffer);
const byHucre = (rows: Value[][]): Promise<Uint8Array> => writeXlsx({ sheets: [{ name: "One", rows }] });

/** Number or text of a cell as we hold it, by its place ("3:0" is A3). */
async function ours(bytes: Uint8Array): Promise<Map<string, string>> {
  const cells = cellsIn(await readBook(bytes));
  return new Map(
    cells.map(({ row, column, exact, isNumber }) => [`${row}:${column}`, `${isNumber ? "n" : ""}${exact}`]),
  );
}

function valueText(value: unknown): string {
  if (typeof value === "number") return `n${exactDigits(value)}`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" ? value.trim() : "";
}

function placed(rows: readonly (readonly unknown[])[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [row, cells] of rows.entries()) {
    for (const [column, value] of cells.entries()) {
      const text = valueText(value);
      if (text !== "") found.set(`${row + 1}:${column}`, text);
    }
  }
  return found;
}

function readBySheetJs(bytes: Uint8Array): Map<string, string> {
  const book = read(bytes, { type: "array", dense: true, cellDates: false });
  const sheet: WorkSheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  const data = sheet["!data"] ?? [];
  return placed(Array.from(data, (row) => Array.from(row ?? [], (cell) => (cell?.t === "e" ? cell.w : cell?.v))));
}

async function readByHucre(bytes: Uint8Array): Promise<Map<string, string>> {
  const book = await readXlsx(bytes);
  return placed(book.sheets[0]?.rows ?? []);
}

/** Places of cells that two readers see differently; those in `except` (columns) are not compared. */
function differences(mine: Map<string, string>, theirs: Map<string, string>, except: readonly number[] = []): string[] {
  const places = new Set([...mine.keys(), ...theirs.keys()]);
  return [...places]
    .filter((place) => !except.includes(Number(place.split(":")[1])) && mine.get(place) !== theirs.get(place))
    .map((place) => `${place}: ours ${mine.get(place) ?? ""}, theirs ${theirs.get(place) ?? ""}`);
}

describe("cell by cell what two other libraries read", () => {
  it.each([1, 2, 3, 4, 5])("workbooks that two libraries wrote, seed %d", async (seed) => {
    const rows = table(seed);
    const expected = placed(rows);
    for (const bytes of [bySheetJs(rows, "xlsx"), bySheetJs(rows, "xlsm"), await byHucre(rows)]) {
      const mine = await ours(bytes);
      expect(differences(mine, expected)).toEqual([]);
      expect(differences(mine, readBySheetJs(bytes))).toEqual([]);
      expect(differences(mine, await readByHucre(bytes))).toEqual([]);
    }
  });

  it.each(["biff8", "ods", "xlml", "html"] as const)("%s that a library wrote", async (kind) => {
    const rows = table(77);
    const mine = await ours(bySheetJs(rows, kind));
    expect(differences(mine, placed(rows))).toEqual([]);
  });

  it.each(["customers.xlsx", "flower-shop.xlsx"])("%s, which LibreOffice wrote", async (name) => {
    const bytes = fixture(name);
    const mine = await ours(bytes);
    expect(mine.size).toBeGreaterThan(20);
    expect(differences(mine, readBySheetJs(bytes))).toEqual([]);
    // The other library makes dates of its own kind of column D.
    expect(differences(mine, await readByHucre(bytes), [3])).toEqual([]);
  });

  it.each(["customers.xls", "varied.xls"])(
    "%s, which LibreOffice wrote, as the one library that reads it does",
    async (name) => {
      const bytes = fixture(name);
      const theirs = readBySheetJs(bytes);
      const hidden = name === "varied.xls";
      const places = [...theirs.keys()].filter((place) => !hidden || !(place.startsWith("7:") || place.endsWith(":5")));
      const visible = new Map(places.map((place) => [place, theirs.get(place) ?? ""]));
      expect(differences(await ours(bytes), visible)).toEqual([]);
    },
  );
});
