import * as fc from "fast-check";
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import { expect, test } from "vitest";
import { readText } from "../../../../../renderer/list-worker/text/read-text.ts";
import type { CellPlace, SourceTable } from "../../../../../renderer/list-worker/source/source-table.ts";
import type { CountryCode } from "../../../../../shared/recipients/phone-country.ts";
import { outcomes, PhoneShortCut } from "../../../../../shared/recipients/phone-short-cut.ts";
import { guessedReading } from "../../../../../shared/recipients/reading.ts";

const as = { ready: outcomes.ready, repaired: outcomes.repaired };
const place: CellPlace = { bytes: new Uint8Array(0), start: 0, end: 0, number: 0 };

function tableOf(text: string): SourceTable {
  return readText(new TextEncoder().encode(text), { ...guessedReading, delimiter: ";" }, () => {}).table;
}

/** What the short cut says of a cell, one by one. */
function oneByOne(table: SourceTable, row: number, column: number, short: PhoneShortCut) {
  const form = table.locate(row, column, place);
  const outcome = form === "bytes" ? short.readBytes(place.bytes, place.start, place.end) : outcomes.unclear;
  return { row, outcome, number: short.number };
}

/** What is read at once of these rows; with what the short cut says of the same ones. */
function readAtOnce(table: SourceTable, rows: Uint32Array, column: number, country: CountryCode) {
  const short = new PhoneShortCut(country);
  const plan = short.plainPlan();
  if (plan === null) return { at: [], one: [] };
  // The patterns are worked out as far as somebody has asked for them.
  for (const row of rows) oneByOne(table, row, column, short);
  const found = table.plainPhones?.(rows, column, plan, as);
  if (!found) throw new Error("The stretch is too large");
  const unclear = new Set(found.unclear);
  const places = [...rows.keys()].filter((index) => !unclear.has(index));
  return {
    at: places.map((index) => ({
      row: rows[index] ?? 0,
      outcome: found.verdicts[index],
      number: found.numbers[index] ?? 0,
    })),
    one: places.map((index) => oneByOne(table, rows[index] ?? 0, column, short)),
  };
}

const writings = getCountries().flatMap((country) => {
  const number = getExampleNumber(country, examples);
  if (number === undefined) return [];
  const digits = number.number.slice(1);
  const [national, international] = [number.formatNational(), number.formatInternational()];
  const plain = [digits, `+${digits}`, `00${digits}`, number.nationalNumber, `0${number.nationalNumber}`];
  const spelled = [national, international, international.replaceAll(" ", "-"), `(0)${digits}`];
  return [{ country, cells: [...plain, ...spelled, `${digits}.0`, ` ${digits}\t`, `${digits}1`, digits.slice(1)] }];
});

const signs = Array.from("0123456789 +-()./,xE:'\t\u00a0\u200b７о*#");
const cellOf = (cells: readonly string[]): fc.Arbitrary<string> => {
  const nearly = fc
    .tuple(fc.constantFrom(...cells), fc.nat(), fc.constantFrom("", ...signs, "00", ".0", "(0)"), fc.nat({ max: 2 }))
    .map(([cell, at, put, out]) => {
      const where = at % (cell.length + 1);
      return cell.slice(0, where) + put + cell.slice(where + out);
    });
  const hostile = fc.string({ unit: fc.constantFrom(...signs), maxLength: 28 });
  const digits = fc.string({ unit: fc.constantFrom(...Array.from("0123456789")), minLength: 8, maxLength: 20 });
  return fc.oneof(fc.constantFrom(...cells), nearly, nearly, hostile, digits);
};

test("phones read at once are what the short cut says of each, for every country's numbers however written", () => {
  const different: unknown[] = [];
  const understood = new Set<CountryCode>();
  for (const { country, cells } of writings) {
    for (const home of [country, "UA", "RU", "DE", "PL", "KZ", "GB"] as const) {
      const table = tableOf(`Name;Phone\n${cells.map((cell) => `a;${cell}\n`).join("")}`);
      const { at, one } = readAtOnce(
        table,
        Uint32Array.from(cells.keys(), (row) => row + 1),
        1,
        home,
      );
      if (at.length > 0) understood.add(country);
      if (JSON.stringify(at) !== JSON.stringify(one)) different.push({ country, home, at, one });
    }
  }
  expect(different).toEqual([]);
  expect(understood.size).toBeGreaterThan(120);
});

test("the same holds for cells that are nearly numbers, in whatever quotes, columns and lines they stand", () => {
  const row = (cells: readonly string[]) =>
    fc.record({
      cell: cellOf(cells),
      quotes: fc.constantFrom("", "", '"', ' "'),
      end: fc.constantFrom("\n", "\r\n", "\r", "\n\n"),
      isShort: fc.boolean(),
    });
  const list = fc
    .constantFrom(...writings)
    .chain(({ country, cells }) =>
      fc.record({ country: fc.constant(country), rows: fc.array(row(cells), { maxLength: 40 }) }),
    );
  let understood = 0;
  fc.assert(
    fc.property(list, fc.nat({ max: 2 }), fc.boolean(), ({ country, rows }, column, hasHeading) => {
      const before = "x;".repeat(column);
      const lines = rows.map(({ cell, quotes, end, isShort }) => {
        const written = quotes === "" ? cell : `${quotes}${cell}${quotes.trim()} `;
        return `${isShort && column > 0 ? "x" : before + written}${end}`;
      });
      const table = tableOf(`${hasHeading ? `${before}phone;y\n` : ""}${lines.join("")}x;x;x;x`);
      const filled = table.filledRows();
      const { at, one } = readAtOnce(table, filled.subarray(hasHeading ? 1 : 0), column, country);
      understood += at.length;
      expect([country, at]).toEqual([country, one]);
    }),
    { numRuns: 2_000 },
  );
  expect(understood).toBeGreaterThan(2_000);
});

test("a stretch that has no room in the kernel is left to be read row by row", () => {
  const wide = tableOf(`x;0671234567\n${"y".repeat(300_000)};0671234567\n`);
  const plan = new PhoneShortCut("UA").plainPlan();
  if (plan === null) throw new Error("UA has a plain plan");
  expect(wide.plainPhones?.(Uint32Array.of(0, 1), 1, plan, as)).toBeNull();
  expect(wide.plainPhones?.(new Uint32Array(0), 1, plan, as)).toBeNull();
  expect(wide.plainPhones?.(Uint32Array.of(0), 1, plan, as)).not.toBeNull();
});
