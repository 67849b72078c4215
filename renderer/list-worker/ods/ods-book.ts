import { CellTable } from "../source/cell-table.ts";
import { Refusal } from "../source/refusal.ts";
import type { SourceBook } from "../source/source-table.ts";
import type { OdsContent } from "./ods-content.ts";

/**
 * The book of a document that `read` goes through for the wanted sheet. A sheet that is wanted and not there, as when
 * the settings are of another file, is the usual choice. Throws {@link Refusal}.
 */
export async function odsBook(
  wanted: number | null,
  read: (wanted: number | null) => Promise<OdsContent>,
): Promise<SourceBook> {
  const { isSpreadsheet, chosen, tables } = await read(wanted);
  if (!isSpreadsheet) throw new Refusal("file.not-a-table");
  if (chosen === null) {
    if (wanted === null || tables.length === 0) throw new Refusal("file.empty");
    return odsBook(null, read);
  }
  const { sheet, index } = chosen;
  const table = new CellTable(sheet.store, sheet.texts.of(sheet.store), sheet);
  const sheets = tables.map((view, at) => ({ index: at, ...view }));
  return { format: "ods", encoding: null, delimiter: null, sheet: index, sheets, table, unworked: sheet.unworked };
}
