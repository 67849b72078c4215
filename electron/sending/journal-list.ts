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
 * their draft is there again. The search looks at title, text and sender; the counts are of what it finds.
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
  return database
    .prepare(`${campaignQuery} WHERE undone = 0 ORDER BY sequence DESC`)
    .all()
    .filter((row) => holds(`${text(row, "title")}\n${text(row, "text")}\n${text(row, "sender")}`, search))
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

// SQLite folds only ASCII letters; titles are as often Cyrillic.
function holds(content: string, search: string): boolean {
  return content.toLowerCase().includes(search.trim().toLowerCase());
}
