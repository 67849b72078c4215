import { z } from "zod";
import type { ContactField, Sender, Tariff } from "../../shared/account.ts";
import type { ChosenGroup } from "../../shared/library/draft.ts";
import { millionthsOf, type Money } from "../../shared/money.ts";
import type { ListedCampaign, ServiceDetail, ServiceMessage } from "./port.ts";

/**
 * The answers of the service. No field is promised, `data` aside: numbers come as text and text as numbers, and what
 * is absent, null or of another kind reads as null. Only what makes a row useless without it (its id) is required.
 */
const id = z.union([z.string().min(1), z.number().int()]).transform(String);
const text = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null);
const count = z.coerce.number().int().min(0).catch(0);
const countOrNull = z
  .union([z.number(), z.string().min(1).transform(Number)])
  .pipe(z.number().int().min(0))
  .nullable()
  .catch(null);
const flag = z
  .union([z.boolean(), z.literal([1, "1", "true"]).transform(() => true)])
  .nullable()
  .catch(null);
const amount = z.union([z.number(), z.string()]).nullable().catch(null);
const status = text.transform((word) => (word ?? "").toLowerCase());

const moneyOf = (value: number | string | null, currency: string | null): Money | null => {
  const millionths = millionthsOf(value);
  return millionths === null || currency === null ? null : { millionths, currency: currency.slice(0, 8).toUpperCase() };
};

/** Nobody is paid for sending, and an amount without a real currency says nothing: neither is a price. */
const priceOf = (value: number | string | null, currency: string | null): Money | null => {
  const money = moneyOf(value, currency);
  return money === null || money.millionths < 0 || !/^[A-Z]{3}$/.test(money.currency) ? null : money;
};

/**
 * On a list one that does not name itself keeps nobody from reading the others; asked for by its id it needs no name. One
 * without a word besides is no campaign.
 */
const campaignRow = z
  .object({
    id: id.nullable().catch(null),
    name: text,
    sender: text,
    status,
    message_type: text,
    start_at: text,
    real_start_at: text,
    finished_at: text,
    created_at: text,
    calculated_price: amount,
    currency: text,
  })
  .refine(({ id, status }) => id !== null || status !== "")
  .transform((row): ListedCampaign => ({
    id: row.id,
    name: row.name ?? "",
    sender: row.sender ?? "",
    status: row.status,
    messageType: (row.message_type ?? "").toLowerCase(),
    startAt: row.start_at,
    realStartAt: row.real_start_at,
    finishedAt: row.finished_at,
    createdAt: row.created_at,
    calculatedPrice: moneyOf(row.calculated_price, row.currency),
  }));

const noStatistics = {
  delivered: 0,
  sent: 0,
  scheduled: 0,
  moderation: 0,
  accepted: 0,
  sending: 0,
  expired: 0,
  failed: 0,
  undelivered: 0,
  unknown: 0,
  read: 0,
};
const statistics = z.object({
  delivered: count,
  sent: count,
  scheduled: count,
  moderation: count,
  accepted: count,
  sending: count,
  expired: count,
  failed: count,
  undelivered: count,
  unknown: count,
  read: count,
});

/** Whose it is stands in the address that it was asked for at; one without a word or an id is somebody else's answer. */
const detailRow = z
  .object({
    id: text,
    status,
    started_at: text,
    start_date: text,
    actual_start_at: text,
    finished_at: text,
    created_at: text,
    statistics: statistics.catch(noStatistics),
    total_messages: countOrNull,
    total_price: amount,
    currency: text,
  })
  .refine(({ id, status }) => id !== null || status !== "")
  .transform((row): Omit<ServiceDetail, "id"> & { id: string | null } => ({
    id: row.id,
    status: row.status,
    startedAt: row.started_at ?? row.start_date,
    actualStartAt: row.actual_start_at,
    finishedAt: row.finished_at,
    createdAt: row.created_at,
    statistics: row.statistics,
    totalMessages: row.total_messages,
    totalPrice: moneyOf(row.total_price, row.currency),
  }));

