import { describe, expect, test } from "vitest";
import { english } from "../../../../renderer/i18n/en/english.ts";
import { russian } from "../../../../renderer/i18n/ru/russian.ts";
import { ukrainian } from "../../../../renderer/i18n/uk/ukrainian.ts";

type Words = Record<string, Record<string, string>>;

const sentences = (words: Words): string[] => Object.values(words).flatMap((keys) => Object.values(keys));

describe.each<[language: string, words: Words]>([
  ["Ukrainian", ukrainian],
  ["Russian", russian],
])("%s", (_, words) => {
  test('lets no word govern a length of time, which stands as "1 minute" does by itself', () => {
    const { draft = {}, ...others } = words;
    // A distance is put together from forms of its own.
    const { "when.in": _distance, ...ofDraft } = draft;
    const governed = /(?:через|за|на|протягом|в течение|тут|здесь|комп’ютері|компьютере) \{\{length\}\}/;
    expect(sentences({ ...others, ofDraft }).filter((sentence) => governed.test(sentence))).toEqual([]);
  });

  test("calls a step by its name", () => {
    const names = ["recipients", "message", "review", "send"].map((step) => words["draft"]?.[`step.${step}`]);
    const named = sentences(words).flatMap((sentence) =>
      [...sentence.matchAll(/(?:кро[кц]|шаг)[а-яії]* «([^»]+)»/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });
});

test.each(Object.entries<Words>({ english, ukrainian, russian }))(
  "%s groups the digits of every count of people",
  (_, words) => {
    const errors = Object.entries(words["errors"] ?? {}).filter(([, sentence]) => sentence.includes("{{people"));
    expect(errors.length).toBeGreaterThan(1);
    expect(errors.filter(([, sentence]) => !sentence.includes("{{people, number}}"))).toEqual([]);
  },
);
