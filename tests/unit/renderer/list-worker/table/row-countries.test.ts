import * as fc from "fast-check";
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { ListEngine } from "../../../../../renderer/list-worker/list-engine.ts";
import type { Understood } from "../../../../../renderer/list-worker/protocol.ts";
import type { ColumnRole, ReadingSettings } from "../../../../../shared/recipients/reading.ts";
import { makeWorkbook } from "../make-workbook.ts";
import { openList, sourceOf } from "../open-list.ts";
import { csvOf, digitsOf, seen } from "./seen-rows.ts";

/** The letter of the column that names countries, null where none does. */
const countryColumnOf = ({ columns, countries }: Understood): string | null =>
  countries === null ? null : (columns[countries.column]?.letter ?? null);

/** A list of people in Ukraine and elsewhere, each number as it is dialled at home. */
const mixed = [
  ["Name", "Country", "Phone"],
  ["Jan", "Poland", "501 234 567"],
  ["Ola", "Польща", "501234568"],
  ["Max", "DE", "0151 23456789"],
  ["Sam", "USA", "(202) 555-0143"],
  ["Kim", "UK", "07400 123456"],
  ["Olena", "Україна", "067 123 45 67"],
  ["Ihor", "", "050 123 45 67"],
  ["Zoya", "-", "0631234567"],
];

const mixedNumbers = [
  "48501234567",
  "48501234568",
  "4915123456789",
  "12025550143",
  "447400123456",
  "380671234567",
  "380501234567",
  "380631234567",
];

describe("a list with a column that names each row's country", () => {
  it("has each number read by the country of its row, and those of rows without one by the list's", async () => {
    const { engine, understood } = await openList(csvOf(mixed));
    expect(await digitsOf(engine)).toEqual(mixedNumbers);
    expect(understood.countries).toEqual({ column: 1, named: 6, empty: 2, unknown: 0, sample: null });
    expect(understood.reading.defaultCountry).toBe("UA");
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = mixed.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
    const { engine: workbook } = await openList(makeWorkbook(sheet));
    expect(await digitsOf(workbook)).toEqual(mixedNumbers);
  });

  it("keeps that column as a field of the message and of the people", async () => {
    const { engine } = await openList(csvOf(mixed));
    expect(await engine.fields()).toEqual(["Name", "Country"]);
    expect(await engine.preview("{Country}", 0)).toMatchObject({ text: "Poland" });
    const people = await engine.people(0);
    expect([people.columns, people.cells[1]?.slice(0, 3)]).toEqual([
      ["Name", "Country"],
      ["Poland", "Польща", "DE"],
    ]);
  });

  it("reads every mobile number of the world as it is dialled at home", async () => {
    const rows = getCountries().flatMap((country) => {
      const number = getExampleNumber(country, examples);
      const digits = number?.number.slice(1) ?? "";
      // The service takes no shorter ones.
      return number === undefined || digits.length < 9 ? [] : [{ country, digits, national: number.formatNational() }];
    });
    const english = new Intl.DisplayNames(["en"], { type: "region" });
    // "St. Martin" alone is written in both its parts.
    const nameOf = (country: string): string =>
      country === "MF" ? "Saint Martin (French part)" : (english.of(country) ?? "");
    for (const home of ["UA", "US", "DE"]) {
      const csv = csvOf([["Country", "Phone"], ...rows.map(({ country, national }) => [nameOf(country), national])]);
      const { engine } = await openList(csv, { systemCountry: home });
      const found = await seen(engine);
      const wrong = rows.flatMap(({ country, digits, national }, at) =>
        found[at]?.digits === digits ? [] : [[country, national, digits, found[at]]],
      );
      expect([home, wrong]).toEqual([home, []]);
    }
  });

  it("lets the country code of a number count more than its row, and says so", async () => {
    const { engine } = await openList(
      csvOf([
        ["Country", "Phone"],
        ["Poland", "+49 151 23456789"],
        ["Poland", "0049 151 23456780"],
        ["Poland", "+48 501 234 567"],
        ["Canada", "+1 202 555 0143"],
        ["Poland", "501234568"],
      ]),
    );
    expect(await seen(engine)).toEqual([
      { verdict: "repaired", digits: "4915123456789", reasons: ["signs-removed", "row-differs"] },
      { verdict: "repaired", digits: "4915123456780", reasons: ["prefix-removed", "row-differs"] },
      { verdict: "repaired", digits: "48501234567", reasons: ["signs-removed"] },
      { verdict: "repaired", digits: "12025550143", reasons: ["signs-removed"] },
      { verdict: "repaired", digits: "48501234568", reasons: ["country-added"] },
    ]);
  });
});

