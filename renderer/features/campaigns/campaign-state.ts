import type { CampaignRow, CampaignState } from "../../../shared/campaign/view.ts";
import type { TagTone } from "../../ui/tag.tsx";

/** The colour of a campaign's state: amber waits for the user, red is over and not as wished. */
export const stateTones: Record<CampaignState, TagTone> = {
  draft: "plain",
  undo: "warn",
  scheduled: "plain",
  sending: "go",
  attention: "warn",
  paused: "warn",
  moderation: "plain",
  cancelling: "warn",
  cancelled: "bad",
  finished: "plain",
  refused: "bad",
  spam: "bad",
  other: "plain",
};

/** Whether anything has become of the campaign's texts that a bar could show. */
export function hasProgress(row: CampaignRow): row is CampaignRow & { people: number; delivered: number } {
  const early: CampaignState[] = ["draft", "undo", "scheduled", "moderation"];
  if (row.people === null || row.people === 0 || row.delivered === null || early.includes(row.state)) return false;
  // One that waits for an answer has mostly never left this computer.
  const waits: CampaignState[] = ["attention", "paused", "refused"];
  return !waits.includes(row.state) || row.delivered + (row.failed ?? 0) > 0;
}
