import { describe, expect, it } from "vitest";
import { type DecodeCell, cellDecoder } from "../../../../../renderer/list-worker/text/cell-decoder.ts";
import { scanCells } from "../../../../../renderer/list-worker/text/scanner.ts";
import { TextTable } from "../../../../../renderer/list-worker/text/text-table.ts";

/** A table and how many bytes of it at most were decoded at once. */
function tableOf(text: string): { table: TextTable; decoded: () => number } {
  const bytes = new TextEncoder().encode(text);
  const cells = scanCells(bytes, { delimiter: 59, from: 0, rows: 1e6, onProgress: () => {} });
  const decode = cellDecoder("utf-8");
  let longest = 0;
  const counted: DecodeCell = (all, start, end) => {
    longest = Math.max(longest, end - start);
    return decode(all, start, end);
  };
  return { table: new TextTable(bytes, cells, counted, "utf-8"), decoded: () => longest };
}

describe("a cell longer than any that is shown", () => {
  it.each([
    ["letters of one byte", "x"],
    ["letters of two bytes", "Ж"],
    ["signs of three bytes", "€"],
    ["signs of four bytes, of which half a one may end it", "🌷"],
  ])("of %s is cut before it is decoded", (_, sign) => {
    const long = sign.repeat(3_000_000 / sign.length);
    const { table, decoded } = tableOf(`Name;Note\nAnna;   ${long}\n`);
    expect(table.shown(1, 1)).toBe(long.slice(0, 32_767));
    expect(decoded()).toBeLessThan(200_000);
  });

  it("is cut behind the white space in front of it, and its quotes are halved", () => {
    const { table, decoded } = tableOf(`a;"${" ".repeat(20_000)}""${"x".repeat(100_000)}"\n`);
    expect(table.shown(0, 1)).toBe(`"${"x".repeat(32_766)}`);
    expect(decoded()).toBeLessThan(110_000);
  });

  it("is searched as far as anybody could read", () => {
    const { table, decoded } = tableOf(`Anna;${"x".repeat(9_000_000)}\n`);
    expect(table.searchText(0).startsWith("anna;xxx")).toBe(true);
    expect(decoded()).toBeLessThan(5_000_000);
  });
});

describe("the columns of a table", () => {
  it("are those that hold anything in any row, however late", () => {
    const { table } = tableOf(`a;;\n${";;\n".repeat(2_000)};;c;d\n`);
    expect([table.columns, table.fileColumn(1), table.fileColumn(2)]).toEqual([3, 2, 3]);
    expect([table.shown(2_001, 0), table.shown(2_001, 1), table.shown(2_001, 2)]).toEqual(["", "c", "d"]);
    expect(table.shown(0, 2)).toBe("");
  });
});
