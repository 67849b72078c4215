import type { DatabaseSync } from "node:sqlite";
import { firstInstant } from "../../shared/campaign/service-zone.ts";
import type { ServiceMessage } from "../bsg/port.ts";
import { ownerOf } from "./journal-reads.ts";
import { jsonColumn } from "./journal-rows.ts";
import { readingOffsetOf } from "./journal-zones.ts";

type Account = { base: string; identity: string };

/**
 * Writes what became of people, found by their reference ids; where the service keeps one to itself, by the number in a
 * campaign of ours. Of a part that owns several campaigns, as its POST was delivered twice, whoever has the text by one of
 * them has it, and may have it by one that does not know, whatever another one says: nobody is to get it anew.
 * @returns how many of the messages were ours.
 */
export function recordMessages(database: DatabaseSync, account: Account, messages: ServiceMessage[]): number {
  // Whom it has left for by one of them a stop of the other one has not kept from it.
  const keeps = `?5 = 1 AND (word IN ('delivered', 'read', 'unknown') AND ?1 NOT IN ('delivered', 'read')
    OR word IN ('sent', 'sending') AND ?1 IN ('accepted', 'scheduled', 'moderation'))`;
  const change = `UPDATE person SET word = iif(${keeps}, word, ?1), at = iif(${keeps}, at, ?2),
    parts = iif(${keeps}, parts, ?3), price = iif(${keeps}, price, ?4)`;
  const byReference = database.prepare(`${change} WHERE reference = ?6 AND number = ?7`);
  const byNumber = database.prepare(`${change} WHERE campaign_id = ?6 AND part = ?7 AND number = ?8`);
  const owners = new Map<string, PartOfCampaign | null>();
  const offset = readingOffsetOf(database, account);
  let ours = 0;
  for (const { status, price, parts, phone, referenceId, campaignId, ...message } of messages) {
    const at = firstInstant([message.deliveredAt, message.sentAt, message.createdAt], offset);
    if (campaignId !== null && !owners.has(campaignId)) {
      owners.set(campaignId, partOfCampaign(database, account.base, campaignId));
    }
    const owner = owners.get(campaignId ?? "") ?? null;
    const values = [status, at, parts, jsonColumn(price), owner?.isOnly === true ? 0 : 1] as const;
    if (referenceId !== null) {
      ours += Number(byReference.run(...values, referenceId, phone).changes);
      continue;
    }
    if (owner !== null) ours += Number(byNumber.run(...values, owner.campaignId, owner.index, phone).changes);
  }
  return ours;
}

type PartOfCampaign = { campaignId: string; index: number; isOnly: boolean };

/** Which part a campaign of the service belongs to, and whether it is the only one that does. */
function partOfCampaign(database: DatabaseSync, base: string, serviceId: string): PartOfCampaign | null {
  const owner = ownerOf(database, base, serviceId);
  if (owner === null) return null;
  const row = database
    .prepare("SELECT count(*) AS n FROM owned WHERE campaign_id = ? AND part = ?")
    .get(owner.campaignId, owner.index);
  return { ...owner, isOnly: Number(row?.["n"]) === 1 };
}
