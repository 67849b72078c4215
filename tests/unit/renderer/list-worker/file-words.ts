import type { ReasonTexts } from "../../../../renderer/list-worker/table/problem-rows.ts";

/** The words of a file of rows left out; `sentences` by reason. */
export function fileWords(sentences: Record<string, string>, others: Partial<ReasonTexts> = {}): ReasonTexts {
  const byCode = Object.fromEntries(Object.entries(sentences).map(([code, other]) => [code, { other }]));
  const words = { heading: "Why", rowHeading: "Row", added: "added", language: "en", locale: "en-GB", countries: {} };
  return { ...words, byCode, ...others };
}
