import { expect, test } from "vitest";
import { reasonSentences } from "../../../../../renderer/list-worker/table/reason-sentences.ts";
import { reasonOf } from "../../../../../shared/recipients/reason.ts";

test("in a file a reason has its country by name, its digits in the right number and its day with the year", () => {
  const byCode = {
    "too-short": { one: "{{missing}} digit too short for {{country, the}}", other: "{{missing}} digits too short" },
    "never-text": { other: "On the never-text list since {{since}}" },
    "duplicate-of": { other: "Same number as row {{row}}" },
  };
  const countries = { US: "the United States" };
  const sentence = reasonSentences({ byCode, language: "en", locale: "en-GB", countries });
  expect(sentence(reasonOf("too-short", { missing: 1, country: "US" }))).toBe(
    "1 digit too short for the United States",
  );
  expect(sentence(reasonOf("too-short", { missing: 2, country: "US" }))).toBe("2 digits too short");
  expect(sentence(reasonOf("never-text", { since: "2025-03-09T12:00:00.000Z" }))).toBe(
    "On the never-text list since 9 March 2025",
  );
  expect(sentence(reasonOf("duplicate-of", { row: 7 }))).toBe("Same number as row 7");
});

test("in Ukrainian few and many digits have forms of their own", () => {
  const byCode = { "too-long": { one: "{{extra}} зайва", few: "{{extra}} зайві", many: "{{extra}} зайвих" } };
  const sentence = reasonSentences({ byCode, language: "uk", locale: "uk-UA", countries: {} });
  const said = [1, 3, 5, 21].map((extra) => sentence(reasonOf("too-long", { extra, country: "UA" })));
  expect(said).toEqual(["1 зайва", "3 зайві", "5 зайвих", "21 зайва"]);
});
