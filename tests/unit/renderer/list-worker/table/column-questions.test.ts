import { describe, expect, it } from "vitest";
import { openList } from "../open-list.ts";
import { csvOf, digitsOf, seen } from "./seen-rows.ts";

describe("questions about a column of phones", () => {
  it("are not asked of rows that name their country, and are of the others", async () => {
    const { engine } = await openList(
      csvOf([
        ["Country", "Phone"],
        ["USA", "2015593843"],
        ["Ukraine", "8 067 123 45 67"],
        ["Kazakhstan", "8 067 123 45 67"],
        ["", "8 067 123 45 68"],
      ]),
    );
    expect(await seen(engine)).toEqual([
      { verdict: "repaired", digits: "12015593843", reasons: ["reading-by-row", "country-added"] },
      { verdict: "repaired", digits: "380671234567", reasons: ["reading-by-row"] },
      { verdict: "invalid", digits: null, reasons: ["not-a-number-of"] },
      { verdict: "to-decide", digits: null, reasons: ["trunk-8"] },
    ]);
    const { questions } = await engine.state();
    expect(questions.map(({ id, people, home }) => [id, people, home])).toEqual([["trunk-8:UA-RU", 1, "UA"]]);
  });

  it("ask once about all numbers that do not exist in the country of their row", async () => {
    const { engine } = await openList(
      csvOf([
        ["Country", "Phone"],
        ["Poland", "380671234567"],
        ["Latvia", "380671234568"],
        ["Poland", "501234567"],
        ["Latvia", "20000001"],
      ]),
      { reading: { defaultCountry: "PL" } },
    );
    const { questions } = await engine.state();
    expect(questions).toMatchObject([
      { id: "with-plus:row", kind: "with-plus", people: 2, home: null, sample: "380671234567" },
    ]);
    expect(questions[0]?.choices.map(({ id, country, result }) => [id, country, result])).toEqual([
      ["international", "UA", "380671234567"],
      ["none", "001", ""],
    ]);
    await engine.applyEdit({ kind: "answer", question: "with-plus:row", choice: "international" });
    expect(await digitsOf(engine)).toEqual(["380671234567", "380671234568", "48501234567", "37120000001"]);
  });

  it("ask whose numbers are those beside a country that nobody knows, where they have no code of their own", async () => {
    const rows = [
      ["Country", "Phone"],
      ["Polnad", "0501234567"],
      ["Polnad", "+48 501 234 567"],
      ["Poland", "501234568"],
      ["Ukraine", "0671234567"],
      ["Ukraine", "380671234568"],
    ];
    const { engine, understood } = await openList(csvOf(rows));
    expect(understood.countries).toEqual({ column: 0, named: 3, empty: 0, unknown: 2, sample: "Polnad" });
    const { questions } = await engine.state();
    expect(questions).toMatchObject([
      { id: "row-country:UA", kind: "row-country", people: 1, home: "UA", named: "Polnad", sample: "0501234567" },
    ]);
    expect(questions[0]?.choices).toEqual([
      { id: "UA", country: "UA", result: "380501234567", proposed: true },
      { id: "none", country: "001", result: "", proposed: false },
    ]);
    const others = ["48501234567", "48501234568", "380671234567", "380671234568"];
    expect(await digitsOf(engine)).toEqual([null, ...others]);
    await engine.applyEdit({ kind: "answer", question: "row-country:UA", choice: "UA" });
    expect(await digitsOf(engine)).toEqual(["380501234567", ...others]);
    await engine.undoEdit();
    await engine.applyEdit({ kind: "answer", question: "row-country:UA", choice: "none" });
    expect((await seen(engine))[0]).toEqual({ verdict: "invalid", digits: null, reasons: ["row-country"] });
    await engine.undoEdit();
    await engine.applyEdit({ kind: "replace", column: 0, find: "Polnad", by: "Poland", whole: true });
    expect((await seen(engine))[0]?.verdict).toBe("invalid");
    expect((await engine.state()).questions).toEqual([]);
  });
});

describe("a row with a country that nobody knows", () => {
  it("is told of that where its number does not exist, and not of a country it never named", async () => {
    const { engine } = await openList(
      csvOf([
        ["Country", "Phone"],
        ["NA", "081 123 4567"],
        ["Ukraine", "067 123 45 67"],
        ["Namibia", "081 123 4567"],
      ]),
    );
    expect(await seen(engine)).toEqual([
      { verdict: "invalid", digits: null, reasons: ["row-country"] },
      { verdict: "repaired", digits: "380671234567", reasons: ["trunk-replaced"] },
      { verdict: "repaired", digits: "264811234567", reasons: ["trunk-replaced"] },
    ]);
    expect((await engine.state()).questions).toEqual([]);
  });
});
