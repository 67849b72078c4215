import type { DatabaseSync } from "node:sqlite";
import { firstInstant } from "../../shared/campaign/service-zone.ts";
import type { ServiceMessage } from "../bsg/port.ts";
import { ownerOf } from "./journal-reads.ts";
import { jsonColumn } from "./journal-rows.ts";
import { readingOffsetOf } from "./journal-zones.ts";

type Account = { base: string; identity: string };

/**
 * Writes what became of people, found by their reference ids; where the service keeps one to itself, by the number in a
 * campaign of ours. @returns how many of the messages were ours.
 */
export function recordMessages(database: DatabaseSync, account: Account, messages: ServiceMessage[]): number {
  const change = "UPDATE person SET word = ?, at = ?, parts = ?, price = ?";
  const byReference = database.prepare(`${change} WHERE reference = ? AND number = ?`);
  const byNumber = database.prepare(`${change} WHERE campaign_id = ? AND part = ? AND number = ?`);
  const offset = readingOffsetOf(database, account);
  let ours = 0;
  for (const { status, price, parts, phone, referenceId, campaignId, ...message } of messages) {
    const at = firstInstant([message.deliveredAt, message.sentAt, message.createdAt], offset);
    const values = [status, at, parts, jsonColumn(price)] as const;
    if (referenceId !== null) {
      ours += Number(byReference.run(...values, referenceId, phone).changes);
      continue;
    }
    const owner = campaignId === null ? null : ownerOf(database, account.base, campaignId);
    if (owner !== null) ours += Number(byNumber.run(...values, owner.campaignId, owner.index, phone).changes);
  }
  return ours;
}
