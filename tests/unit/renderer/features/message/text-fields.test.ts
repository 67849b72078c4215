import { expect, test } from "vitest";
import { fieldsOfText, ownWords } from "../../../../../renderer/features/message/text-fields.ts";

const kinds = (text: string, known: Parameters<typeof fieldsOfText>[1]) =>
  fieldsOfText(text, known).problems.map(({ kind, field }) => [kind, field]);

test("a text of a list is judged by the columns of the list at once, without waiting for the counting", () => {
  const known = { listFields: ["Name"] };
  expect(fieldsOfText("Hi {Name}", known)).toEqual({ fields: ["Name"], problems: [] });
  expect(kinds("Hi {Nmae}", known)).toEqual([["unknown-field", "Nmae"]]);
});

test("while nobody knows the fields none is said to be missing, but a brace is missing all the same", () => {
  for (const known of [{ listFields: null }, { contactFields: null }]) {
    expect(kinds("Hi {Name}, {x", known)).toEqual([["unclosed", "{x"]]);
  }
});

test("fields of the Contact Book are offered by names that a text can hold, and found by them", () => {
  const contactFields = ["A|B", "{x}", "Name", "name", "{}"].map((name, index) => {
    return { id: String(index + 1), name, type: "text" as const };
  });
  const { fields } = fieldsOfText("", { contactFields });
  expect(fields).toEqual(["A B", "x", "Name", "name"]);
  expect(kinds(fields.map((field) => `{${field}}`).join(" "), { contactFields })).toEqual([]);
  expect(kinds("{A B|c}", { contactFields })).toEqual([["fallback", "A B"]]);
});

test("what stands before the fields are filled is the text without them, and one brace for two", () => {
  expect(ownWords("{{5}} {Name}, <Name>!", ["Name"])).toBe("{5} , !");
});
