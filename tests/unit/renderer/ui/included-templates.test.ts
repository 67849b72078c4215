import { describe, expect, test } from "vitest";
import { includedTemplates as english } from "../../../../renderer/i18n/en/included-templates.ts";
import { includedTemplates as russian } from "../../../../renderer/i18n/ru/included-templates.ts";
import { includedTemplates as ukrainian } from "../../../../renderer/i18n/uk/included-templates.ts";
import { searchTemplates } from "../../../../renderer/ui/included-templates.ts";
import { matchFields } from "../../../../shared/message/match-fields.ts";
import { askedAnswer } from "../../../../shared/message/opt-out.ts";
import { countParts } from "../../../../shared/message/parts.ts";
import { compileTemplate, parseTemplate, renderMessage } from "../../../../shared/message/template.ts";

const columns = ["First name", "Order no.", "Date", "Time", "Amount"];
const cells = ["Oleksandra", "10482", "12.12.2026", "14:30", "1 250,00"];

describe.each([
  ["English", english, "gsm7", 1],
  ["Ukrainian", ukrainian, "ucs2", 2],
  ["Russian", russian, "ucs2", 2],
] as const)("the included templates in %s", (_language, words, encoding, parts) => {
  const texts = Object.entries<string>(words).filter(([key]) => key.startsWith("text."));

  test("are six", () => {
    expect(texts).toHaveLength(6);
  });

  test.each(texts)("%s finds its columns, and is as short as a text can be", (_key, text) => {
    const compiled = compileTemplate(parseTemplate(matchFields(text, columns)), columns);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    const count = countParts(renderMessage(compiled.value, (column) => cells[column] ?? ""));
    expect(count.encoding).toBe(encoding);
    expect(count.parts).toBeLessThanOrEqual(parts);
    expect(askedAnswer(text)).toBeNull();
    // Nobody is greeted with a gap.
    expect(text).not.toMatch(/\{(?:Name|Ім’я|Имя)\}/);
  });
});

test("templates are found by any words of their name and text", () => {
  const templates = [
    { name: "Sale", text: "20% off until Sunday" },
    { name: "Order ready", text: "Your order is ready" },
  ];
  expect(searchTemplates(templates, "sunday SALE")).toEqual([templates[0]]);
  expect(searchTemplates(templates, " ")).toEqual(templates);
  expect(searchTemplates(templates, "sale ready")).toEqual([]);
});
