import * as fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import type { ListEngine } from "../../../../../renderer/list-worker/list-engine.ts";
import { NumberSearch } from "../../../../../renderer/list-worker/table/number-search.ts";
import { guessedReading } from "../../../../../shared/recipients/reading.ts";
import { openList } from "../open-list.ts";
import { encode } from "../text/encode.ts";

const all = { filter: "all", offset: 0, limit: 500 } as const;

/** The numbers of the rows that are found, and of those whose cells, or digits, hold the words when they are made strings. */
async function foundAndHolding(engine: ListEngine, search: string): Promise<{ found: number[]; holding: number[] }> {
  const { rows } = await engine.rows({ ...all, search: "" });
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const digits = /^[\d\s+().-]+$/.test(search) ? search.replaceAll(/\D/g, "") : "";
  const holding = rows.filter(({ cells, digits: number }) => {
    const text = cells.join("\n").toLowerCase();
    return (digits.length >= 3 && number?.includes(digits) === true) || words.every((word) => text.includes(word));
  });
  const { rows: found } = await engine.rows({ ...all, search });
  return { found: found.map(({ row }) => row), holding: holding.map(({ row }) => row) };
}

/** Letters with twins outside ASCII, with two small forms, and whose small form has another length. */
const unicode = [
  "k",
  "K",
  "\u212a",
  "s",
  "ſ",
  "i",
  "İ",
  "ı",
  "ß",
  "ẞ",
  "σ",
  "ς",
  "Σ",
  "ж",
  "Ж",
  "å",
  "\u212b",
  "🌷",
  "1",
];
const windows = ["k", "K", "s", "i", "ж", "Ж", "і", "І", "1"];
const word = (unit: readonly string[]) => fc.string({ unit: fc.constantFrom(...unit), minLength: 1, maxLength: 3 });
const cell = (unit: readonly string[]) =>
  fc.array(word(unit), { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));

/** So many rows that a few odd signs make it no other kind of file. */
const plain = Array.from({ length: 40 }, (_, at) => `06712345${at + 10};Ann;Lviv`);
const columns = [
  { kind: "phone", order: 0 } as const,
  { kind: "field", name: "Name" } as const,
  { kind: "field", name: "City" } as const,
];

describe("a search finds exactly the rows whose cells hold all its words, whatever their case", () => {
  for (const [encoding, unit] of [
    ["utf-8", unicode],
    ["windows-1251", windows],
  ] as const) {
    test(`in bytes of ${encoding}`, async () => {
      const rows = fc.array(fc.tuple(cell(unit), cell(unit)), { minLength: 1, maxLength: 6 });
      const search = fc.array(word(unit), { minLength: 1, maxLength: 2 }).map((words) => words.join(" "));
      await fc.assert(
        fc.asyncProperty(rows, search, async (cells, sought) => {
          const lines = cells.map(([name, city], at) => `067765432${at};"${name}";${city}`);
          const text = `${["Phone;Name;City", ...plain, ...lines].join("\n")}\n`;
          const bytes = encoding === "utf-8" ? new TextEncoder().encode(text) : encode(text, encoding);
          const reading = { ...guessedReading, encoding, delimiter: ";", headerRow: 1, columns } as const;
          const { engine } = await openList(bytes, { reading: { ...reading, columns: [...columns] } });
          const { found, holding } = await foundAndHolding(engine, sought);
          expect(found).toEqual(holding);
        }),
        { numRuns: 300 },
      );
    });
  }

  test("in a workbook with texts, amounts, days and yes and no", async () => {
    const amounts = fc.integer({ min: 0, max: 99_999 }).map((hundredths) => hundredths / 100);
    const value = fc.oneof(
      cell(unicode),
      amounts,
      fc.boolean(),
      fc.date({ min: new Date("2020-01-01"), max: new Date("2026-12-31"), noInvalidDate: true }),
    );
    const search = fc.oneof(word(unicode), fc.constantFrom("1", "12", ".5", "true", "202", "/2", "e"));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 6 }),
        search,
        async (rows, sought) => {
          const sheet = [["Phone", "Name", "Paid"], ...rows.map((cells, at) => [`067765432${at}`, ...cells])];
          const bytes = await writeXlsx({ sheets: [{ name: "One", rows: sheet }] });
          const reading = { ...guessedReading, headerRow: 1, columns: [...columns] };
          const { engine } = await openList(bytes, { name: "list.xlsx", reading });
          const { found, holding } = await foundAndHolding(engine, sought);
          expect(found).toEqual(holding);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("in any of several cells, though the small form of its last letter depends on the place", async () => {
    const rows = [
      ["Phone", "Name", "City"],
      ["0677654321", "ΟΔΟΣ", "Lviv"],
    ];
    const { engine } = await openList(await writeXlsx({ sheets: [{ name: "One", rows }] }), { name: "list.xlsx" });
    expect((await foundAndHolding(engine, "οδος")).found).toEqual([2]);
    expect((await foundAndHolding(engine, "οδοσ")).found).toEqual([]);
  });

  test("in cells that were corrected, and no longer by what the file has there", async () => {
    const { engine } = await openList("Phone;Name\n0671234567;Olena\n0671234568;Taras\n");
    await engine.applyEdit({ kind: "cell", row: 2, column: 1, value: "Жанна" });
    expect((await foundAndHolding(engine, "ЖАН")).found).toEqual([2]);
    expect((await foundAndHolding(engine, "olena")).found).toEqual([]);
  });

  test("by the digits of the number that is texted, however the file writes it", async () => {
    const { engine } = await openList("Phone;Name\n(067) 123-45-67;Olena\n067 123 45 99;Taras\n");
    expect((await foundAndHolding(engine, "+380 67 123-45-67")).found).toEqual([2]);
    expect((await foundAndHolding(engine, "12345")).found).toEqual([2, 3]);
  });
});

test("digits are found in a number exactly where they stand in its writing", () => {
  const numbers = fc.oneof(
    fc.integer({ min: 1, max: 999_999_999_999_999 }),
    fc.integer({ min: 0, max: 9 }).map((digit) => 380_670_000_000 + digit),
  );
  const sought = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from("0123456789")), minLength: 1, maxLength: 5 }),
    fc.constantFrom("380", "00000"),
  );
  fc.assert(
    fc.property(numbers, sought, fc.nat(14), fc.integer({ min: 1, max: 15 }), (number, digits, from, length) => {
      const written = String(number);
      for (const wanted of [digits, written.slice(from, from + length) || "0"]) {
        expect(new NumberSearch(wanted).isIn(number)).toBe(written.includes(wanted));
      }
    }),
    { numRuns: 5_000 },
  );
  expect(new NumberSearch("0").isIn(0)).toBe(false);
});
