/** What a file holds: a number, text, or nothing. */
export type Cell = string | number | null;

/** What a spreadsheet program would take for a formula (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\0].*$/s;

/** A cell that no spreadsheet takes for a formula: what could begin one gets an apostrophe in front. */
export function defused(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** A phone as people write it: a plus, digits and what stands between them; as text in a workbook it calculates nothing. */
const phone = /^\+\d[\d\s().-]*$/;

/** One workbook with one sheet; every cell but counts and prices is text, phones above all. */
export async function workbookOf(sheet: string, rows: Cell[][]): Promise<Uint8Array<ArrayBuffer>> {
  const { utils, write } = await import("@e965/xlsx");
  const book = utils.book_new();
  const safe = (cell: Cell) => (typeof cell === "string" && !phone.test(cell) ? defused(cell) : cell);
  const cells = rows.map((row) => row.map(safe));
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), sheet.slice(0, 31));
  const bytes: ArrayBuffer = write(book, { type: "array", bookType: "xlsx", compression: true });
  return new Uint8Array(bytes);
}

/** The same rows as CSV: UTF-8 with its mark, so that Excel reads it, and formulas defused. */
export async function csvOf(rows: Cell[][]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: Papa } = await import("papaparse");
  return new TextEncoder().encode(`\ufeff${Papa.unparse(rows, { escapeFormulae: formula })}\r\n`);
}

/** A file name of any title: what file systems refuse becomes a space. */
export function fileNameOf(title: string, ending: "xlsx" | "csv"): string {
  const clean = title.replaceAll(/[\\/:*?"<>|\s\u0000-\u001f]+/g, " ").trim();
  return `${clean.slice(0, 120)}.${ending}`;
}
