import Papa from "papaparse";
import type { CampaignRow } from "../../shared/campaign/view.ts";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import { pageLimit } from "../../shared/ipc/command.ts";
import { type CommandOutput, sourceChunkLimit } from "../../shared/ipc/contract.ts";
import type { DraftSource } from "../../shared/library/draft.ts";
import { ownLines, type OwnPerson, ownReading } from "../../shared/library/own-table.ts";
import { countryOf } from "../../shared/recipients/phone-country.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import type { Database } from "../database/database.ts";
import type { Sending } from "../sending/sending.ts";

export type AfterPorts = { database: Database; sending: Pick<Sending, "people" | "details">; now: () => string };

/**
 * A page of the people of a campaign of ours, with the cells they had in the spreadsheet: the journal keeps people in
 * the order in which the draft had them. Without the draft (a campaign made elsewhere) there are no cells.
 */
export async function reportPage(
  { database, sending }: AfterPorts,
  id: string,
  page: { offset: number; limit: number },
): Promise<Result<CommandOutput<"readReport">, AppError>> {
  if (database.journalProblem !== null) return err(database.journalProblem);
  const draftId = await database.journal.draftOf(id);
  const { total, rows } = await sending.people(id, page);
  const columns = draftId === null ? [] : await database.drafts.columns(draftId);
  const cells = draftId === null ? [] : await database.drafts.cellsAt(draftId, page);
  const phoneColumns = draftId === null ? [] : await database.drafts.phoneColumns(draftId);
  const phones =
    phoneColumns.length === 0 || draftId === null ? [] : await database.drafts.cellsAt(draftId, page, "phones");
  return ok({
    total,
    phoneColumns,
    columns,
    rows: rows.map((person, index) => ({ person, phones: phones[index] ?? [], cells: cells[index] ?? [] })),
  });
}

/**
 * A new draft for those whom a finished or cancelled campaign did not reach, sent or not: their numbers and cells as a
 * list, and its text. Refused (`campaign.not-final`) as long as anything may still arrive. All of it or nothing.
 */
export async function draftForFailed(
  ports: AfterPorts,
  id: string,
  draft: { id: string; campaignId: string; title: string },
): Promise<Result<CommandOutput<"draftForFailed">, AppError>> {
  const { database, sending, now } = ports;
  const details = await sending.details(id);
  if (!details.ok) return details;
  if (!details.value.countsFinal) return err(appErrorOf("campaign.not-final"));
  const places = new Set(await database.journal.unreached(id));
  const left: OwnPerson[] = [];
  let columns: string[] = [];
  for (let offset = 0; places.size > 0; offset += pageLimit) {
    const page = await reportPage(ports, id, { offset, limit: pageLimit });
    if (!page.ok) return page;
    const { rows, total } = page.value;
    columns = page.value.columns;
    for (const { person, cells } of rows) {
      if (places.has(person.position) && person.number !== "") left.push({ number: person.number, cells });
    }
    if (rows.length === 0 || offset + rows.length >= total) break;
  }
  const [first] = left;
  if (first === undefined) return err(appErrorOf("draft.no-people"));
  const reading = ownReading(columns, (await homeOf(database, id)) ?? countryOf(first.number));
  const bytes = new TextEncoder().encode(Papa.unparse([...ownLines(columns, left)]));
  await database.drafts.create(draft, draft.title, now());
  try {
    const written = await writeSource(database, draft, bytes, now());
    const saved = written.ok
      ? await database.drafts.save(draft.id, { text: details.value.text, reading }, now())
      : written;
    if (saved.ok) return ok({ draftId: draft.id, people: left.length });
    await database.drafts.delete(draft.id);
    return saved;
  } catch (error) {
    // A full disk: half a list under the campaign's name would look like all who are left.
    await database.drafts.delete(draft.id);
    throw error;
  }
}

/** Where numbers without a country were from in the draft of a campaign; null when there is none. */
async function homeOf({ journal, drafts }: Database, campaignId: string): Promise<string | null> {
  const draftId = await journal.draftOf(campaignId);
  const draft = draftId === null ? null : await drafts.open(draftId);
  return draft !== null && draft.ok ? draft.value.reading.defaultCountry : null;
}

/** Nothing more of it happens by itself. */
const over: ReadonlySet<CampaignRow["state"]> = new Set(["cancelled", "finished", "refused", "spam"]);

/**
 * A copy of the draft that a campaign came from, under new ids. Refused (`campaign.not-final`) unless it is over and
 * nobody of it was texted: of a campaign in parts one may have gone out, and its people would get the text twice.
 */
export async function draftAgain(
  { database, sending, now }: AfterPorts,
  id: string,
  ids: { id: string; campaignId: string },
): Promise<Result<{ draftId: string }, AppError>> {
  const details = await sending.details(id);
  if (!details.ok) return details;
  const { row, counts } = details.value;
  if (!over.has(row.state) || counts.notSent !== counts.total) return err(appErrorOf("campaign.not-final"));
  const draftId = await database.journal.draftOf(id);
  if (draftId === null) return err(appErrorOf("draft.missing"));
  const copied = await database.drafts.copy(draftId, ids, now());
  return copied.ok ? ok({ draftId: ids.id }) : copied;
}

async function writeSource(
  { drafts }: Database,
  { id, title }: { id: string; title: string },
  bytes: Uint8Array,
  at: string,
): Promise<Result<null, AppError>> {
  const source: DraftSource = {
    kind: "file",
    name: `${title.slice(0, 200)}.csv`,
    size: bytes.length,
    checked: true,
  };
  for (let offset = 0; ; offset += sourceChunkLimit) {
    const piece = bytes.slice(offset, offset + sourceChunkLimit);
    const last = offset + piece.length >= bytes.length;
    const written = await drafts.writeSource(id, { source, offset, last, bytes: piece }, at);
    if (!written.ok || last) return written;
  }
}
