import type { SQLInputValue, SQLOutputValue } from "node:sqlite";
import { ok, type Answer } from "./answer.ts";
import { messageStatus, type CampaignRow } from "./campaign-life.ts";
import { moment } from "./campaign-reads.ts";
import { shownTime } from "./campaign-shapes.ts";
import { asCampaign } from "./campaign-store.ts";
import { chosenSort, directionOf, pageOf } from "./paging.ts";
import type { Call, Practice } from "./practice.ts";
import { currency, moneyText } from "./prices.ts";
import { inSight, shownMoment, takenIn } from "./sight.ts";

const sortable = { id: "m.id", phone: "m.phone", delivered: "m.final_at" };

/** `GET /api/messages`: oldest first; by id, campaign, reference or time, never by status or number. */
export function listMessages(call: Call): Answer {
  const { practice, query } = call;
  const page = pageOf(query, { least: 15, usual: 50 });
  const order = `${chosenSort(query, sortable, "id")} ${directionOf(query)}, m.id`;
  const at = shownMoment(practice);
  const filter = filterOf(call);
  const seen = inSight(practice, campaignsOf(call, filter));
  const source = `FROM message m JOIN campaign c ON c.id = m.campaign_id
    WHERE c.id IN (SELECT value FROM json_each(:campaigns)) AND ${takenIn}${filter.where}`;
  const values = {
    ...filter.values,
    campaigns: JSON.stringify(seen.map((campaign) => campaign.id)),
    at,
    speed: practice.switches().takenInPerSecond,
  };
  const rows = practice.store.db
    .prepare(
      `SELECT m.*, c.validity, c.created_at, c.origin, ${messageStatus} AS status ${source}
       ORDER BY ${order} LIMIT :limit OFFSET :offset`,
    )
    .all({ ...values, ...page });
  // A page that is not full is the last one.
  const isLast = rows.length < page.limit && (rows.length > 0 || page.offset === 0);
  const total = isLast
    ? page.offset + rows.length
    : practice.store.db.prepare(`SELECT count(*) AS total ${source}`).get(values)?.["total"];
  return ok({ data: rows.map((row) => shownMessage(practice, row)), meta: { page: { total, ...page } } });
}

type Filter = { where: string; values: Record<string, SQLInputValue>; narrow: boolean };

function filterOf({ practice, query }: Call): Filter {
  const parts: [string, SQLInputValue][] = [];
  for (const [name, column] of [
    ["id", "m.id = :id"],
    ["campaign_id", "m.campaign_id = :campaign_id"],
    ["reference_id", "m.reference_id = :reference_id"],
  ] as const) {
    const given = query.get(`filter[${name}]`);
    if (given !== null) parts.push([column, name === "reference_id" ? given : Number(given)]);
  }
  const narrow = parts.length > 0;
  const from = moment(practice, query, "filter[from]");
  if (from !== null) parts.push(["c.created_at >= :from_at", from]);
  const to = moment(practice, query, "filter[to]");
  if (to !== null) parts.push(["c.created_at <= :to_at", to + 999]);
  return {
    where: parts.map(([condition]) => ` AND ${condition}`).join(""),
    values: Object.fromEntries(parts.map(([condition, value]) => [/:(\w+)/.exec(condition)?.[1] ?? "", value])),
    narrow,
  };
}

/** The campaigns that the request is about: those of the messages it names, or all of the account. */
function campaignsOf({ practice, account }: Call, filter: Filter): CampaignRow[] {
  const named = `AND c.id IN (SELECT m.campaign_id FROM message m WHERE TRUE${filter.where})`;
  return practice.store.db
    .prepare(`SELECT * FROM campaign c WHERE c.account = :account ${filter.narrow ? named : ""}`)
    .all({ account, ...(filter.narrow ? filter.values : {}) })
    .map(asCampaign);
}

function shownMessage(practice: Practice, row: Record<string, SQLOutputValue>): Record<string, unknown> {
  const status = String(row["status"]);
  const gone = !["accepted", "moderation", "scheduled", "sending"].includes(status);
  const time = (column: string): string | null => shownTime(practice, Number(row[column]));
  return {
    id: row["id"],
    campaign_id: row["campaign_id"],
    reference_id: row["reference_id"],
    type: "sms",
    source: row["origin"] === "web" ? "web" : "rest",
    text: row["text"],
    phone: row["phone"],
    validity: row["validity"],
    status,
    amount: { value: moneyText(Number(row["price"])), currency },
    sender: row["sender"],
    created_at: time("created_at"),
    sent_at: gone ? time("sent_at") : null,
    delivered_at: status === "delivered" ? time("final_at") : null,
    country: row["country"],
    parts: row["parts"],
  };
}
