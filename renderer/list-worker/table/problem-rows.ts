import Papa from "papaparse";
import type { ListContent } from "./list-content.ts";
import { rowView } from "./row-view.ts";

/** The words of the file that is written, in the user's language; gaps in them are `{{name}}`. */
export type ReasonTexts = { heading: string; rowHeading: string; byCode: Record<string, string> };

/** What a spreadsheet program would take for a formula, or hide one behind. */
const formula = /^[=+\-@\t\r\0].*$/s;

function sentence(text: string, params: Record<string, string | number>): string {
  return text.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, (gap, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : gap,
  );
}

/** A CSV (UTF-8 with mark, formulas defused) of all rows that will not be texted, each with its row and the reason. */
export function problemRowsFile(content: ListContent, texts: ReasonTexts): Uint8Array {
  const headings = content.understood().columns.map(({ heading, letter }) => (heading === "" ? letter : heading));
  const lines: (string | number)[][] = [[texts.rowHeading, ...headings, texts.heading]];
  for (let row = 0; row < content.rows.count; row++) {
    if (content.verdicts.isPerson(row)) continue;
    const view = rowView(content, row);
    const reasons = view.reasons.map(({ code, params }) => sentence(texts.byCode[code] ?? code, params));
    lines.push([view.row, ...view.cells, reasons.join("; ")]);
  }
  const csv = Papa.unparse(lines, { escapeFormulae: formula });
  return new TextEncoder().encode(`\ufeff${csv}\r\n`);
}
