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
  return row.people !== null && row.people > 0 && row.delivered !== null && !early.includes(row.state);
}
