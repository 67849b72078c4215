import { expect, test } from "vitest";
import { matchingFields, openField } from "../../../../../renderer/features/message/field-completion.ts";
import { chipAround, chipBeside } from "../../../../../renderer/features/message/text-chips.ts";
import { textSpans } from "../../../../../renderer/features/message/text-spans.ts";

const fields = ["Name", "City", "Company name"];

test("a brace opens a field until it is closed, and a doubled one opens none", () => {
  expect(openField("Hi {na", 6)).toEqual({ start: 3, caret: 6, typed: "na" });
  expect(openField("Hi {{na", 7)).toBeNull();
  expect(openField("Hi {{{na", 8)).toEqual({ start: 5, caret: 8, typed: "na" });
  expect(openField("Hi {Name} you", 13)).toBeNull();
  expect(openField("Hi {Name|fr", 11)).toBeNull();
  expect(openField("Hi {\nna", 7)).toBeNull();
});

test("fields that begin as typed are offered before those that only contain it", () => {
  expect(matchingFields(fields, "NA")).toEqual(["Name", "Company name"]);
  expect(matchingFields(fields, "")).toEqual(fields);
});

test("a chip is found beside the caret and around it", () => {
  const text = "Hi {Name|friend}, {City}";
  expect(chipBeside(text, fields, 16, false)).toEqual({ start: 3, end: 16 });
  expect(chipBeside(text, fields, 3, true)).toEqual({ start: 3, end: 16 });
  expect(chipBeside(text, fields, 10, false)).toBeNull();
  expect(chipAround(text, fields, 10)).toEqual({ start: 3, end: 16 });
  expect(chipAround(text, fields, 17)).toBeNull();
});

test("what the editor draws is the text itself, cut into chips, marks and places with a problem", () => {
  const text = "Hi {Name}… Hеllo {Nmae} “x”";
  const spans = textSpans(text, fields, [{ start: 17, end: 23 }]);
  expect(spans.map((span) => span.text).join("")).toBe(text);
  expect(spans.filter(({ kind }) => kind !== "text").map(({ kind, text: drawn }) => [kind, drawn])).toEqual([
    ["field", "{Name}"],
    ["mark", "…"],
    ["mark", "е"],
    ["problem", "{Nmae}"],
    ["mark", "“"],
    ["mark", "”"],
  ]);
});
