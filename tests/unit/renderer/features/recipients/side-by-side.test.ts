import { expect, test } from "vitest";
import { numbersBeside, tableBeside } from "../../../../../renderer/features/recipients/side-by-side.ts";
import type { ColumnView } from "../../../../../renderer/list-worker/protocol.ts";

/** Columns of these headings, those of phones with a star behind them. */
const columnsOf = (headings: string): ColumnView[] => {
  let order = 0;
  return headings.split("|").map((text, at) => ({
    letter: String.fromCharCode(65 + at),
    heading: text.replace("*", ""),
    role: text.endsWith("*") ? { kind: "phone", order: order++ } : { kind: "field", name: text },
    samples: [],
  }));
};
const beside = (headings: string): string =>
  tableBeside(columnsOf(headings))
    .map(({ letter }) => letter)
    .join("");

test("columns that repeat the headings of those before them are a second table", () => {
  expect(beside("Name|Phone*|City|Name|Phone*|City")).toBe("DEF");
  expect(beside("Name|Phone*|City||Name|Phone*|City")).toBe("EFG");
  expect(beside("№|Name|Phone*|Name|Phone*|Note")).toBe("DE");
  expect(beside("Phone*|Name|Phone*|Name")).toBe("CD");
});

test("a heading that alone stands twice, or a list of phones, is none", () => {
  expect(beside("Name|Phone*|City|Note")).toBe("");
  expect(beside("Phone*|Phone*|Phone*||Name|Name")).toBe("");
  expect(beside("Name|Phone*|City|Phone*|Note")).toBe("");
  expect(beside("Phone*|Phone*|Phone*|Phone*")).toBe("");
  expect(beside("|0671234567*||0501234567*".replaceAll(/\d+/g, ""))).toBe("");
});

test("numbers without a heading or anybody's name, several in a row, are people of whom only one is texted", () => {
  const numbers = (headings: string, sample = "0671234567"): string =>
    numbersBeside(columnsOf(headings).map((column) => ({ ...column, samples: [sample, ""] })))
      .map(({ letter }) => letter)
      .join("");
  expect(numbers("*|*|*")).toBe("BC");
  expect(numbers("*")).toBe("");
  expect(numbers("Phone*|Phone*")).toBe("");
  expect(numbers("*|*|", "Olena")).toBe("");
});
