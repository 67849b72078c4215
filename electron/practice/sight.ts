import type { CampaignRow } from "./campaign-life.ts";
import { refusal, Refused } from "./answer.ts";
import { asCampaign } from "./campaign-store.ts";
import type { Call, Practice } from "./practice.ts";

/** The moment that reads show: now, less the lag. */
export function shownMoment(practice: Practice): number {
  return practice.now() - practice.switches().readLagSeconds * 1000;
}

/**
 * The campaigns that a read may show of those it is about. One that is missing only because it was not looked for
 * often enough counts this look.
 */
export function inSight(practice: Practice, campaigns: readonly CampaignRow[]): CampaignRow[] {
  const { looksBeforeSeen, unseenDuringModeration } = practice.switches();
  const at = shownMoment(practice);
  const countLook = practice.store.db.prepare("UPDATE campaign SET looks = looks + 1 WHERE id = ?");
  return campaigns.filter((campaign) => {
    if (campaign.origin === "web") return true;
    if (campaign.looks < looksBeforeSeen) {
      countLook.run(campaign.id);
      return false;
    }
    return campaign.created_at <= at && !(unseenDuringModeration && at < campaign.checked_at);
  });
}

/** The campaign of `{id}` if the account has it and a read may show it; ends the request with 404 otherwise. */
export function campaignInSight({ practice, account, id }: Call): CampaignRow {
  const row = practice.store.db.prepare("SELECT * FROM campaign WHERE id = ? AND account = ?").get(id, account);
  const seen = row === undefined ? [] : inSight(practice, [asCampaign(row)]);
  const [campaign] = seen;
  if (campaign === undefined) throw new Refused(refusal(404, "Campaign was not found"));
  return campaign;
}

/** SQL: whether message `m` of campaign `c` was taken in at `:at`, at `:speed` messages a second (null: at once). */
export const takenIn = "(:speed IS NULL OR c.origin = 'web' OR m.row < (:at - c.created_at) / 1000.0 * :speed)";
