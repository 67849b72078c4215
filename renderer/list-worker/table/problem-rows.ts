import type { ProblemRows } from "../protocol.ts";
import type { ListContent } from "./list-content.ts";
import { type ReasonSentences, reasonSentences } from "./reason-sentences.ts";
import { rowView } from "./row-view.ts";

/** The words of the file that is written, in the user's language. */
export type ReasonTexts = ReasonSentences & {
  heading: string;
  rowHeading: string;
  /** Stands for the row number of a row that was typed by hand. */
  added: string;
};

/** Lines handed over at a time. */
const mostLines = 2_000;

/**
 * A page of the rows that will not be texted, from the row at `from` on, each with its number in the file and the reason;
 * phones with all their digits. The first page begins with the headings.
 */
export function problemRows(content: ListContent, texts: ReasonTexts, from: number): ProblemRows {
  const { rows, verdicts } = content;
  const sentence = reasonSentences(texts);
  const lines: ProblemRows["lines"] = from === 0 ? [headings(content, texts)] : [];
  let row = from;
  for (; row < rows.count && lines.length < mostLines; row++) {
    if (verdicts.isPerson(row)) continue;
    const view = rowView(content, row);
    lines.push([
      view.added ? texts.added : view.row,
      ...view.cells.map((cell, at) => (at === view.phoneColumn ? view.phone : cell)),
      view.reasons.map(sentence).join("; "),
    ]);
  }
  return { lines, next: row < rows.count ? row : null };
}

function headings(content: ListContent, texts: ReasonTexts): string[] {
  const columns = content.understood().columns.map(({ heading, letter }) => heading || letter);
  return [texts.rowHeading, ...columns, texts.heading];
}
