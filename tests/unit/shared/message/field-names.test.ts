import { expect, test } from "vitest";
import { fieldNameOf, fieldNames } from "../../../../shared/message/field-names.ts";

test("a heading becomes a name that can be written in a template", () => {
  expect(fieldNameOf("  Price\r\n{USD|EUR} ")).toBe("Price USD EUR");
  expect(fieldNameOf("{}")).toBe("");
});

test("names are found exactly first, then in any case, and an empty one never", () => {
  const names = fieldNames(["", "Name", "NAME", "Straße"]);
  expect(names.indexOf("NAME")).toBe(2);
  expect(names.indexOf(" name ")).toBe(1);
  expect(names.indexOf("")).toBe(-1);
});

test.each([
  ["Nmae", "Name"],
  ["Nam", "Name"],
  ["Імя", "Ім'я"],
  ["Order", "Order number"],
  ["Telephone", null],
])("for %j the closest name is %j", (typed, closest) => {
  expect(fieldNames(["Name", "Ім'я", "Order number"]).closest(typed)).toBe(closest);
});
