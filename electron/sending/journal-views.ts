import type { DatabaseSync } from "node:sqlite";
import type { Part } from "../../shared/campaign/part-state.ts";
import {
  isFinal,
  isWatched,
  lookProblemOf,
  plannedPart,
  questionOf,
  reasonOf,
} from "../../shared/campaign/part-state.ts";
import type { PlannedStart } from "../../shared/campaign/schedule.ts";
import {
  type CampaignRead,
  countsOfPart,
  isEnding,
  isFinalRead,
  missingPeople,
  noCounts,
  stateOfWord,
} from "../../shared/campaign/status.ts";
import {
  type CampaignDetails,
  type CampaignRow,
  type PartView,
  type PeopleCounts,
} from "../../shared/campaign/view.ts";
import { blindLimit } from "../../shared/campaign/votes.ts";
import type { ChosenGroup } from "../../shared/library/draft.ts";
import { addMoney, type Money } from "../../shared/money.ts";
import { isLongEnded } from "./journal-ended.ts";
import { partsOf } from "./journal-parts.ts";
import { countUnreached } from "./journal-unreached.ts";
import {
  json,
  jsonOrNull,
  type PartStart,
  partWork,
  partWorkQuery,
  type PartWork,
  readsByPart,
  type Row,
  text,
  textOrNull,
} from "./journal-rows.ts";

const excerptLength = 120;

/** The columns a {@link campaignRowOf} is read from: the campaign's own, and what is known of the times of its parts. */
export const campaignQuery = `
  SELECT campaign.*, (
    SELECT json_group_array(json_object(
      'sendNow', json(iif(json_extract(part.part, '$.sendNow'), 'true', 'false')), 'moved', json_extract(part.part, '$.start'),
      'postedAt', iif(json_extract(part.part, '$.attempts') > 0 AND part.state <> 'refused',
        coalesce(part.tried_at, part.accepted_at, campaign.confirmed_at), NULL)
    )) FROM part WHERE part.campaign_id = campaign.id
  ) AS part_starts,
  EXISTS (SELECT 1 FROM owned WHERE owned.campaign_id = campaign.id AND early = 1) AS started_early,
  cancel_requested_at IS NOT NULL OR EXISTS (
    SELECT 1 FROM part WHERE part.campaign_id = campaign.id AND part.state IN ('refused', 'cancelled', 'cancelled-by-absence')
  ) AS is_less
  FROM campaign`;

/**
 * When the first part of a campaign began or is to begin: each as confirmed unless a click gave it another time. A part
 * that still asks for its time counts only while no other has one. `planned` null: without a time, when it was handed over.
 */
function startOf(row: Row): { at: string; planned: PlannedStart | null } {
  const confirmed = jsonOrNull<PlannedStart>(row, "start");
  const starts = json<PartStart[]>(row, "part_starts").flatMap(({ sendNow, moved, postedAt }) => {
    const planned = sendNow ? null : (moved ?? (postedAt === null ? null : confirmed));
    const at = planned?.utc ?? postedAt;
    return at === null ? [] : [{ at, planned }];
  });
  const [first] = starts.sort((a, b) => a.at.localeCompare(b.at));
  return first ?? { at: confirmed?.utc ?? text(row, "confirmed_at"), planned: confirmed };
}

/** The line of one of our campaigns. */
export function campaignRowOf(row: Row): CampaignRow {
  const counts = json<PeopleCounts>(row, "counts");
  // Of what goes to nobody, or to fewer than was confirmed, less is charged; what was confirmed would read like it.
  const isLess = row["is_less"] === 1 || (counts.total > 0 && counts.notSent === counts.total);
  const confirmed = isLess ? null : jsonOrNull<Money>(row, "price_shown");
  return {
    id: text(row, "id"),
    origin: "ours",
    title: text(row, "title"),
    excerpt: excerptOf(text(row, "text")),
    state: text(row, "state") as CampaignRow["state"],
    serviceWord: textOrNull(row, "service_word"),
    people: counts.total,
    atMost: json<ChosenGroup[]>(row, "groups").length > 1,
    delivered: counts.delivered,
    failed: counts.failed,
    price: jsonOrNull<Money>(row, "price_final") ?? confirmed,
    at: startOf(row).at,
  };
}

