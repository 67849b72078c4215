import type { Database } from "../database/database.ts";
import type { DraftSummary } from "./drafts.ts";

/** The drafts that have not become a campaign, as the list of campaigns and its count in the side bar have them. */
export async function openDrafts({
  drafts,
  journal,
  journalProblem,
}: Pick<Database, "drafts" | "journal" | "journalProblem">): Promise<DraftSummary[]> {
  const confirmed = journalProblem === null ? new Set(await journal.draftsOf("confirmed")) : new Set<string>();
  return (await drafts.summaries()).filter(({ id }) => !confirmed.has(id));
}
