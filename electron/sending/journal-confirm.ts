import type { DatabaseSync } from "node:sqlite";
import { plannedPart } from "../../shared/campaign/part-state.ts";
import { type CampaignPlan, type ConfirmedCampaign, peoplePerPart, planCampaign } from "../../shared/campaign/plan.ts";
import { noCounts } from "../../shared/campaign/status.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { ok } from "../../shared/result.ts";
import { nativeSha256 } from "../native-sha256.ts";
import { keepBody } from "./journal-body.ts";
import { logEvent } from "./journal-events.ts";
import { jsonColumn, textOrNull } from "./journal-rows.ts";

/** `again`: the campaign had been confirmed before; this answers with that first confirmation. */
export type Confirmation = { campaignId: string; undoUntil: string | null; again: boolean };

/** Writes everything that was confirmed. Runs inside a transaction. */
export function insertCampaign(
  database: DatabaseSync,
  campaign: ConfirmedCampaign,
  when: { now: string; undoUntil: string | null },
): Result<Confirmation, AppError> {
  const before = database
    .prepare("SELECT iif(released = 1, NULL, undo_until) AS undo_until FROM campaign WHERE id = ?")
    .get(campaign.campaignId);
  if (before !== undefined) {
    return ok({ campaignId: campaign.campaignId, undoUntil: textOrNull(before, "undo_until"), again: true });
  }
  const planned = planCampaign(campaign, nativeSha256);
  if (!planned.ok) return planned;
  insertHead(database, campaign, planned.value, when);
  insertParts(database, campaign.campaignId, planned.value);
  insertPeople(database, campaign, planned.value);
  logEvent(database, { at: when.now, campaignId: campaign.campaignId, part: null, kind: "confirmed", state: null });
  return ok({ campaignId: campaign.campaignId, undoUntil: when.undoUntil, again: false });
}

function insertHead(
  database: DatabaseSync,
  campaign: ConfirmedCampaign,
  plan: CampaignPlan,
  when: { now: string; undoUntil: string | null },
): void {
  const people = plan.parts.reduce((sum, part) => sum + part.people, 0);
  database
    .prepare(
      `INSERT INTO campaign (id, draft_id, title, text, sender, tariff_code, validity_hours, route, start, groups,
         people, price_shown, base, identity, digest, content_digest, confirmed_at, undo_until, released, state, counts)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      campaign.campaignId,
      campaign.draftId,
      campaign.title,
      campaign.text,
      campaign.sender,
      campaign.tariffCode,
      campaign.validityHours,
      plan.route,
      jsonColumn(campaign.start),
      JSON.stringify(campaign.groups),
      people,
      jsonColumn(campaign.priceShown),
      campaign.base,
      campaign.identity,
      campaign.digest,
      campaign.content,
      when.now,
      when.undoUntil,
      when.undoUntil === null ? 1 : 0,
      when.undoUntil === null ? "sending" : "undo",
      JSON.stringify({ ...noCounts, total: people, waiting: people }),
    );
}

function insertParts(database: DatabaseSync, campaignId: string, plan: CampaignPlan): void {
  const insert = database.prepare(
    `INSERT INTO part (campaign_id, position, people, state, open, part, body_hash)
     VALUES (?, ?, ?, 'planned', 1, ?, ?)`,
  );
  const fresh = JSON.stringify(plannedPart(plan.route !== "send-groups"));
  for (const [index, { people, body }] of plan.parts.entries()) {
    insert.run(campaignId, index, people, fresh, nativeSha256.ofText(body));
    keepBody(database, campaignId, index, body);
  }
}

/** So many people are written by one call: a call for each costs as much again as writing them. */
const peopleAtOnce = 200;

function insertPeople(database: DatabaseSync, campaign: ConfirmedCampaign, plan: CampaignPlan): void {
  for (let part = 0; part < plan.parts.length; part++) {
    const end = Math.min((part + 1) * peoplePerPart, campaign.recipients.length);
    for (let from = part * peoplePerPart; from < end;) {
      // The last few go one by one: a statement for every number of them would be kept for ever.
      const count = end - from < peopleAtOnce ? 1 : peopleAtOnce;
      const values = campaign.recipients.slice(from, from + count).flatMap(({ row, number, name }, index) => {
        const reference = plan.references[from + index];
        if (reference === undefined) throw new Error("A person without a reference id");
        return [from + index, row, number, name, reference];
      });
      database.prepare(insertOf(count)).run(campaign.campaignId, part, ...values);
      from += count;
    }
  }
}

function insertOf(people: number): string {
  const rows = Array.from({ length: people }, () => "(?1, ?2, ?, ?, ?, ?, ?)");
  return `INSERT INTO person (campaign_id, part, position, row, number, name, reference) VALUES ${rows.join(", ")}`;
}