function excerptOf(template: string): string {
  const line = template.replace(/\s+/g, " ").trim();
  return line.length <= excerptLength ? line : `${line.slice(0, excerptLength - 1)}…`;
}

/** The page of one of our campaigns; null when there is none. Looks that are only planned are added by `sending`. */
export function campaignDetailsOf(database: DatabaseSync, id: string): CampaignDetails | null {
  const row = database.prepare(`${campaignQuery} WHERE id = ?`).get(id);
  if (row === undefined) return null;
  const { planned: start } = startOf(row);
  const parts = partViews(database, id);
  const released = row["released"] === 1;
  const cancelRequestedAt = textOrNull(row, "cancel_requested_at");
  return {
    row: campaignRowOf(row),
    identity: text(row, "identity"),
    sender: text(row, "sender"),
    text: text(row, "text"),
    confirmedAt: text(row, "confirmed_at"),
    startAt: start?.utc ?? null,
    startZone: start?.zone ?? null,
    undoUntil: released ? null : textOrNull(row, "undo_until"),
    counts: json(row, "counts"),
    countsFinal: row["counts_final"] === 1,
    peopleKnown: database.prepare("SELECT 1 FROM person WHERE campaign_id = ? LIMIT 1").get(id) !== undefined,
    // Going over everybody is for when nothing moves any more.
    notReached: row["counts_final"] === 1 ? countUnreached(database, id) : 0,
    startedEarly: row["started_early"] === 1,
    parts,
    priceShown: jsonOrNull(row, "price_shown"),
    priceFinal: jsonOrNull(row, "price_final"),
    canCancel: released && cancelRequestedAt === null && mayCancel(database, id),
    cancelRequestedAt,
    checkedAt: checkedAt(database, id),
    refreshProblem: jsonOrNull(row, "refresh_problem"),
  };
}

/** Whether a cancel could still change anything. */
export function mayCancel(database: DatabaseSync, id: string): boolean {
  const reads = readsByPart(database, id);
  return partsOf(database, id).some(({ index, part, people, leftOut }) => {
    const { name } = part.state;
    const own = reads.get(index) ?? [];
    if (name === "refused" || name.startsWith("cancelled") || name === "stopped") return false;
    if (name !== "accepted" && name !== "accepted-with-exceptions") return true;
    // Whom no campaign of it names may be in one that was not seen yet.
    const missing = name === "accepted" && part.withReferences && missingPeople(people - leftOut, own) !== 0;
    return missing || isWatched(part) || own.some((read) => !isOver(read));
  });
}

/** The service's "done" proves nothing by itself. */
function isOver(read: CampaignRead): boolean {
  if (read.status === "done") return stateOfWord(read) === "finished";
  return isEnding(read.status) || stateOfWord(read) === "finished";
}

function checkedAt(database: DatabaseSync, id: string): string | null {
  const row = database.prepare("SELECT max(checked_at) AS at FROM owned WHERE campaign_id = ?").get(id);
  return row === undefined ? null : textOrNull(row, "at");
}

function partViews(database: DatabaseSync, id: string): PartView[] {
  const reads = readsByPart(database, id);
  const prices = pricesByPart(database, id);
  return database
    .prepare(`${partWorkQuery} WHERE campaign_id = ? ORDER BY position`)
    .all(id)
    .map((row) => {
      const work = partWork(row);
      const price = isFinal(work.part) ? (prices.get(work.index) ?? null) : null;
      return partViewOf(work, reads.get(work.index) ?? [], price);
    });
}

/** What the service charged for each part; null while one of its campaigns is not final. */
function pricesByPart(database: DatabaseSync, id: string): Map<number, Money | null> {
  const prices = new Map<number, Money | null>();
  for (const row of database.prepare("SELECT part, price, final FROM owned WHERE campaign_id = ?").all(id)) {
    const index = Number(row["part"]);
    const price = row["final"] === 1 ? jsonOrNull<Money>(row, "price") : null;
    const before = prices.get(index);
    prices.set(index, before === undefined ? price : addMoney(before, price));
  }
  return prices;
}

