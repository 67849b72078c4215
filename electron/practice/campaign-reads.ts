import { ok, refuseField, type Answer } from "./answer.ts";
import { finishedAt, messageStatus, realStartAt, statusAt, type CampaignRow } from "./campaign-life.ts";
import { shownLater, shownStart, shownTime } from "./campaign-shapes.ts";
import { asCampaign } from "./campaign-store.ts";
import { chosenSort, directionOf, pageOf } from "./paging.ts";
import type { Call, Practice } from "./practice.ts";
import { currency, moneyText } from "./prices.ts";
import { campaignInSight, inSight, shownMoment, takenIn } from "./sight.ts";
import { readTime } from "./zone.ts";

const threeMonths = 92 * 24 * 3600_000;
/** What a campaign is sorted and filtered by: its planned time, else the time of its creation. */
const dateColumn = "CASE WHEN start_text IS NULL THEN created_at ELSE begin_at END";

type SortKey = (row: CampaignRow, at: number) => string | number;
const sortable: Readonly<Record<string, SortKey>> = {
  date: (row) => (row.start_text === null ? row.created_at : row.begin_at),
  id: (row) => row.id,
  sender: (row) => row.sender,
  type: () => "sms",
  status: statusAt,
};

/** `GET /api/campaigns`: oldest first, three months at most, up to now unless `filter[to]` says otherwise. */
export function listCampaigns(call: Call): Answer {
  const { practice, account, query } = call;
  const page = pageOf(query, { least: 30, usual: 50 });
  const { from, to } = period(call);
  const type = query.get("filter[type]") ?? "sms";
  const rows = practice.store.db
    .prepare(`SELECT * FROM campaign WHERE account = ? AND ${dateColumn} BETWEEN ? AND ? ORDER BY id`)
    .all(account, from, to)
    .map(asCampaign);
  const at = shownMoment(practice);
  const found = sorted(query, inSight(practice, type === "sms" ? rows.filter(searched(query)) : []), at);
  return ok({
    data: found
      .slice(page.offset, page.offset + page.limit)
      .map((row) => shownLater(practice, row, at, { where: "list", delivered: delivered(practice, row) })),
    meta: { page: { total: found.length, ...page } },
  });
}

function sorted(query: URLSearchParams, rows: CampaignRow[], at: number): CampaignRow[] {
  const key = chosenSort(query, sortable, "date");
  const sign = directionOf(query) === "ASC" ? 1 : -1;
  return rows.sort((a, b) => {
    const [one, other] = [key(a, at), key(b, at)];
    return sign * (one === other ? a.id - b.id : one < other ? -1 : 1);
  });
}

function period({ practice, query }: Call): { from: number; to: number } {
  const to = moment(practice, query, "filter[to]") ?? practice.now();
  const from = moment(practice, query, "filter[from]") ?? to - threeMonths;
  if (to - from > threeMonths) return refuseField("filter[from]", "The period is at most 3 months.");
  // A second that is named includes all of its milliseconds.
  return { from, to: to + 999 };
}

/** A time of a filter, ms; null when it is not given. */
export function moment(practice: Practice, query: URLSearchParams, name: string): number | null {
  const given = query.get(name);
  if (given === null) return null;
  return readTime(given, practice.switches().createdAtZone) ?? refuseField(name, "This value is not a valid datetime.");
}

function searched(query: URLSearchParams): (row: CampaignRow) => boolean {
  const field = query.get("search[field]");
  const value = (query.get("search[value]") ?? "").toLowerCase();
  if (field === null) return () => true;
  if (field === "sender") return (row) => row.sender.toLowerCase().includes(value);
  if (field === "taskname") return (row) => row.name.toLowerCase().includes(value);
  return refuseField("search[field]", "The value you selected is not a valid choice.");
}

/** `GET /api/campaigns/{id}` */
export function showCampaign(call: Call): Answer {
  const { practice } = call;
  const row = campaignInSight(call);
  return ok({
    data: shownLater(practice, row, shownMoment(practice), { where: "single", delivered: delivered(practice, row) }),
  });
}

/** `PATCH /api/campaigns/{id}/stop`: what began to go before this moment goes on to its end. */
export function stopCampaign(call: Call): Answer {
  const { practice } = call;
  const row = campaignInSight(call);
  const now = practice.now();
  if (!practice.switches().stoppable.includes(statusAt(row, now))) {
    return { status: 422, body: { message: "Invalid campaign status", errors: [] } };
  }
  const stopped = { ...row, halt_at: Math.min(row.halt_at ?? now, now), halt_status: "stopped" };
  practice.store.db
    .prepare("UPDATE campaign SET halt_at = ?, halt_status = 'stopped' WHERE id = ?")
    .run(stopped.halt_at, row.id);
  return ok({ data: shownLater(practice, stopped, now, { where: "single", delivered: delivered(practice, stopped) }) });
}

const counted = [
  "delivered",
  "sent",
  "scheduled",
  "moderation",
  "accepted",
  "sending",
  "expired",
  "failed",
  "undelivered",
  "unknown",
  "read",
  "not_viber_user",
  "not_rcs_user",
] as const;

/** `GET /api/campaigns/{id}/detail`: the counts that can be believed. */
export function showDetail(call: Call): Answer {
  const { practice } = call;
  const row = campaignInSight(call);
  const at = shownMoment(practice);
  const counts = countsOf(practice, row, at);
  const statistics = Object.fromEntries(counted.map((status) => [status, counts.by.get(status) ?? 0]));
  // Both names are met in the service's documents.
  const startName = row.id % 2 === 0 ? "start_date" : "started_at";
  return ok({
    data: {
      id: row.id,
      name: row.name,
      sender: row.sender,
      status: statusAt(row, at),
      type: "sms",
      [startName]: shownStart(practice, row),
      actual_start_at: shownTime(practice, realStartAt(row, at)),
      finished_at: shownTime(practice, finishedAt(row, at)),
      created_at: shownTime(practice, row.created_at),
      statistics,
      total_messages: counts.messages,
      total_phones: counts.phones,
      total_price: moneyText(counts.price),
      currency,
    },
  });
}

function delivered(practice: Practice, row: CampaignRow): number {
  return countsOf(practice, row, shownMoment(practice)).by.get("delivered") ?? 0;
}

type Counts = { by: Map<string, number>; messages: number; phones: number; price: number };

function countsOf(practice: Practice, row: CampaignRow, at: number): Counts {
  const rows = practice.store.db
    .prepare(
      `SELECT ${messageStatus} AS status, count(*) AS messages,
         sum(CASE WHEN c.halt_at IS NULL OR m.going_at < c.halt_at THEN m.price ELSE 0 END) AS price
       FROM message m JOIN campaign c ON c.id = m.campaign_id WHERE c.id = :id AND ${takenIn} GROUP BY status`,
    )
    .all({ id: row.id, at, speed: practice.switches().takenInPerSecond });
  const phones = practice.store.db
    .prepare(
      `SELECT count(DISTINCT m.phone) AS phones FROM message m JOIN campaign c ON c.id = m.campaign_id
       WHERE c.id = :id AND ${takenIn}`,
    )
    .get({ id: row.id, at, speed: practice.switches().takenInPerSecond });
  const sum = (column: string): number => rows.reduce((total, each) => total + Number(each[column]), 0);
  return {
    by: new Map(rows.map((each) => [String(each["status"]), Number(each["messages"])])),
    messages: sum("messages"),
    phones: Number(phones?.["phones"] ?? 0),
    price: sum("price"),
  };
}
