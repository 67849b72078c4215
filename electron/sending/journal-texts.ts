import type { DatabaseSync } from "node:sqlite";
import { type NumberSearch, numberGone } from "../privacy/number-search.ts";
import { type Holding, partIsOver } from "./journal-ended.ts";
import { text } from "./journal-rows.ts";

/** However the number is written in the name of a campaign, be it made here or elsewhere. */
export function eraseFromTitles(database: DatabaseSync, search: NumberSearch): void {
  for (const table of ["campaign", "elsewhere"]) {
    const rename = database.prepare(`UPDATE ${table} SET title = ? WHERE title = ?`);
    for (const row of database.prepare(`SELECT title FROM ${table}`).all()) {
      const title = text(row, "title");
      if (search.inText(title)) rename.run(search.without(title) || "…", title);
    }
  }
}

/** Campaigns whose message as it was confirmed holds a number; `over`: nothing can happen to them any more. */
function withTexts(
  database: DatabaseSync,
  search: NumberSearch,
  now: number,
): (Holding & { text: string; over: boolean })[] {
  return database
    .prepare(
      `SELECT id, draft_id, title, text,
         (SELECT min(${partIsOver}) FROM part WHERE part.campaign_id = campaign.id) AS over,
         (SELECT iif(count(*) = count(json_extract(part, '$.watchUntil')), max(json_extract(part, '$.watchUntil')), NULL)
          FROM part WHERE part.campaign_id = campaign.id) AS until
       FROM campaign ORDER BY sequence`,
    )
    .all({ now })
    .filter((row) => search.inText(text(row, "text")))
    .map((row) => ({
      campaignId: text(row, "id"),
      draftId: text(row, "draft_id"),
      title: text(row, "title"),
      until: row["until"] === null ? null : Number(row["until"]),
      text: text(row, "text"),
      over: row["over"] === 1,
    }));
}

/** Those to which something can still happen: no byte of what was confirmed changes before. */
export function waitingTexts(database: DatabaseSync, search: NumberSearch, now: number): Holding[] {
  return withTexts(database, search, now)
    .filter(({ over }) => !over)
    .map(({ campaignId, draftId, title, until }) => ({ campaignId, draftId, title, until }));
}

/** Takes a number out of the messages of campaigns that are over. @returns the others, which must be waited for */
export function eraseFromTexts(database: DatabaseSync, search: NumberSearch, now: number): Holding[] {
  const write = database.prepare("UPDATE campaign SET text = ? WHERE id = ?");
  for (const campaign of withTexts(database, search, now)) {
    if (campaign.over) write.run(search.without(campaign.text, numberGone), campaign.campaignId);
  }
  return waitingTexts(database, search, now);
}
