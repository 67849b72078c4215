import { randomUUID } from "node:crypto";
import type { Database } from "../database/database.ts";
import { logFailure } from "../log.ts";
import type { DraftSummary } from "./drafts.ts";
import { bringBackDraft } from "./undone-drafts.ts";

type Held = Pick<Database, "drafts" | "journal" | "journalProblem">;

/**
 * The drafts that have not become a campaign, as the list of campaigns and its count in the side bar have them. One
 * whose campaign was taken back but which could not be brought back yet (a full disk, the end of the program in
 * between) is brought back now, or left out: under its old ids it must not be confirmed.
 */
export async function openDrafts(database: Held): Promise<DraftSummary[]> {
  const { drafts, journal, journalProblem } = database;
  if (journalProblem !== null) return drafts.summaries();
  const undone = new Set(await journal.draftsOf("undone"));
  const left = (await drafts.summaries()).filter(({ id }) => undone.has(id));
  for (const { id } of left) await tryToBringBack(database, id);
  const confirmed = new Set(await journal.draftsOf("confirmed"));
  return (await drafts.summaries()).filter(({ id }) => !confirmed.has(id) && !undone.has(id));
}

async function tryToBringBack({ drafts }: Held, draftId: string): Promise<void> {
  const ids = { id: randomUUID(), campaignId: randomUUID() };
  try {
    await bringBackDraft(drafts, draftId, ids, new Date().toISOString());
  } catch (error) {
    logFailure("undo", error);
  }
}
