import * as fc from "fast-check";
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { CountryCode } from "../../../../../shared/recipients/phone-country.ts";
import { readThoroughly, type PhoneReading } from "../../../../../shared/recipients/phone-number.ts";
import type { ColumnRole } from "../../../../../shared/recipients/reading.ts";
import { makeWorkbook } from "../make-workbook.ts";
import { openList } from "../open-list.ts";

type Cell = { text: string; kind: "text" | "number" };

const written = getCountries().flatMap((country) => {
  const number = getExampleNumber(country, examples);
  if (number === undefined) return [];
  const digits = number.number.slice(1);
  return [digits, number.number, `00${digits}`, number.formatNational(), number.formatInternational(), `${digits}.0`];
});

/** Cells of a phone column: clean, as people write them, nearly right, blank, and hostile. */
const phoneText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...written) },
  { weight: 2, arbitrary: fc.constantFrom("380671234567", "+38 (067) 123-45-67", "067 123 45 67", "050-123-45-67") },
  { weight: 2, arbitrary: fc.constantFrom("", " ", "\t", "-", "+", '""', '"', "\u00a0") },
  { weight: 2, arbitrary: fc.constantFrom("3,80501E+11", "01.05.2026", "1234.56", "8 926 123-45-67", "2015593843") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "Олена",
      "x067x",
      "067123456о",
      '067 "Viber" 1234567',
      "067\n1234567",
      "０６７１２３４５６７",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom(...Array.from("0123456789")), minLength: 8, maxLength: 16 }),
  },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom(...Array.from('0123456789 +-()./,"\u00a0\u200b')), maxLength: 22 }),
  },
);
const country = fc.constantFrom<CountryCode>("UA", "US", "RU", "DE", "PL", "KZ", "IT", "EG");
const lists = fc.array(fc.tuple(phoneText, phoneText), { minLength: 1, maxLength: 25 });
const roles: ColumnRole[] = [
  { kind: "phone", order: 1 },
  { kind: "phone", order: 0 },
  { kind: "field", name: "Note" },
];

/** What the careful reading says of a row: its first valid phone, otherwise what comes nearest to one. */
function carefully(cells: readonly Cell[], country: CountryCode): Pick<PhoneReading, "verdict" | "digits"> {
  const ranks = ["empty", "invalid", "to-decide"];
  const readings = cells.map(({ text, kind }) => readThoroughly(text, kind, { country, answers: {} }));
  const valid = readings.find(({ digits }) => digits !== null);
  const best = readings.reduce((one, other) =>
    ranks.indexOf(other.verdict) > ranks.indexOf(one.verdict) ? other : one,
  );
  const { verdict, digits } = valid ?? best;
  return { verdict, digits };
}

async function judged(bytes: Uint8Array, country: CountryCode) {
  const reading = { headerRow: 1, delimiter: ";" as const, encoding: "utf-8", defaultCountry: country, columns: roles };
  const { engine } = await openList(bytes, { reading });
  const { rows } = await engine.rows({ filter: "all", search: "", offset: 0, limit: 500 });
  // A repetition has its row's own number all the same.
  return rows.map(({ verdict, digits }) => ({ verdict: verdict === "duplicate" ? "repeated" : verdict, digits }));
}

function expected(rows: readonly (readonly [Cell, Cell])[], country: CountryCode) {
  const seen = new Set<string>();
  return rows.map(([second, first]) => {
    const { verdict, digits } = carefully([first, second], country);
    const repeated = digits !== null && seen.has(digits);
    if (digits !== null) seen.add(digits);
    return { verdict: repeated ? "repeated" : verdict, digits };
  });
}

describe("the verdicts of a list", () => {
  it("of text are what the careful reading says of its cells, row by row", async () => {
    await fc.assert(
      fc.asyncProperty(lists, country, fc.boolean(), async (phones, country, quotes) => {
        const table = [["A", "B", "Note"], ...phones.map(([second, first], row) => [second, first, `row ${row}`])];
        const bytes = new TextEncoder().encode(Papa.unparse(table, { delimiter: ";", quotes }));
        const plain = (text: string): Cell => ({ text: text.trim(), kind: "text" });
        const cells = phones.map(([second, first]) => [plain(second), plain(first)] as const);
        expect(await judged(bytes, country)).toEqual(expected(cells, country));
      }),
      { numRuns: 400 },
    );
  });

  it("of a workbook are what the careful reading says of its texts and numbers", async () => {
    const number = fc.oneof(fc.constantFrom(...written.map(Number).filter(Number.isSafeInteger)), fc.nat(1e12));
    const cell = fc.oneof(
      phoneText
        .filter((text) => /^[\p{L}\p{N}\p{P}\p{Zs}+]*$/u.test(text))
        .map((text): Cell => ({ text: text.trim(), kind: "text" })),
      number.map((value): Cell => ({ text: String(value), kind: "number" })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 25 }),
        country,
        async (rows, country) => {
          const xml = ({ text, kind }: Cell): string =>
            kind === "number"
              ? `<c><v>${text}</v></c>`
              : `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
          const body = rows.map(([second, first], row) => {
            const note = xml({ text: `row ${row}`, kind: "text" });
            return `<row>${xml(second)}${xml(first)}${note}</row>`;
          });
          const heading = ["A", "B", "Note"].map((text) => xml({ text, kind: "text" }));
          const bytes = makeWorkbook(`<row>${heading.join("")}</row>${body.join("")}`);
          expect(await judged(bytes, country)).toEqual(expected(rows, country));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("of a day in a phone column says that it is one, and shows it as the workbook does", async () => {
    const styles = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>';
    const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = `<row>${text("Phone")}${text("Name")}</row><row><c s="1"><v>45659</v></c>${text("Olena")}</row><row><c><v>45659</v></c></row>`;
    const { engine } = await openList(makeWorkbook(rows, { styles }), {
      locale: "uk-UA",
      reading: {
        headerRow: 1,
        columns: [
          { kind: "phone", order: 0 },
          { kind: "field", name: "Name" },
        ],
      },
    });
    const seen = await engine.rows({ filter: "invalid", search: "", offset: 0, limit: 9 });
    expect(seen.rows.map(({ phone, cells, reasons }) => [phone, cells[0], reasons[0]?.code])).toEqual([
      ["02.01.2025", "02.01.2025", "date"],
      ["45659", "45659", "too-short"],
    ]);
  });
});
