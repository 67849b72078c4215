import type { AppError } from "../../../shared/errors.ts";
import { pageLimit } from "../../../shared/ipc/command.ts";
import type { OpenedList } from "../../../shared/library/list.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { desk } from "../../ui/desk.ts";
import { csvOf, fileNameOf, workbookOf } from "../../ui/spreadsheet-file.ts";

/** The heading and everybody of a list as rows; numbers have a plus, so that they need no country. */
export async function rowsOfList(
  { list, columns }: OpenedList,
  phone: string,
  onProgress: (done: number, total: number) => void,
): Promise<Result<string[][], AppError>> {
  const rows = [[phone, ...columns]];
  for (;;) {
    const page = await desk().listListPeople({ id: list.id, search: "", offset: rows.length - 1, limit: pageLimit });
    if (!page.ok) return page;
    for (const person of page.value.rows) {
      rows.push([`+${person.number}`, ...columns.map((_, column) => person.cells[column] ?? "")]);
    }
    onProgress(rows.length - 1, page.value.total);
    if (page.value.rows.length < pageLimit) return ok(rows);
  }
}

/** Writes a list where the user wants it. Answers the file's name, null when no place was chosen. */
export async function exportList(
  opened: OpenedList,
  ending: "xlsx" | "csv",
  phone: string,
  onProgress: (done: number, total: number) => void,
): Promise<Result<string | null, AppError>> {
  const rows = await rowsOfList(opened, phone, onProgress);
  if (!rows.ok) return rows;
  const { name } = opened.list;
  const bytes = ending === "csv" ? await csvOf(rows.value) : await workbookOf(sheetName(name), rows.value);
  const written = await desk().saveFile({ name: fileNameOf(name, ending), bytes });
  return written.ok ? ok(written.value.saved ? written.value.name : null) : written;
}

/** A name that Excel takes for a sheet: its own signs become spaces, and it is never empty. */
function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[\\/?*[\]:']/g, " ")
      .trim()
      .slice(0, 31) || "1"
  );
}
