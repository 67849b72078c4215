import { type BookType, utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { openList } from "../open-list.ts";

const cover = [["Customers 2026"], ["Made by", "Olha"], ["Pages", "3"]];
const prices = [
  ["Bouquet", "Price"],
  ["Roses", 450],
  ["Tulips", 300],
];
const people = [
  ["Name", "Phone"],
  ["Anna", "+380671234567"],
  ["Petro", "+380501234567"],
];

type Sheet = { name: string; cells: unknown[][]; hidden?: boolean };

function bookOf(bookType: BookType, sheets: Sheet[]): Uint8Array {
  const book = utils.book_new();
  for (const { name, cells } of sheets) utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
  book.Workbook = { Sheets: sheets.map(({ hidden = false }) => ({ Hidden: hidden ? 1 : 0 })) };
  return new Uint8Array(write(book, { type: "array", bookType }));
}

const sheets = [
  { name: "Info", cells: cover },
  { name: "Prices", cells: prices },
  { name: "People", cells: people },
];

describe.each(["xlsx", "xls", "ods"] as const)("a workbook as %s", (bookType) => {
  test("is opened on its first sheet with phones, and what was chosen is said", async () => {
    const { engine, understood } = await openList(bookOf(bookType, sheets));
    expect(understood.reading.sheet).toBe(2);
    expect((await engine.people(0)).numbers).toEqual(["380671234567", "380501234567"]);
    // With these very settings the draft is opened anew.
    expect((await openList(bookOf(bookType, sheets), { reading: understood.reading })).understood).toEqual(understood);
  });

  test("is opened on the sheet that was asked for, with phones or without", async () => {
    const { understood } = await openList(bookOf(bookType, sheets), { reading: { sheet: 1 } });
    expect(understood.reading.sheet).toBe(1);
  });
});

// The library that writes them hides no sheet of an ODS.
test.each(["xlsx", "xls"] as const)(
  "no hidden sheet of an %s is looked into: without phones it is opened on its first",
  async (bookType) => {
    const hidden = [sheets[0]!, sheets[1]!, { name: "Old", cells: people, hidden: true }];
    const { engine, understood } = await openList(bookOf(bookType, hidden));
    expect(understood.reading.sheet).toBe(0);
    expect((await engine.people(0)).numbers).toEqual([]);
  },
);
