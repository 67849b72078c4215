import type { DatabaseSync } from "node:sqlite";
import type { CampaignRow, CampaignState } from "../../shared/campaign/view.ts";
import { campaignQuery, campaignRowOf, elsewhereRowOf } from "./journal-views.ts";
import { text } from "./journal-rows.ts";

export type CampaignFilter = "all" | "waiting" | "sending" | "finished";
export type ListQuery = { search: string; filter: CampaignFilter; offset: number; limit: number };
export type CampaignList = {
  rows: CampaignRow[];
  total: number;
  counts: Record<CampaignFilter, number>;
};

const filterOfState: Record<CampaignState, Exclude<CampaignFilter, "all">> = {
  draft: "waiting",
  undo: "waiting",
  scheduled: "waiting",
  attention: "waiting",
  paused: "waiting",
  moderation: "sending",
  sending: "sending",
  cancelling: "sending",
  other: "sending",
  finished: "finished",
  cancelled: "finished",
  refused: "finished",
  spam: "finished",
};

/**
 * Campaigns, newest first: ours, and those of the account that were made elsewhere. Taken-back ones are left out:
 * their draft is there again. The search looks at title, text and sender, and a whole phone number finds what that person
 * was in; the counts are of what it finds.
 */
export function listCampaigns(
  database: DatabaseSync,
  account: { base: string; identity: string } | null,
  { search, filter, offset, limit }: ListQuery,
): CampaignList {
  const all = [...ours(database, search), ...elsewhere(database, account, search)].sort(byTime);
  const counts: Record<CampaignFilter, number> = { all: all.length, waiting: 0, sending: 0, finished: 0 };
  for (const { state } of all) counts[filterOfState[state]]++;
  const found = filter === "all" ? all : all.filter(({ state }) => filterOfState[state] === filter);
  return { rows: found.slice(offset, offset + limit), total: found.length, counts };
}

function byTime(a: CampaignRow, b: CampaignRow): number {
  return (b.at ?? "").localeCompare(a.at ?? "");
}

function ours(database: DatabaseSync, search: string): CampaignRow[] {
  const withPerson = campaignsWith(database, search);
  return database
    .prepare(`${campaignQuery} WHERE undone = 0 ORDER BY sequence DESC`)
    .all()
    .filter(
      (row) =>
        withPerson.has(text(row, "id")) ||
        holds(`${text(row, "title")}\n${text(row, "text")}\n${text(row, "sender")}`, search),
    )
    .map(campaignRowOf);
}

function elsewhere(
  database: DatabaseSync,
  account: { base: string; identity: string } | null,
  search: string,
): CampaignRow[] {
  if (account === null) return [];
  return database
    .prepare("SELECT * FROM elsewhere WHERE base = ? AND identity = ?")
    .all(account.base, account.identity)
    .filter((row) => holds(`${text(row, "title")}\n${text(row, "sender")}`, search))
    .map(elsewhereRowOf);
}

/** The campaigns of the person whose whole number (9 to 15 digits, however it is written) is searched for. */
function campaignsWith(database: DatabaseSync, search: string): ReadonlySet<string> {
  const number = search.replaceAll(/[\s()+.\u002D\u2010-\u2015]/g, "").replace(/^00/, "");
  if (!/^\d{9,15}$/.test(number)) return new Set();
  const rows = database.prepare("SELECT campaign_id FROM person WHERE number = ?").all(number);
  return new Set(rows.map((row) => text(row, "campaign_id")));
}

// SQLite folds only ASCII letters; titles are as often Cyrillic.
function holds(content: string, search: string): boolean {
  return content.toLowerCase().includes(search.trim().toLowerCase());
}
