import type { PersonView } from "../../../shared/campaign/view.ts";
import type { AppError } from "../../../shared/errors.ts";
import { pageLimit } from "../../../shared/ipc/command.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { desk } from "../../ui/desk.ts";

/** Everybody of a campaign: the spreadsheet's own columns, and each person with their cells in them. */
export type Report = {
  phoneColumns: string[];
  columns: string[];
  rows: { person: PersonView; phones: string[]; cells: string[] }[];
};

/** Gathers the report, telling how many of how many people are there. */
export async function reportOf(
  campaignId: string,
  onProgress: (done: number, total: number) => void,
): Promise<Result<Report, AppError>> {
  const report: Report = { phoneColumns: [], columns: [], rows: [] };
  for (;;) {
    const page = await desk().readReport({ id: campaignId, offset: report.rows.length, limit: pageLimit });
    if (!page.ok) return page;
    const { phoneColumns, columns, rows, total } = page.value;
    report.phoneColumns = phoneColumns;
    report.columns = columns;
    report.rows.push(...rows);
    onProgress(report.rows.length, total);
    if (rows.length === 0 || report.rows.length >= total) return ok(report);
  }
}
