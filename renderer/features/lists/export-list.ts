import type { AppError } from "../../../shared/errors.ts";
import { pageLimit } from "../../../shared/ipc/command.ts";
import type { OpenedList } from "../../../shared/library/list.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { desk } from "../../ui/desk.ts";
import { csvOfPages, fileNameOf } from "../../ui/spreadsheet-file.ts";
import { workbookOfPages } from "../../ui/workbook-file.ts";

class Refused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/** The heading and everybody of a list, page by page; numbers have a plus, so that they need no country. */
async function* pagesOfList(
  { list, columns }: OpenedList,
  phone: string,
  onProgress: (done: number, total: number) => void,
): AsyncGenerator<string[][], void, undefined> {
  yield [[phone, ...columns]];
  for (let offset = 0; ; offset += pageLimit) {
    const page = await desk().listListPeople({ id: list.id, search: "", offset, limit: pageLimit });
    if (!page.ok) throw new Refused(page.error);
    const { rows, total } = page.value;
    yield rows.map(({ number, cells }) => [`+${number}`, ...columns.map((_, column) => cells[column] ?? "")]);
    onProgress(offset + rows.length, total);
    if (rows.length < pageLimit) return;
  }
}

/** Writes a list where the user wants it. Answers the file's name, null when no place was chosen. */
export async function exportList(
  opened: OpenedList,
  ending: "xlsx" | "csv",
  phone: string,
  onProgress: (done: number, total: number) => void,
): Promise<Result<string | null, AppError>> {
  const { name } = opened.list;
  const pages = pagesOfList(opened, phone, onProgress);
  try {
    const bytes = ending === "csv" ? await csvOfPages(pages) : await workbookOfPages(sheetName(name), pages);
    const written = await desk().saveFile({ name: fileNameOf(name, ending), bytes });
    return written.ok ? ok(written.value.saved ? written.value.name : null) : written;
  } catch (problem) {
    // The writers know nothing of refusals: that of a page comes out through them.
    if (problem instanceof Refused) return err(problem.error);
    throw problem;
  }
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
