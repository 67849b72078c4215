import Papa from "papaparse";
import type { ListContent } from "./list-content.ts";
import { limits } from "../source/limits.ts";
import { type ReasonSentences, reasonSentences } from "./reason-sentences.ts";
import { rowView } from "./row-view.ts";

/** The words of the file that is written, in the user's language. */
export type ReasonTexts = ReasonSentences & {
  heading: string;
  rowHeading: string;
  /** Stands for the row number of a row that was typed by hand. */
  added: string;
};

/** What a spreadsheet program would take for a formula, or hide one behind. */
const formula = /^[=+\-@\t\r\0].*$/s;

/** A number as it is written: a plus in front of it begins no formula that could do anything. */
const phone = /^\+[\d\s().-]+$/;

/**
 * A file of all rows that will not be texted, each with its row and the reason; formulas are defused. CSV is UTF-8 with
 * a mark; in a workbook every cell but the row numbers is text, so that phones keep their zeros and plus.
 */
export async function problemRowsFile(
  content: ListContent,
  texts: ReasonTexts,
  format: "csv" | "xlsx",
): Promise<Uint8Array> {
  const lines = problemLines(content, texts);
  return format === "csv" ? csvOf(lines) : workbookOf(lines);
}

type Line = (string | number)[];

function problemLines(content: ListContent, texts: ReasonTexts): Line[] {
  const headings = content.understood().columns.map(({ heading, letter }) => (heading === "" ? letter : heading));
  const sentence = reasonSentences(texts);
  const lines: Line[] = [[texts.rowHeading, ...headings, texts.heading]];
  for (let row = 0; row < content.rows.count; row++) {
    if (content.verdicts.isPerson(row)) continue;
    const view = rowView(content, row);
    const reasons = view.reasons.map(sentence);
    lines.push([
      view.added ? texts.added : view.row,
      ...view.cells.map((cell, at) => (at === view.phoneColumn ? view.phone : cell)),
      reasons.join("; "),
    ]);
  }
  return lines;
}

function csvOf(lines: Line[]): Uint8Array {
  const csv = Papa.unparse(lines, { escapeFormulae: formula });
  return new TextEncoder().encode(`\ufeff${csv}\r\n`);
}

async function workbookOf(lines: readonly Line[]): Promise<Uint8Array> {
  const { utils, write } = await import("@e965/xlsx");
  // Defused, a cell may be longer than a workbook takes.
  const safe = (cell: string): string =>
    (formula.test(cell) && !phone.test(cell) ? `'${cell}` : cell).slice(0, limits.cellCharacters);
  const sheet = utils.aoa_to_sheet(
    lines.slice(0, limits.rows).map((line) => line.map((cell) => (typeof cell === "string" ? safe(cell) : cell))),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "1");
  const bytes: ArrayBuffer = write(book, { type: "array", bookType: "xlsx", compression: true });
  return new Uint8Array(bytes);
}
