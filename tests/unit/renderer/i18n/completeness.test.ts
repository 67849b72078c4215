import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { english } from "../../../../renderer/i18n/en/english.ts";
import { russian } from "../../../../renderer/i18n/ru/russian.ts";
import { ukrainian } from "../../../../renderer/i18n/uk/ukrainian.ts";

type Words = Record<string, Record<string, string>>;

const others: [language: string, words: Words][] = [
  ["Ukrainian", ukrainian],
  ["Russian", russian],
];
const pluralForm = /_(?:one|few|many|other)$/;

/** Names and signs that are the same in every language. */
const sameEverywhere = new Set(["app product"]);

/** Words between the variables; where there are none, there is nothing to translate. */
const hasWords = (text: string) => /[A-Za-z]{2}/.test(text.replaceAll(/\{\{.*?\}\}/g, ""));

const bases = (words: Record<string, string>) => new Set(Object.keys(words).map((key) => key.replace(pluralForm, "")));

const variables = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name = ""]) => name).sort();

describe.each(others)("%s", (language, words) => {
  test.each(Object.entries<Record<string, string>>(english))("has every key of %s and no other", (namespace, keys) => {
    expect([...bases(words[namespace] ?? {})].sort()).toEqual([...bases(keys)].sort());
  });

  test("has all four plural forms of each plural", () => {
    const missing = Object.entries<Record<string, string>>(english).flatMap(([namespace, keys]) =>
      Object.keys(keys)
        .filter((key) => key.endsWith("_other"))
        .flatMap((key) => ["_one", "_few", "_many", "_other"].map((form) => key.replace(/_other$/, form)))
        .filter((key) => words[namespace]?.[key] === undefined)
        .map((key) => `${namespace} ${key}`),
    );
    expect(missing, language).toEqual([]);
  });

  test("is translated wherever English has words", () => {
    const same = Object.entries<Record<string, string>>(english).flatMap(([namespace, keys]) =>
      Object.entries(keys)
        .filter(([key, text]) => words[namespace]?.[key] === text && hasWords(text))
        .map(([key]) => `${namespace} ${key}`)
        .filter((key) => !sameEverywhere.has(key)),
    );
    expect(same).toEqual([]);
  });

  test("fills the same gaps as English", () => {
    const different = Object.entries(words).flatMap(([namespace, keys]) =>
      Object.entries(keys).flatMap(([key, text]) => {
        const base = key.replace(pluralForm, "");
        const original = (english as Words)[namespace];
        // A form for one may name no number in English; in Ukrainian and Russian it also stands for 21 and 101.
        const model = original?.[`${base}_other`] ?? original?.[key] ?? "";
        return String(variables(text)) === String(variables(model)) ? [] : [`${namespace} ${key}`];
      }),
    );
    expect(different).toEqual([]);
  });
});

describe("the words of the shop", () => {
  const everything = [english as Words, ukrainian as Words, russian as Words].flatMap((words) =>
    Object.entries(words).flatMap(([namespace, keys]) =>
      Object.entries(keys).map(([key, text]): [string, string] => [`${namespace} ${key}`, text]),
    ),
  );
  test("never shout, beg or speak to programmers", () => {
    const wrong = everything.filter(
      ([, text]) =>
        text.includes("!") ||
        /\b(?:please|oops|payload|msisdn|entity|json|http|null|undefined)\b|будь ласка|пожалуйста/i.test(text),
    );
    expect(wrong).toEqual([]);
  });
});

describe("unused words", () => {
  const renderer = join(import.meta.dirname, "../../../../renderer");
  const sources = readdirSync(renderer, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("i18n"))
    .map((file) => readFileSync(join(renderer, file), "utf8"))
    .join("\n");
  const literals = new Set([...sources.matchAll(/"([^"\n]*)"/g)].map(([, text]) => text?.replace(/^\w+:/, "")));
  const patterns = [...sources.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)].map(
    ([, text = ""]) =>
      new RegExp(
        `^${text
          .replace(/^\w+:/, "")
          .split(/\$\{[^}]*\}/)
          .map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
          .join(".+")}$`,
      ),
  );
  const specific = patterns.filter((pattern) => /[a-z]{3,}(?:\\\.|-)/i.test(pattern.source));
  const isUsed = (key: string) => literals.has(key) || specific.some((pattern) => pattern.test(key));

  test.each(Object.entries<Record<string, string>>(english))("every key of %s is shown somewhere", (_, keys) => {
    expect([...bases(keys)].filter((key) => !isUsed(key))).toEqual([]);
  });
});
