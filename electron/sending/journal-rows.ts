import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { type Part, startOfPart } from "../../shared/campaign/part-state.ts";
import type { Route } from "../../shared/campaign/preflight.ts";
import type { PlannedStart } from "../../shared/campaign/schedule.ts";
import type { CampaignRead } from "../../shared/campaign/status.ts";
import type { PeopleCounts } from "../../shared/campaign/view.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ChosenGroup } from "../../shared/library/draft.ts";
import type { Money } from "../../shared/money.ts";

export type Row = Record<string, SQLOutputValue>;

/** A column of text that is never null. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new Error(`The journal's column ${column} is not text`);
  return value;
}

/** A column of text or null. */
export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null || row[column] === undefined ? null : text(row, column);
}

/** What the columns of JSON hold, whichever table they are in; the journal is the only writer of its file. */
type JsonColumns = {
  counts: PeopleCounts;
  delete_drafts: string[];
  former_hashes: string[];
  numbers: string[];
  groups: ChosenGroup[];
  part: Part;
  part_starts: PartStart[];
  price: Money;
  price_final: Money;
  price_shown: Money;
  reading: CampaignRead;
  refresh_problem: AppError;
  start: PlannedStart;
};

/** `moved`: the time that a click gave the part; `postedAt`: when it was handed over last (ISO), null while it was not. */
export type PartStart = { sendNow: boolean; moved: PlannedStart | null; postedAt: string | null };

/** The columns that can be read as a `T`. */
type JsonColumn<T> = { [C in keyof JsonColumns]: JsonColumns[C] extends T ? C : never }[keyof JsonColumns];

/** A column of JSON that is never null. */
export function json<T>(row: Row, column: JsonColumn<T>): T {
  return JSON.parse(text(row, column)) as T;
}

/** A nullable column of JSON. */
export function jsonOrNull<T>(row: Row, column: JsonColumn<T>): T | null {
  return textOrNull(row, column) === null ? null : json<T>(row, column);
}

/** Null stays NULL, everything else is JSON text. */
export function jsonColumn(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** When a campaign is to start; null for now. */
export type Start = PlannedStart | null;

/** A part together with what its campaign says about it: all that posting, looking and stopping need. */
export type PartWork = {
  campaignId: string;
  index: number;
  part: Part;
  people: number;
  leftOut: number;
  title: string;
  text: string;
  route: Route;
  sender: string;
  groups: ChosenGroup[];
  /** By a click of the user, else as confirmed. */
  start: Start;
  validityHours: number;
  base: string;
  identity: string;
  confirmedAt: string;
  released: boolean;
  triedAt: string | null;
  acceptedAt: string | null;
};

/** The columns a {@link PartWork} is read from. */
export const partWorkQuery = `
  SELECT part.campaign_id, part.position, part.part, part.people, part.left_out, part.tried_at, part.accepted_at,
         title, text, route, sender, groups, start, validity_hours, base, identity, confirmed_at, released
  FROM part JOIN campaign ON campaign.id = part.campaign_id`;

/** Reads one row of {@link partWorkQuery}. */
export function partWork(row: Row): PartWork {
  const part: Part = json(row, "part");
  return {
    campaignId: text(row, "campaign_id"),
    index: Number(row["position"]),
    part,
    people: Number(row["people"]),
    leftOut: Number(row["left_out"]),
    title: text(row, "title"),
    text: text(row, "text"),
    route: text(row, "route") as Route,
    sender: text(row, "sender"),
    groups: json(row, "groups"),
    start: startOfPart(part, jsonOrNull<PlannedStart>(row, "start")),
    validityHours: Number(row["validity_hours"]),
    base: text(row, "base"),
    identity: text(row, "identity"),
    confirmedAt: text(row, "confirmed_at"),
    released: row["released"] === 1,
    triedAt: textOrNull(row, "tried_at"),
    acceptedAt: textOrNull(row, "accepted_at"),
  };
}

const notRead: CampaignRead = { status: "creation", finishedAt: null, totalMessages: null, statistics: null };

/**
 * The last reads of the campaigns a part owns, by part. One that was never read counts as being created, until the
 * watch of its part is over.
 */
export function readsByPart(database: DatabaseSync, campaignId: string): Map<number, CampaignRead[]> {
  const rows = database
    .prepare("SELECT part, reading, final FROM owned WHERE campaign_id = ? AND (final = 0 OR reading IS NOT NULL)")
    .all(campaignId);
  const reads = new Map<number, CampaignRead[]>();
  for (const row of rows) {
    const index = Number(row["part"]);
    const read = jsonOrNull<CampaignRead>(row, "reading") ?? notRead;
    reads.set(index, [...(reads.get(index) ?? []), { ...read, closed: row["final"] === 1 }]);
  }
  return reads;
}
