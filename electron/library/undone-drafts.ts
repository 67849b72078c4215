import type { AppError } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import type { Remote } from "../database/remote.ts";
import type { DraftStore } from "./drafts.ts";

/**
 * A campaign that was taken back is a draft again, under new ids: the journal keeps the old ones, and a confirmation
 * of them would be answered with the campaign that was taken back. `draft.missing`: it was brought back already.
 */
export function bringBackDraft(
  drafts: Remote<DraftStore>,
  draftId: string,
  ids: { id: string; campaignId: string },
  now: string,
): Promise<Result<null, AppError>> {
  return drafts.giveNewIds(draftId, ids, now);
}
