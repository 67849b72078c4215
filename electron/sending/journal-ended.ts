import type { DatabaseSync } from "node:sqlite";
import { instantOfServiceTime } from "../../shared/campaign/service-zone.ts";
import { isEnding } from "../../shared/campaign/status.ts";

const day = 24 * 60 * 60_000;
/** Whatever has no outcome so long (ms) after its campaign began gets none: a text is tried for at most three days. */
export const figuresMove = 10 * day;
const week = 7 * day;

/**
 * Whether no text of a part can have another outcome any more, however little its figures add up: a service that counts
 * words of its own, or says "sent" for ever, would be asked for ever. One that was paused for want of money goes out
 * after the watch of its part: so long as the watch goes on after a planned time, what has ended is followed too.
 */
export function isPastWatch(
  database: DatabaseSync,
  place: { campaignId: string; index: number },
  finishedAt: string | null,
  now: string,
): boolean {
  // In whatever zone it is told: half a day is little in a week.
  const finished = instantOfServiceTime(finishedAt, 0);
  if (finished !== null && Date.parse(now) < Date.parse(finished) + week) return false;
  const row = database
    .prepare("SELECT json_extract(part, '$.watchUntil') AS until FROM part WHERE campaign_id = ? AND position = ?")
    .get(place.campaignId, place.index);
  return typeof row?.["until"] === "number" && Date.parse(now) > row["until"];
}

/** Whether it was seen as ended so long after it began that nothing more can become of a text of it. Instants are ISO. */
export function isLongEnded(status: string, beganAt: string | null, seenAt: string): boolean {
  return isEnding(status) && beganAt !== null && Date.parse(seenAt) - Date.parse(beganAt) > figuresMove;
}

/**
 * Nothing happens to a part any more, neither at the service nor here: final, not watched, and its delivery read to the
 * end, or so long over that no word of it can change (`watchUntil`: planned time + validity + 7 days).
 */
export const partIsOver = `part.open = 0 AND (
    NOT EXISTS (SELECT 1 FROM owned WHERE owned.campaign_id = part.campaign_id AND owned.part = part.position AND final = 0)
    OR json_extract(part.part, '$.watchUntil') < :now)`;

/** A campaign that still holds a number, and until when at the latest (ms); null where nobody can say. */
export type Holding = { campaignId: string; draftId: string; title: string; until: number | null };
