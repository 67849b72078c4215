import { err, ok, type Result } from "../result.ts";

/** A template as a file holds it. */
export type FiledTemplate = { name: string; text: string };

/** Limits of a file of templates: bytes, templates, letters of a name and of a text (as in the library). */
export const templateFileLimits = { bytes: 2_000_000, templates: 1_000, name: 200, text: 10_000 } as const;

/** Why a file is not taken; the words live in i18n under `import.<reason>`. */
export type TemplateFileProblem = "too-large" | "not-text" | "empty" | "not-templates";

/** A cell that a spreadsheet would take for a formula, however many apostrophes are before it already. */
const formula = /^'*[=+\-@\t\r]/;

/**
 * Templates as a CSV that Excel opens: UTF-8 with BOM, a heading row, two columns. A cell that a spreadsheet would run
 * gets an apostrophe, which reading takes away again.
 */
export function writeTemplateFile(templates: readonly FiledTemplate[], headings: [name: string, text: string]): string {
  const cell = (value: string) => `"${(formula.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  const rows = [headings, ...templates.map(({ name, text }): [string, string] => [name, text])];
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** What a file of templates has, and how many of its rows are not taken. */
export type ReadTemplates = { templates: FiledTemplate[]; leftOut: number };

/**
 * Reads the text of a file of templates: CSV with a heading row and the columns name and text, separated by comma,
 * semicolon or tab, or by what Excel's `sep=` line names. Rows without a name or a text, and those over the limits, are
 * left out. Every line break of a text is "\n", as in the field that it comes into.
 */
export function readTemplateFile(file: string): Result<ReadTemplates, TemplateFileProblem> {
  if (file.length > templateFileLimits.bytes) return err("too-large");
  if (file.includes("\0")) return err("not-text");
  const [, separator, csv = ""] = /^\ufeff?(?:"?sep=(.)"?(?:\r\n?|\n))?([^]*)$/.exec(file) ?? [];
  const [heading, ...rows] = rowsOf(csv, separator ?? separatorOf(csv));
  if (heading === undefined) return err("empty");
  if (heading.length < 2) return err("not-templates");
  const templates = rows.slice(0, templateFileLimits.templates).flatMap(([name = "", text = ""]) => {
    const filed = { name: plain(name).trim(), text: plain(text).replace(/\r\n?/g, "\n") };
    const fits = filed.name.length <= templateFileLimits.name && filed.text.length <= templateFileLimits.text;
    return filed.name !== "" && filed.text.trim() !== "" && fits ? [filed] : [];
  });
  return templates.length === 0 ? err("empty") : ok({ templates, leftOut: rows.length - templates.length });
}

function plain(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** The separator that the first row has. */
function separatorOf(csv: string): string {
  const line = /^[^\r\n]*/.exec(csv)?.[0] ?? "";
  return [",", ";", "\t"].find((sign) => line.replace(/"[^"]*"/g, "").includes(sign)) ?? ",";
}

/** The rows of a CSV (RFC 4180) that have anything. */
function rowsOf(csv: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const { value, end } = cellAt(csv, at, separator);
    row.push(value);
    at = end + 1;
    if (csv[end] === separator) {
      if (at === csv.length) row.push("");
      continue;
    }
    if (csv[end] === "\r" && csv[at] === "\n") at++;
    if (row.some((cell) => cell !== "")) rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** One cell and where its separator, its line's end or the end of the text stands. */
function cellAt(csv: string, start: number, separator: string): { value: string; end: number } {
  const bareEnd = (from: number) => {
    let end = from;
    while (end < csv.length && csv[end] !== separator && csv[end] !== "\r" && csv[end] !== "\n") end++;
    return end;
  };
  if (csv[start] !== '"') return { value: csv.slice(start, bareEnd(start)), end: bareEnd(start) };
  let value = "";
  let at = start + 1;
  for (;;) {
    const quote = csv.indexOf('"', at);
    if (quote < 0) return { value: value + csv.slice(at), end: csv.length };
    value += csv.slice(at, quote);
    if (csv[quote + 1] !== '"') {
      const end = bareEnd(quote + 1);
      return { value: value + csv.slice(quote + 1, end), end };
    }
    value += '"';
    at = quote + 2;
  }
}
