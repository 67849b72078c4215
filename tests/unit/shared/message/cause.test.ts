import { expect, test } from "vitest";
import { createCauseFinder } from "../../../../shared/message/cause.ts";
import { createCounter } from "../../../../shared/message/counter.ts";
import { marksOf } from "../../../../shared/message/encoding.ts";
import { compileTemplate, parseTemplate } from "../../../../shared/message/template.ts";
import { personOf } from "./person-of.ts";

const columns = ["Name", "City"];

function causeOf(text: string, cells: readonly string[]) {
  const compiled = compileTemplate(parseTemplate(text), columns);
  if (!compiled.ok) throw new Error("the template of this test has a problem");
  const person = personOf(0, "380671234567", cells);
  return createCauseFinder(compiled.value, columns)(createCounter(compiled.value)(person), person).cause;
}

test("the field with the longest value is what makes a message longer", () => {
  const text = `${"x".repeat(140)}{Name}{City}`;
  expect(causeOf(text, ["Al", "Ivano-Frankivsk on the river"])).toEqual({ kind: "length", field: "City" });
  expect(causeOf(text, ["Al", "Kyiv"])).toEqual({ kind: "plain" });
});

test("letters of a value tell more than the marks of the text, and letters of the text more than either", () => {
  expect(causeOf("“{Name}”", ["Олена"])).toEqual({ kind: "field-script", field: "Name", script: "cyrillic" });
  expect(causeOf("“{Name}”", ["Olena"])).toEqual({ kind: "marks", marks: ["“", "”"] });
  expect(causeOf("“Добрий день, {Name}”", ["Οδυσσέας"])).toEqual({ kind: "script", script: "cyrillic" });
});

test("marks are listed once, in order", () => {
  expect(marksOf("…“a” – “b”ж")).toEqual(["…", "“", "”", "–"]);
});
