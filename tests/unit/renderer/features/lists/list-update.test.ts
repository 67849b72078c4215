import { expect, test } from "vitest";
import { changesOf } from "../../../../../renderer/features/lists/compared-columns.tsx";
import { outcomeOf } from "../../../../../renderer/features/lists/read-beside.ts";

test("what an update comes to is said before: 412 same, 7 changed, 38 new, 5 gone", () => {
  const found = { same: 412, changed: 7, added: 38, gone: 5, neverText: 0, columns: [], newColumns: [] };
  expect(outcomeOf(found, { added: true, changed: true, gone: false })).toEqual({ people: 462, touched: 45 });
  expect(outcomeOf(found, { added: false, changed: false, gone: true })).toEqual({ people: 419, touched: 5 });
  expect(outcomeOf(found, { added: false, changed: false, gone: false })).toEqual({ people: 424, touched: 0 });
});

test("only cells in which the spreadsheet says something else change", () => {
  const person = { number: "380671234567", before: ["Olena", "Kyiv", ""], after: ["Olena", "", "gold"] };
  expect(changesOf(person)).toEqual([{ column: 2, before: "", after: "gold" }]);
});
