import type { PersonView } from "../../../shared/campaign/view.ts";
import type { AppError } from "../../../shared/errors.ts";
import { pageLimit } from "../../../shared/ipc/contract.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { desk } from "../../ui/desk.ts";

/** Gathers everybody of a campaign, telling how many of how many are there. */
export async function everybodyOf(
  campaignId: string,
  onProgress: (done: number, total: number) => void,
): Promise<Result<PersonView[], AppError>> {
  const people: PersonView[] = [];
  for (;;) {
    const page = await desk().listCampaignPeople({ id: campaignId, offset: people.length, limit: pageLimit });
    if (!page.ok) return page;
    people.push(...page.value.rows);
    onProgress(people.length, page.value.total);
    if (page.value.rows.length === 0 || people.length >= page.value.total) return ok(people);
  }
}

/** A cell that no spreadsheet takes for a formula: what could begin one gets an apostrophe in front. */
export function defused(text: string): string {
  return /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
}

/** One workbook with one sheet; every cell but counts and prices is text, phones above all. */
export async function workbookOf(sheet: string, rows: (string | number | null)[][]): Promise<Uint8Array<ArrayBuffer>> {
  const { utils, write } = await import("@e965/xlsx");
  const book = utils.book_new();
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? defused(cell) : cell)));
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), sheet.slice(0, 31));
  const bytes: ArrayBuffer = write(book, { type: "array", bookType: "xlsx", compression: true });
  return new Uint8Array(bytes);
}

/** A file name of any title: what file systems refuse becomes a space. */
export function fileNameOf(title: string): string {
  const clean = title.replaceAll(/[\\/:*?"<>|\s\u0000-\u001f]+/g, " ").trim();
  return `${clean.slice(0, 120)}.xlsx`;
}
