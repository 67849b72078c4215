import type { HtmlTable } from "./html-tables.ts";

/** Digits in a row that is no heading. */
const manyDigits = /(?:\d[^\d]?){7}/;

/** What a table's first row shows, by columns; null for one that is no heading of a list's page. */
function headingOf({ hidden, store, texts }: HtmlTable): string | null {
  const count = store.rowStarts[1] ?? 0;
  if (hidden || count < 2) return null;
  const values = texts.of(store);
  const cells = Array.from({ length: count }, (_, at) => `${store.columns[at] ?? 0}:${values.shown(at)}`);
  return cells.some((cell) => manyDigits.test(cell.slice(cell.indexOf(":")))) ? null : cells.join("\n");
}

/**
 * Puts tables together that begin with the same heading, as reports have a table for each page: a spreadsheet shows such
 * a file as one sheet. Those that do not stand beside each other, hidden ones, and those without a heading of two cells
 * stay as they are.
 */
export function pagesTogether(tables: readonly HtmlTable[]): HtmlTable[] {
  const firsts = new Map<HtmlTable | null, Map<string, HtmlTable>>();
  return tables.filter((table) => {
    const heading = headingOf(table);
    if (heading === null) return true;
    const beside = firsts.get(table.outer) ?? new Map<string, HtmlTable>();
    firsts.set(table.outer, beside);
    const first = beside.get(heading);
    if (first === undefined) beside.set(heading, table);
    else first.append(table);
    return first === undefined;
  });
}
