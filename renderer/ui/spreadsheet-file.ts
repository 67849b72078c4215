/** What a file holds: a number, text, or nothing. */
export type Cell = string | number | null;

/** What a spreadsheet program would take for a formula (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\0].*$/s;

/** A cell that no spreadsheet takes for a formula: what could begin one gets an apostrophe in front. */
export function defused(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/**
 * A phone as people write it, an amount below nothing, a dash for "none": as text in a workbook they calculate nothing, and
 * whoever mends the file finds what stood in it.
 */
const plain = /^(?:\+\d[\d\s().-]*|-[\d\s.,]*)$/;

/** Whether a text is harmless in a workbook whatever it begins with. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

async function* onePage(rows: Cell[][]): AsyncGenerator<Cell[][], void, undefined> {
  yield rows;
}

/** One workbook with one sheet; every cell but counts and prices is text, phones above all. */
export async function workbookOf(sheet: string, rows: Cell[][]): Promise<Uint8Array<ArrayBuffer>> {
  const { workbookOfPages } = await import("./workbook-file.ts");
  return workbookOfPages(sheet, onePage(rows));
}

/** The same rows as CSV: UTF-8 with its mark, so that Excel reads it, and formulas defused. */
export function csvOf(rows: Cell[][]): Promise<Uint8Array<ArrayBuffer>> {
  return csvOfPages(onePage(rows));
}

/** Rows that come page by page as CSV; only its bytes are kept. */
export async function csvOfPages(pages: AsyncIterable<Cell[][]>): Promise<Uint8Array<ArrayBuffer>> {
  const [{ default: Papa }, { joined }] = await Promise.all([import("papaparse"), import("./packed-file.ts")]);
  const encoder = new TextEncoder();
  const pieces = [encoder.encode("\ufeff")];
  for await (const page of pages) {
    if (page.length > 0) pieces.push(encoder.encode(`${Papa.unparse(page, { escapeFormulae: formula })}\r\n`));
  }
  return joined(pieces);
}

/** A file name of any title: what file systems refuse becomes a space. */
export function fileNameOf(title: string, ending: "xlsx" | "csv"): string {
  // oxlint-disable-next-line no-control-regex -- control characters are among what file systems refuse
  const clean = title.replaceAll(/[\\/:*?"<>|\s\u0000-\u001f]+/g, " ").trim();
  return `${clean.slice(0, 120)}.${ending}`;
}
