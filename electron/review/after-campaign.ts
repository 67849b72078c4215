import Papa from "papaparse";
import type { PersonView } from "../../shared/campaign/view.ts";
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

/** Who is known not to have got the text. "Unknown" and "not certain" never count as failed. */
const failed: ReadonlySet<PersonView["state"]> = new Set(["failed", "expired"]);

/** A new draft for those whom a finished campaign did not reach: their numbers and cells as a list, and its text. */
export async function draftForFailed(
  ports: AfterPorts,
  id: string,
  draft: { id: string; campaignId: string; title: string },
): Promise<Result<CommandOutput<"draftForFailed">, AppError>> {
  const { database, sending, now } = ports;
  const details = await sending.details(id);
  if (!details.ok) return details;
  // As long as anything may still arrive, nobody has failed for good.
  if (!details.value.countsFinal) return err(appErrorOf("campaign.not-final"));
  const left: OwnPerson[] = [];
  let columns: string[] = [];
  for (let offset = 0; ; offset += pageLimit) {
    const page = await reportPage(ports, id, { offset, limit: pageLimit });
    if (!page.ok) return page;
    const { rows, total } = page.value;
    columns = page.value.columns;
    for (const { person, cells } of rows) {
      if (failed.has(person.state) && person.number !== "") left.push({ number: person.number, cells });
    }
    if (rows.length === 0 || offset + rows.length >= total) break;
  }
  const [first] = left;
  if (first === undefined) return err(appErrorOf("draft.no-people"));
  await database.drafts.create(draft, draft.title, now());
  const bytes = new TextEncoder().encode(Papa.unparse([...ownLines(columns, left)]));
  const written = await writeSource(database, draft, bytes, now());
  if (!written.ok) return written;
  const reading = ownReading(columns, (await homeOf(database, id)) ?? countryOf(first.number));
  const saved = await database.drafts.save(draft.id, { text: details.value.text, reading }, now());
  return saved.ok ? ok({ draftId: draft.id, people: left.length }) : saved;
}

/** Where numbers without a country were from in the draft of a campaign; null when there is none. */
async function homeOf({ journal, drafts }: Database, campaignId: string): Promise<string | null> {
  const draftId = await journal.draftOf(campaignId);
  const draft = draftId === null ? null : await drafts.open(draftId);
  return draft !== null && draft.ok ? draft.value.reading.defaultCountry : null;
}

/**
 * A copy of the draft that a campaign came from, under new ids. Refused (`campaign.not-final`) unless nobody of it was
 * texted: of a campaign in parts one may have gone out, and its people would get the text twice.
 */
export async function draftAgain(
  { database, sending, now }: AfterPorts,
  id: string,
  ids: { id: string; campaignId: string },
): Promise<Result<{ draftId: string }, AppError>> {
  const details = await sending.details(id);
  if (!details.ok) return details;
  const { total, notSent } = details.value.counts;
  if (notSent !== total) return err(appErrorOf("campaign.not-final"));
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
