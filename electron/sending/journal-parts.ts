import type { DatabaseSync } from "node:sqlite";
import { stateOfCampaign, unknownWord } from "../../shared/campaign/overview.ts";
import type { PartEvent } from "../../shared/campaign/part-event.ts";
import type { Part } from "../../shared/campaign/part-state.ts";
import { isAccepted, isFinal, isWatched, startOfPart } from "../../shared/campaign/part-state.ts";
import { type Effect, step } from "../../shared/campaign/part-step.ts";
import { withoutPeople, withoutStart, withStart } from "../../shared/campaign/plan.ts";
import type { PlannedStart } from "../../shared/campaign/schedule.ts";
import { countsOfPart, sumOfCounts } from "../../shared/campaign/status.ts";
import { addMoney, type Money } from "../../shared/money.ts";
import { logEvent } from "./journal-events.ts";
import { bodyOf, deleteBody, rewriteBody } from "./journal-body.ts";
import { json, jsonColumn, jsonOrNull, readsByPart, text, textOrNull } from "./journal-rows.ts";

/** What happened to a part, with the raw evidence for whoever has to find out later. */
export type Happening = { campaignId: string; index: number; event: PartEvent; evidence?: string };

/**
 * Applies one event to a part and writes everything that follows from it. Runs inside a transaction, which makes it
 * the compare-and-set of the protocol: the event is judged against the state on disk.
 * @returns the part afterwards, or null when the event is not allowed in its state; nothing is written then.
 */
export function applyEvent(database: DatabaseSync, happening: Happening, now: string): Part | null {
  const { campaignId, index, event } = happening;
  const row = database
    .prepare("SELECT part, base FROM part JOIN campaign ON campaign.id = campaign_id WHERE id = ? AND position = ?")
    .get(campaignId, index);
  if (row === undefined) return null;
  const before = json<Part>(row, "part");
  const stepped = step(before, event);
  if (stepped === null) return null;
  writePart(database, happening, before, stepped.part, now);
  for (const effect of stepped.effects) carryOut(database, { campaignId, index, base: text(row, "base") }, effect, now);
  return stepped.part;
}

function writePart(database: DatabaseSync, happening: Happening, before: Part, part: Part, now: string): void {
  const { campaignId, index, event, evidence } = happening;
  database
    .prepare(
      `UPDATE part SET part = ?, state = ?, open = ?, tried_at = iif(?, ?, tried_at),
         accepted_at = iif(?, coalesce(accepted_at, ?), accepted_at)
       WHERE campaign_id = ? AND position = ?`,
    )
    .run(
      JSON.stringify(part),
      part.state.name,
      isFinal(part) && !isWatched(part) ? 0 : 1,
      event.kind === "post" ? 1 : 0,
      now,
      isAccepted(part) && !isAccepted(before) ? 1 : 0,
      now,
      campaignId,
      index,
    );
  const data = evidence === undefined ? event : { ...event, evidence };
  logEvent(database, { at: now, campaignId, part: index, kind: event.kind, state: part.state.name, data });
}

type Place = { campaignId: string; index: number; base: string };

function carryOut(database: DatabaseSync, { campaignId, index, base }: Place, effect: Effect, now: string): void {
  switch (effect.do) {
    case "own":
      for (const serviceId of effect.serviceIds) {
        database.prepare("DELETE FROM elsewhere WHERE base = ? AND service_id = ?").run(base, serviceId);
        database
          .prepare("INSERT INTO owned (base, service_id, campaign_id, part) VALUES (?, ?, ?, ?)")
          .run(base, serviceId, campaignId, index);
      }
      return;
    case "pause-others":
      for (const other of partsOf(database, campaignId)) {
        if (other.index === index || other.part.state.name !== "planned") continue;
        const event = { kind: "pause", reason: effect.reason } as const;
        applyEvent(database, { campaignId, index: other.index, event }, now);
      }
      return;
    case "remove-start":
      rewriteBody(database, campaignId, index, withoutStart);
      return;
    case "set-start":
      rewriteBody(database, campaignId, index, (body) => withStart(body, effect.start.service));
      return;
    case "end-reads":
      // But for one that is paused: it can be resumed in the web account, and goes out then.
      database
        .prepare(
          `UPDATE owned SET final = 1
           WHERE campaign_id = ? AND part = ? AND json_extract(reading, '$.status') IS NOT 'paused'`,
        )
        .run(campaignId, index);
      return;
    case "forget-body":
      deleteBody(database, campaignId, index);
      return;
    default:
      effect satisfies never;
  }
}

