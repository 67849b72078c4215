import { expect, test } from "vitest";
import { isPlain, templateMarks, withoutMarks } from "../../../../shared/message/template-marks.ts";
import { parseTemplate, printTemplate } from "../../../../shared/message/template.ts";

test("marks are those of the text and the fallbacks, never those in the name of a field", () => {
  const template = parseTemplate("“{Ім’я|друг…}” – {{x}}");
  expect(templateMarks(template).map(({ char }) => char)).toEqual(["“", "…", "”", "–"]);
  expect(printTemplate(withoutMarks(template))).toBe('"{Ім’я|друг...}" - {{x}}');
});

test("a template is plain when its own words are, whatever its fields are called", () => {
  expect(isPlain(parseTemplate("Hi {Ім’я}"))).toBe(true);
  expect(isPlain(parseTemplate("Hi {Name|друже}"))).toBe(false);
  expect(isPlain(withoutMarks(parseTemplate("Hi… {Name}")))).toBe(true);
});