const messageAmount = z.object({ value: amount, currency: text }).nullable().catch(null);
/** What is known of a message is told by its reference or by the number in its campaign: its own id says nothing. */
const messageRow = z
  .object({
    campaign_id: text,
    reference_id: text,
    phone: text,
    status,
    text,
    amount: messageAmount,
    created_at: text,
    sent_at: text,
    delivered_at: text,
    country: text,
    parts: countOrNull,
  })
  .refine(({ campaign_id, reference_id }) => campaign_id !== null || reference_id !== null)
  .transform((row): ServiceMessage => ({
    campaignId: row.campaign_id,
    referenceId: row.reference_id,
    phone: digitsOf(row.phone),
    status: row.status,
    text: row.text,
    price: row.amount === null ? null : moneyOf(row.amount.value, row.amount.currency),
    createdAt: row.created_at,
    sentAt: row.sent_at,
    deliveredAt: row.delivered_at,
    country: row.country,
    parts: row.parts,
  }));

const senderRow = z.object({ sender: text, status, is_default: flag }).transform((row): Sender => ({
  name: row.sender ?? "",
  status: senderStatus(row.status),
  isDefault: row.is_default ?? false,
}));

/** Null for a tariff that the account cannot use. */
const tariffRow = z
  .object({ code: countOrNull, name: text, is_active: flag, is_default: flag })
  .transform((row): Tariff | null =>
    row.code === null || row.is_active === false
      ? null
      : { code: row.code, name: row.name ?? "", isDefault: row.is_default ?? false },
  );

const groupRow = z
  .object({ id, name: text, items: count })
  .transform((row): ChosenGroup => ({ id: row.id, name: (row.name ?? "").slice(0, 200), people: row.items }));

const fieldRow = z
  .object({ id, name: text, type: text })
  .transform((row): ContactField => ({ id: row.id, name: row.name ?? "", type: row.type ?? "text" }));

/** Three shapes are in use: an object by field id, `[]` for none, and an array of `{ id, value }`. */
const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const fields = z
  .union([
    z.array(z.object({ id, value: cell.nullable().catch(null) })).transform((list) => list.map((f) => [f.id, f.value])),
    z.record(z.string(), cell.nullable().catch(null)).transform((record) => Object.entries(record)),
  ])
  .catch([])
  .transform((entries) => Object.fromEntries(entries.filter(([, value]) => value !== null)) as Record<string, string>);
const contactRow = z
  .object({ id, phone: text, fields })
  .transform((row) => ({ id: row.id, phone: digitsOf(row.phone), fields: row.fields }));

const stopRow = z.object({ id, phone: text }).transform((row) => ({ id: row.id, phone: digitsOf(row.phone) }));

/** International numbers begin with no nought; some write one with two in front. */
function digitsOf(phone: string | null): string {
  return (phone ?? "").replaceAll(/\D/g, "").replace(/^0+/, "");
}

function senderStatus(word: string): Sender["status"] {
  return word === "active" || word === "blocked" || word === "registering" ? word : "other";
}

/** A list with how many rows there are in all: beside it for some endpoints, under `meta.page` for others. */
function pageOf<T>(row: z.ZodType<T>) {
  return z
    .object({
      data: z.array(row),
      total: countOrNull,
      meta: z
        .object({ page: z.object({ total: countOrNull }) })
        .nullable()
        .catch(null),
    })
    .transform((page) => ({ rows: page.data, total: page.total ?? page.meta?.page.total ?? null }));
}
function inData<T>(row: z.ZodType<T>) {
  return z.object({ data: row }).transform((answer): T => answer.data);
}

/** Each answer by what was asked, mapped to the types of `port.ts`. An answer that does not parse is malformed. */
export const answers = {
  bearer: z.object({ bearer: z.string().min(1) }).transform((answer) => answer.bearer),
  campaign: inData(campaignRow),
  campaigns: pageOf(campaignRow),
  detail: inData(detailRow),
  messages: pageOf(messageRow),
  senders: inData(z.array(senderRow)).transform((rows) => rows.filter((row) => row.name !== "")),
  balance: inData(z.object({ balance: amount, currency: text }))
    .transform((row) => moneyOf(row.balance, row.currency ?? ""))
    .pipe(z.custom<Money>((value) => value !== null)),
  tariffs: pageOf(tariffRow),
  price: z.object({ price: amount, currency: text }).transform((answer) => priceOf(answer.price, answer.currency)),
  groups: pageOf(groupRow),
  group: inData(groupRow),
  field: inData(fieldRow),
  contact: inData(contactRow),
  fields: inData(z.array(fieldRow)),
  contacts: pageOf(contactRow),
  stopList: pageOf(stopRow),
  anything: z.unknown(),
};
