import { draw, fateOf, type Fate } from "./draw.ts";
import type { Pace } from "./switches.ts";

/** A campaign as the store keeps it; moments in ms, price in millionths. */
export type CampaignRow = {
  id: number;
  account: number;
  origin: "api" | "web";
  kind: string;
  name: string;
  sender: string;
  validity: number;
  start_text: string | null;
  created_at: number;
  checking_at: number;
  checked_at: number;
  begin_at: number;
  done_at: number;
  halt_at: number | null;
  halt_status: string | null;
  looks: number;
  total: number;
  price: number;
};

/** When a campaign passes from one state to the next, known from the moment it is accepted. */
export type Course = { checkingAt: number; checkedAt: number; beginAt: number };

/** When a message moves on, and what becomes of it. */
export type Journey = { goingAt: number; sentAt: number; finalAt: number; fate: Fate };

export function courseOf(acceptedAt: number, startAt: number | null, pace: Pace): Course {
  const checkingAt = acceptedAt + seconds(pace.creationSeconds);
  const checkedAt = checkingAt + seconds(pace.moderationSeconds);
  return { checkingAt, checkedAt, beginAt: Math.max(checkedAt, startAt ?? 0) };
}

/** The journey of the message in `row` (from 0), the same for the same seed and campaign. */
export function journeyOf(seed: number, campaign: number, row: number, beginAt: number, pace: Pace): Journey {
  const [soonest, latest] = pace.deliverySeconds;
  const goingAt = beginAt + Math.floor((row * 1000) / pace.messagesPerSecond);
  const sentAt = goingAt + seconds(pace.sendingSeconds);
  const delay = soonest + (latest - soonest) * draw(seed, campaign, row, 1);
  return { goingAt, sentAt, finalAt: sentAt + seconds(delay), fate: fateOf(draw(seed, campaign, row, 2)) };
}

function seconds(count: number): number {
  return Math.round(count * 1000);
}

/** The service's word for a campaign at a moment. */
export function statusAt(campaign: CampaignRow, at: number): string {
  if (campaign.halt_at !== null && campaign.halt_status !== null && at >= campaign.halt_at) return campaign.halt_status;
  if (at < campaign.checking_at) return "creation";
  if (at < campaign.checked_at) return "moderation";
  if (at < campaign.begin_at) return "scheduled";
  return at < campaign.done_at ? "sending" : "done";
}

/** When the campaign really began; null while it has not, or was halted before. */
export function realStartAt(campaign: CampaignRow, at: number): number | null {
  const halted = campaign.halt_at !== null && campaign.halt_at <= campaign.begin_at;
  return halted || at < campaign.begin_at ? null : campaign.begin_at;
}

/** When the campaign was over; null while it is not. */
export function finishedAt(campaign: CampaignRow, at: number): number | null {
  const status = statusAt(campaign, at);
  if (status === "done") return campaign.done_at;
  return status === "stopped" || status === "spam" ? campaign.halt_at : null;
}

/**
 * SQL: the status of message `m` of campaign `c` at the moment `:at`. What began to go before a halt goes on to its
 * end; the rest stays where it was.
 */
export const messageStatus = `CASE
  WHEN m.going_at <= :at AND (c.halt_at IS NULL OR m.going_at < c.halt_at) THEN
    CASE WHEN m.final_at <= :at THEN m.fate WHEN m.sent_at <= :at THEN 'sent' ELSE 'sending' END
  WHEN min(:at, coalesce(c.halt_at, :at)) < c.checking_at THEN 'accepted'
  WHEN min(:at, coalesce(c.halt_at, :at)) < c.checked_at THEN 'moderation'
  WHEN min(:at, coalesce(c.halt_at, :at)) < c.begin_at THEN 'scheduled'
  ELSE 'accepted' END`;
