import { finishedAt, realStartAt, statusAt, type CampaignRow } from "./campaign-life.ts";
import type { Practice } from "./practice.ts";
import { currency, moneyNumber } from "./prices.ts";
import { writeTime } from "./zone.ts";

function writtenTime(practice: Practice, at: number): string {
  return writeTime(at, practice.switches().createdAtZone);
}

/** A moment in the zone of the answers, null for none. */
export function shownTime(practice: Practice, at: number | null): string | null {
  return at === null ? null : writtenTime(practice, at);
}

/** The planned time: echoed as it was written, in whatever zone that was; else the time of the creation. */
export function shownStart(practice: Practice, campaign: CampaignRow): string {
  return campaign.start_text ?? writtenTime(practice, campaign.created_at);
}

/** The answer to a creation: `done`, nothing sent, no dates but its own; only here is `calculated_price` a price. */
export function shownOnCreation(practice: Practice, campaign: CampaignRow): Record<string, unknown> {
  return {
    ...base(practice, campaign),
    status: "done",
    start_at: campaign.start_text,
    real_start_at: null,
    finished_at: null,
    statistics: { delivered: 0, sent: 0 },
    calculated_price: moneyNumber(campaign.price),
  };
}

/**
 * A campaign as the list and the single read show it at a moment. `statistics.sent` misleads on purpose, as the
 * service's does: 0 in the list, everything in the single read, 3 for one that was stopped before it began.
 */
export function shownLater(
  practice: Practice,
  campaign: CampaignRow,
  at: number,
  read: { where: "list" | "single"; delivered: number },
): Record<string, unknown> {
  const begun = realStartAt(campaign, at);
  const neverBegan = begun === null && statusAt(campaign, at) === "stopped";
  const sent = neverBegan ? 3 : read.where === "list" ? 0 : campaign.total;
  return {
    ...base(practice, campaign),
    status: statusAt(campaign, at),
    start_at: shownStart(practice, campaign),
    real_start_at: shownTime(practice, begun),
    finished_at: shownTime(practice, finishedAt(campaign, at)),
    statistics: { delivered: read.delivered, sent },
    calculated_price: read.where === "list" ? 0 : null,
  };
}

function base(practice: Practice, campaign: CampaignRow): Record<string, unknown> {
  return {
    id: campaign.id,
    name: campaign.name,
    sender: campaign.sender,
    message_type: "sms",
    created_at: writtenTime(practice, campaign.created_at),
    currency,
    alternative_channels: null,
  };
}
