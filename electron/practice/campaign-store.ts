import type { SQLOutputValue } from "node:sqlite";
import type { CampaignRow, Journey } from "./campaign-life.ts";
import { refusal, Refused } from "./answer.ts";
import type { Ordered } from "./campaign-rules.ts";
import type { Store } from "./store.ts";

/** A message about to be accepted; the price in millionths. */
export type NewMessage = Omit<Ordered, "path" | "tariff"> & { parts: number; country: string | null; price: number };

/** Just below 2³², so that practice meets the ids that do not fit into 32 bits. */
const firstCampaignId = 2 ** 32 - 3;

export function nextCampaignId(store: Store): number {
  const last = store.db.prepare("SELECT max(id) AS id FROM campaign").get()?.["id"];
  return typeof last === "number" ? last + 1 : firstCampaignId;
}

export function insertCampaign(store: Store, campaign: CampaignRow): void {
  const columns = Object.keys(campaign);
  store.db
    .prepare(`INSERT INTO campaign (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`)
    .run(...Object.values(campaign));
}

export function insertMessages(
  store: Store,
  campaign: number,
  messages: readonly NewMessage[],
  journeys: readonly Journey[],
): void {
  const insert = store.db.prepare(
    `INSERT INTO message (campaign_id, row, phone, text, sender, reference_id, parts, price, country,
       going_at, sent_at, final_at, fate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  messages.forEach((message, row) => {
    const journey = journeys[row];
    if (journey === undefined) throw new RangeError(`no journey for row ${row}`);
    const { phone, text, sender, reference, parts, price, country } = message;
    const { goingAt, sentAt, finalAt, fate } = journey;
    insert.run(campaign, row, phone, text, sender, reference, parts, price, country, goingAt, sentAt, finalAt, fate);
  });
}

/** The campaign of this number; ends the request with 404 when there is none. */
export function campaignById(store: Store, id: number): CampaignRow {
  const row = store.db.prepare("SELECT * FROM campaign WHERE id = ?").get(id);
  if (row === undefined) throw new Refused(refusal(404, "Campaign was not found"));
  return asCampaign(row);
}

/** A row of `SELECT * FROM campaign`, whose columns are those of the type (STRICT table). */
export function asCampaign(row: Record<string, SQLOutputValue>): CampaignRow {
  return row as CampaignRow;
}
