import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCounter } from "../../../../shared/message/counter.ts";
import { marksOf } from "../../../../shared/message/encoding.ts";
import { latinStandards, written, type LatinStandard } from "../../../../shared/message/latin.ts";
import { hasMarks, lengthIn, measureOf, scriptIn } from "../../../../shared/message/measure.ts";
import { countParts } from "../../../../shared/message/parts.ts";
import { scriptOf } from "../../../../shared/message/script.ts";
import { compileTemplate, parseTemplate, renderMessage } from "../../../../shared/message/template.ts";
import { personOf } from "./person-of.ts";

const columns = ["Name", "City"];
/** What is hard to count: escapes, surrogates whole and halved, twins, joiners, spaces that are trimmed or not. */
const pieces = [
  "a",
  "é",
  "€",
  "[",
  "ж",
  "Олена",
  "😀",
  "\ud83d",
  "\ude00",
  "“",
  "’",
  "…",
  "Hе",
  "\u200d",
  "\u0301",
  "e\u0301",
  "и\u0306",
  " ",
  "\u00a0",
  "\u200b",
  "shop.ua",
  "shop.ua/осінь",
  "/",
  "?",
  "№",
  "`",
  "»",
  "https://крамниця.ua/",
  ".укр",
  "@",
  "'",
  ", ",
  ". ",
  "«",
  "\u200e",
  "Щ",
  "ий",
  "ł",
  "ç",
  "x".repeat(60),
  "я".repeat(33),
  "€".repeat(70),
];
const words = (most: number) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: most }).map((chosen) => chosen.join(""));
const field = fc
  .tuple(fc.constantFrom("Name", "City"), fc.option(words(3), { nil: null }))
  .map(([name, fallback]) => `{${name}${fallback === null ? "" : `|${fallback}`}}`);
/** Half of the texts keep their fields apart from their words, as people do. */
const text = fc
  .tuple(fc.array(fc.oneof(words(5), field), { maxLength: 7 }), fc.constantFrom("", " ", ", ", ". "))
  .map(([chosen, between]) => chosen.join(between));

describe("a message counted by the measures of its values", () => {
  test("costs what the rendered message costs, with and without Latin letters", () => {
    const latin = fc.option(fc.constantFrom<LatinStandard>(...latinStandards), { nil: null });
    fc.assert(
      fc.property(text, fc.tuple(words(8), words(8)), latin, (source, cells, standard) => {
        const compiled = compileTemplate(parseTemplate(source), columns);
        if (!compiled.ok) throw new Error(`this text has a problem: ${source}`);
        const rendered = written(
          renderMessage(compiled.value, (column) => cells[column] ?? ""),
          standard,
        );
        const { encoding, units, parts, overLimit } = countParts(rendered);
        const blank = rendered.trim() === "";
        const counted = createCounter(compiled.value, standard)(personOf(0, "380671234567", cells, standard));
        if (blank) expect(counted.blank).toBe(true);
        else expect(counted).toEqual({ encoding, units, parts, overLimit, blank });
      }),
      // Latin letters leave a space of this cell, and a message of a space is no message.
      {
        numRuns: 3000,
        examples: [
          ["{City}", ["", "\u200b \u200e"], "uk"],
          // A link of a cell goes on in the words after it, an address in those before it.
          ["{Name}!Купуйте", ["https://x.ua", ""], "uk"],
          ["{Name},{City}", ["https://x.ua", "Київ"], "uk"],
          ["«{Name}»", ["anna@x.ua", ""], "uk"],
        ],
      },
    );
  });

  test("reads a value no further where a border cannot fall into a pair or an escape", () => {
    const compiled = compileTemplate(parseTemplate("{Name}"), columns);
    if (!compiled.ok) throw new Error("this text has a problem");
    const count = createCounter(compiled.value);
    const unread = (value: string) => ({
      ...personOf(0, "380671234567", [value]),
      cell: () => {
        throw new Error("the cell was read");
      },
    });
    expect(count(unread("x".repeat(700))).parts).toBe(5);
    expect(count(unread("ж".repeat(150))).parts).toBe(3);
    expect(count(unread(`😀${"ж".repeat(100)}`)).parts).toBe(2);
    expect(() => count(unread("😀".repeat(67)))).toThrow("the cell was read");
  });
});

test("a measure holds a value's length, script and marks", () => {
  fc.assert(
    fc.property(words(8), (value) => {
      const measure = measureOf(value);
      expect(lengthIn(measure)).toBe(value.length);
      expect(scriptIn(measure)).toBe(scriptOf(value));
      expect(hasMarks(measure)).toBe(marksOf(value).length > 0);
    }),
    { numRuns: 1000 },
  );
  expect(measureOf("")).toBe(0);
});