function partViewOf(work: PartWork, reads: CampaignRead[], priceFinal: Money | null): PartView {
  const { part } = work;
  const votes = "votes" in part.state ? part.state.votes : null;
  const question = questionOf(part);
  // Where nobody could look there are no votes to measure, only the time after which that is said.
  const voted = (votes?.last?.monotonic ?? 0) - (votes?.first?.monotonic ?? 0);
  const span = question === "unchecked" ? blindLimit : voted;
  return {
    index: work.index,
    people: work.people,
    state: part.state.name,
    serviceStatus: reads[0]?.status ?? null,
    reason: reasonOf(part),
    question,
    counts: countsOfPart(part, work.people, work.leftOut, reads),
    serviceIds: part.serviceIds,
    priceFinal,
    startAt: work.start?.utc ?? null,
    lookProblem: lookProblemOf(part),
    looks: votes?.count ?? 0,
    lookedForMinutes: Math.floor(span / 60_000),
    nextLookAt: null,
    triedAt: work.triedAt,
    watchedUntil: watchedUntil(part),
  };
}

function watchedUntil(part: Part): string | null {
  const { state, watchUntil } = part;
  return "watch" in state && state.watch === "on" && watchUntil !== null ? new Date(watchUntil).toISOString() : null;
}

/** The prefix of ids of campaigns that were not made here. */
export const elsewherePrefix = "elsewhere:";

/** The line of a campaign made elsewhere. */
export function elsewhereRowOf(row: Row): CampaignRow {
  const reading = json<CampaignRead>(row, "reading");
  const counts = elsewhereCounts(reading);
  const state = stateOfWord(lastRead(row));
  return {
    id: elsewherePrefix + text(row, "service_id"),
    origin: "elsewhere",
    title: text(row, "title"),
    excerpt: "",
    state,
    serviceWord: state === "other" ? reading.status : null,
    people: counts === null ? null : counts.total,
    atMost: false,
    delivered: counts === null ? null : counts.delivered,
    failed: counts === null ? null : counts.failed,
    price: jsonOrNull(row, "price"),
    at: textOrNull(row, "at"),
  };
}

/** Figures that stand still are not final for that: they were not read ever since. */
function lastRead(row: Row): CampaignRead {
  const reading = json<CampaignRead>(row, "reading");
  return { ...reading, closed: isLongEnded(reading.status, textOrNull(row, "at"), text(row, "checked_at")) };
}

function elsewhereCounts(reading: CampaignRead): PeopleCounts | null {
  if (reading.statistics === null || reading.totalMessages === null) return null;
  const part: Part = { ...plannedPart(false), attempts: 1, state: { name: "accepted" } };
  return countsOfPart(part, reading.totalMessages, 0, [reading]);
}

/** The page of a campaign made elsewhere; null when it is not known. */
export function elsewhereDetailsOf(database: DatabaseSync, id: string): CampaignDetails | null {
  const serviceId = id.slice(elsewherePrefix.length);
  const row = database.prepare("SELECT * FROM elsewhere WHERE service_id = ?").get(serviceId);
  if (row === undefined) return null;
  const reading = json<CampaignRead>(row, "reading");
  const shown = elsewhereRowOf(row);
  // "Done" and "stopped" prove nothing: texts that are on the way are still counted, and charged.
  const final = isFinalRead(reading);
  return {
    row: shown,
    identity: text(row, "identity"),
    sender: text(row, "sender"),
    text: "",
    confirmedAt: null,
    startAt: textOrNull(row, "at"),
    startZone: null,
    undoUntil: null,
    counts: elsewhereCounts(reading) ?? noCounts,
    countsFinal: final,
    peopleKnown: false,
    notReached: 0,
    startedEarly: false,
    parts: [],
    priceShown: null,
    priceFinal: final ? shown.price : null,
    canCancel: !isOver(lastRead(row)),
    cancelRequestedAt: null,
    checkedAt: text(row, "checked_at"),
    refreshProblem: null,
  };
}
