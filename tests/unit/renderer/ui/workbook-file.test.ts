import { read } from "@e965/xlsx";
import { expect, test } from "vitest";
import { csvOfPages, type Cell } from "../../../../renderer/ui/spreadsheet-file.ts";
import { workbookOfPages } from "../../../../renderer/ui/workbook-file.ts";
import { gridOf, readBook } from "../list-worker/read-table.ts";

async function* pagesOf(...pages: Cell[][][]): AsyncGenerator<Cell[][], void, undefined> {
  yield* pages;
}

test("texts come out of a workbook as they went in, whatever they hold", async () => {
  const texts = ["<b>&amp;</b>", "a\nb", "_x0041_", "Олена 🌷", ' "quoted" ', "\u0001bell\u0001", "half \ud83c", "]]>"];
  const bytes = await workbookOfPages(
    "Q&A",
    pagesOf(
      [["Text"]],
      texts.map((text) => [text]),
    ),
  );
  const book = await readBook(bytes);
  expect(book.sheets[0]?.name).toBe("Q&A");
  const shown = ["<b>&amp;</b>", "a\nb", "_x0041_", "Олена 🌷", '"quoted"', "bell", "half \ufffd", "]]>"];
  expect(gridOf(book).flat()).toEqual(["Text", ...shown]);
  const sheet = read(bytes).Sheets["Q&A"];
  expect(shown.map((_, at) => sheet?.[`A${at + 2}`]?.v.trim())).toEqual(shown);
});

test("a cell and a sheet are no larger than Excel takes them", async () => {
  const bytes = await workbookOfPages("1", pagesOf([["=".repeat(40_000)]]));
  expect(read(bytes).Sheets["1"]?.["A1"].v).toBe(`'${"=".repeat(32_766)}`);
});

test("pages follow each other as one table, in a workbook and as CSV", async () => {
  const pages = Array.from({ length: 4 }, (_, page) =>
    Array.from({ length: 500 }, (__, row) => [`+38067${1_000_000 + page * 500 + row}`, row]),
  );
  const heading = [["Phone", "Row"]];
  const book = await readBook(await workbookOfPages("1", pagesOf(heading, ...pages, [])));
  const grid = gridOf(book);
  expect([grid.length, grid[0], grid[2_000]]).toEqual([2_001, ["Phone", "Row"], ["+380671001999", "499"]]);
  const csv = new TextDecoder().decode(await csvOfPages(pagesOf(heading, ...pages, [])));
  expect(csv.split("\r\n")).toEqual([...grid.map((row) => row.join(",").replace(/^\+\d+/, '"\'$&"')), ""]);
});