/** The parts of a campaign in order. */
export function partsOf(
  database: DatabaseSync,
  campaignId: string,
): { index: number; part: Part; people: number; leftOut: number }[] {
  return database
    .prepare("SELECT position, part, people, left_out FROM part WHERE campaign_id = ? ORDER BY position")
    .all(campaignId)
    .map((row) => ({
      index: Number(row["position"]),
      part: json<Part>(row, "part"),
      people: Number(row["people"]),
      leftOut: Number(row["left_out"]),
    }));
}

/** The same event for each part of a campaign that its state allows it to. */
export function applyToAll(database: DatabaseSync, campaignId: string, event: PartEvent, now: string): void {
  for (const { index } of partsOf(database, campaignId)) applyEvent(database, { campaignId, index, event }, now);
}

/** Writes what lists show of a campaign: state, counts, price. Belongs into the transaction of every change. */
export function rewriteOverview(database: DatabaseSync, campaignId: string): void {
  const head = database
    .prepare("SELECT released, start, cancel_requested_at FROM campaign WHERE id = ?")
    .get(campaignId);
  if (head === undefined) return;
  const reads = readsByPart(database, campaignId);
  const parts = partsOf(database, campaignId).map((part) => ({ ...part, reads: reads.get(part.index) ?? [] }));
  const state = stateOfCampaign({
    parts,
    undoOpen: head["released"] !== 1,
    scheduled: parts.some(({ part }) => startOfPart(part, jsonOrNull<PlannedStart>(head, "start")) !== null),
    cancelRequested: textOrNull(head, "cancel_requested_at") !== null,
  });
  const counts = sumOfCounts(
    parts.map(({ part, people, leftOut, reads }) => countsOfPart(part, people, leftOut, reads)),
  );
  const unread = database.prepare("SELECT 1 FROM owned WHERE campaign_id = ? AND final = 0 LIMIT 1").get(campaignId);
  const final = parts.every(({ part }) => isFinal(part)) && unread === undefined;
  database
    .prepare(
      "UPDATE campaign SET state = ?, service_word = ?, counts = ?, counts_final = ?, price_final = ? WHERE id = ?",
    )
    .run(
      state,
      state === "other" ? unknownWord(parts) : null,
      JSON.stringify(counts),
      final ? 1 : 0,
      jsonColumn(final ? finalPrice(database, campaignId) : null),
      campaignId,
    );
}

function finalPrice(database: DatabaseSync, campaignId: string): Money | null {
  const prices = database
    .prepare("SELECT price FROM owned WHERE campaign_id = ?")
    .all(campaignId)
    .map((row) => jsonOrNull<Money>(row, "price"));
  return prices.length === 0 ? null : prices.reduce(addMoney);
}

/**
 * Leaves people out of a part that was never posted, and says so on their rows.
 * @returns how many are left to send to; null when the part was posted before or its body is gone: nothing changed.
 */
export function leaveOut(database: DatabaseSync, campaignId: string, index: number, numbers: string[]): number | null {
  const row = database.prepare("SELECT part FROM part WHERE campaign_id = ? AND position = ?").get(campaignId, index);
  if (row === undefined || bodyOf(database, campaignId, index) === null) return null;
  const part = json<Part>(row, "part");
  if (part.state.name !== "planned" || part.attempts > 0) return null;
  let left = 0;
  rewriteBody(database, campaignId, index, (body) => {
    const rest = withoutPeople(body, new Set(numbers));
    left = rest.people;
    return rest.body;
  });
  const mark = database.prepare(
    "UPDATE person SET left_out = 1 WHERE campaign_id = ? AND number = ? AND part = ? AND left_out = 0",
  );
  for (const number of numbers) mark.run(campaignId, number, index);
  database
    .prepare("UPDATE part SET left_out = people - ? WHERE campaign_id = ? AND position = ?")
    .run(left, campaignId, index);
  return left;
}