describe("a list whose column names no other country than the list's", () => {
  const phone = fc.oneof(
    fc.constantFrom("067 123 45 67", "+380671234567", "380671234567", "8 067 123 45 67", "+49 151 23456789", ""),
    fc.constantFrom("48512345678", "2015593843", "202-555-0143", "12", "none", "3,80501E+11", "0049 151 23456780"),
    fc.string({ unit: fc.constantFrom(...Array.from("0123456789 +-()")), maxLength: 16 }),
  );

  it("is read as the same list without it, but that no row is asked for the country it names", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(phone, { minLength: 1, maxLength: 20 }),
        fc.constantFrom("UA", "US", "PL"),
        async (phones, home) => {
          const reading: Partial<ReadingSettings> = { headerRow: 1, delimiter: ";", defaultCountry: home };
          const columns = (kind: "country" | "field"): Partial<ReadingSettings> => ({
            ...reading,
            columns: [
              { kind, name: "Country" },
              { kind: "phone", order: 0 },
            ],
          });
          const csv = csvOf([["Country", "Phone", "Name"], ...phones.map((cell) => [home, cell, "Anna"])]);
          const empty = csvOf([["Country", "Phone", "Name"], ...phones.map((cell) => ["", cell, "Anna"])]);
          const { engine: without } = await openList(csv, { reading: columns("field") });
          const { engine: named } = await openList(csv, { reading: columns("country") });
          const { engine: unnamed } = await openList(empty, { reading: columns("country") });
          const before = await seen(without);
          expect(await seen(unnamed)).toEqual(before);
          for (const { id } of (await without.state()).questions) {
            if (id.startsWith("with-plus")) continue;
            await without.applyEdit({ kind: "answer", question: id, choice: home });
          }
          const figures = (rows: typeof before) => rows.map(({ verdict, digits }) => [verdict, digits]);
          expect(figures(await seen(named))).toEqual(figures(await seen(without)));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("an edit of a list with a country for each row", () => {
  it("has the row read anew where its country is corrected, and again where that is taken back", async () => {
    const { engine } = await openList(csvOf(mixed));
    await engine.applyEdit({ kind: "cell", row: 8, column: 1, value: "Poland" });
    await engine.applyEdit({ kind: "cell", row: 8, column: 2, value: "501 234 569" });
    expect((await digitsOf(engine))[6]).toBe("48501234569");
    await engine.undoEdit();
    await engine.undoEdit();
    expect(await digitsOf(engine)).toEqual(mixedNumbers);
    await engine.redoEdit();
    expect((await seen(engine))[6]?.digits).not.toBe("380501234567");
  });

  it("reads a row typed by hand by its own country", async () => {
    const { engine } = await openList(csvOf(mixed));
    await engine.applyEdit({ kind: "add-row", values: ["Eva", "Poland", "501234570"] });
    expect((await digitsOf(engine)).at(-1)).toBe("48501234570");
  });

  it("is the same after the draft was closed and opened again", async () => {
    const { understood } = await openList(csvOf(mixed));
    const edits = [{ kind: "cell", row: 8, column: 1, value: "Germany" } as const];
    const { engine } = await openList(csvOf(mixed), { reading: understood.reading, edits });
    await engine.applyEdit({ kind: "cell", row: 8, column: 2, value: "0151 23456781" });
    expect((await digitsOf(engine))[6]).toBe("4915123456781");
  });
});

describe("the column that names countries", () => {
  const people = (heading: string, cells: readonly string[], phone = (row: number) => `50123456${row}`) =>
    csvOf([["Name", heading, "Phone"], ...cells.map((cell, row) => [`Anna ${row}`, cell, phone(row)])]);
  const columnOf = async (csv: string): Promise<string | null> => countryColumnOf((await openList(csv)).understood);

  it("is found by its heading in several languages, and by names alone where there is no heading", async () => {
    for (const heading of ["Country", "Країна", "Страна", "Land", "Kraj", "País", "Pays", "Country code"]) {
      expect([heading, await columnOf(people(heading, ["PL", "UA", "Poland", "", "Германия"]))]).toEqual([
        heading,
        "B",
      ]);
    }
    const bare = (cells: string[]) => csvOf(cells.map((cell, row) => [`Anna ${row}`, cell, `+4850123456${row}`]));
    expect(await columnOf(bare(["Poland", "Polska", "Poland", "Польща"]))).toBe("B");
    expect(await columnOf(bare(["Poland", "Poland", "Poland"]))).toBe("B");
  });

  it("is none that holds languages, states, currencies, sizes, names of people or where somebody travels", async () => {
    const states = ["CA", "GA", "PA", "DE", "IL"];
    for (const heading of ["Language", "Lang", "State", "Currency", "Мова", "Size", "Team"]) {
      expect([heading, await columnOf(people(heading, states))]).toEqual([heading, null]);
    }
    const bare = (cells: string[]) => csvOf(cells.map((cell, row) => [`Anna ${row}`, cell, `+4850123456${row}`]));
    expect(await columnOf(bare(states))).toBe(null);
    expect(await columnOf(bare(["Chad", "Jordan", "Olena", "India"]))).toBe(null);
    expect(await columnOf(people("Tour", ["Turkey", "Egypt", "Greece"]))).toBe(null);
    expect(await columnOf(people("Country", ["1", "7", "1", "48"], (row) => `+38050123456${row}`))).toBe(null);
    expect(await columnOf(people("Country code", ["48", "48", "380", "49"]))).toBe("B");
  });

  it("stays one where some numbers are those of another country: these are refused, and offered as what they could be", async () => {
    const phones = ["501234567", "0671234561", "0671234562", "501234568"];
    const csv = people("Country", ["Poland", "Poland", "Poland", "Poland"], (row) => phones[row] ?? "");
    const { engine } = await openList(csv, { reading: { defaultCountry: "UA" } });
    expect(await digitsOf(engine)).toEqual(["48501234567", null, null, "48501234568"]);
    const { rows } = await engine.rows({ filter: "invalid", search: "", offset: 0, limit: 9 });
    expect(rows.map(({ offered, reasons }) => [offered, reasons[0]])).toEqual([
      ["380671234561", { code: "too-long", params: { extra: 1, country: "PL" } }],
      ["380671234562", { code: "too-long", params: { extra: 1, country: "PL" } }],
    ]);
    await engine.applyEdit({ kind: "take-offered", ...(await engine.rowsAlike(3)) });
    expect(await digitsOf(engine)).toEqual(["48501234567", "380671234561", "380671234562", "48501234568"]);
  });

  it("is none whose numbers are those of another country", async () => {
    const atHome = (row: number) => `067123456${row}`;
    expect(await columnOf(people("Country", ["Turkey", "Egypt", "Turkey", "Greece"], atHome))).toBe(null);
    const { engine } = await openList(people("Country", ["Turkey", "Egypt", "Turkey", "Greece"], atHome));
    expect(await digitsOf(engine)).toEqual([0, 1, 2, 3].map((row) => `38067123456${row}`));
  });

  it("is one again in the next file with these headings", async () => {
    const csv = people("Where", ["Poland", "Ukraine"]);
    const { understood } = await openList(csv);
    expect(understood.countries).toBe(null);
    const columns: ColumnRole[] = [
      { kind: "field", name: "Name" },
      { kind: "country", name: "Where" },
      { kind: "phone", order: 0 },
    ];
    const remembered = [{ fingerprint: understood.matching.fingerprint ?? "", columns }];
    const engine = new ListEngine(() => {});
    const again = await engine.open({ ...sourceOf(csv), remembered });
    expect(again.ok && countryColumnOf(again.value)).toBe("B");
    expect(await digitsOf(engine)).toEqual(["48501234560", "380501234561"]);
  });

  it("may be filled for people abroad alone, who need not be among the rows looked at", async () => {
    const rows = Array.from({ length: 1500 }, (_, row) => ["", `0${670000000 + row}`]);
    rows[1207] = ["Poland", "501234567"];
    const { engine, understood } = await openList(csvOf([["Country", "Phone"], ...rows]));
    expect(understood.countries).toEqual({ column: 0, named: 1, empty: 1499, unknown: 0, sample: null });
    const page = await engine.rows({ filter: "all", search: "", offset: 1207, limit: 1 });
    expect(page.rows[0]?.digits).toBe("48501234567");
  });

  it("says where the numbers of the other rows are from, where nearly all name one country", async () => {
    const cells = [...Array.from({ length: 12 }, () => "Polska"), ""];
    const { understood } = await openList(people("Kraj", cells, (row) => String(501234500 + row)));
    expect(understood.reading.defaultCountry).toBe("PL");
    const few = await openList(people("Kraj", ["Polska", "", "", ""], (row) => `50123456${row}`));
    expect(few.understood.reading.defaultCountry).toBe("UA");
  });
});
