import type { z } from "zod";
import { appErrorOf } from "../../shared/errors.ts";
import { err, ok } from "../../shared/result.ts";
import { contactBookKeeping } from "./contact-book.ts";
import { createCalls, type BearerSource, type Calls, type Read } from "./calls.ts";
import type { Http } from "./http.ts";
import { jsonHeaders } from "./login.ts";
import type { Answer, BsgClient, Page, PostOutcome } from "./port.ts";
import { queryOf } from "./query.ts";
import { answers } from "./schema.ts";

export type BsgClientOptions = {
  /** Such as `https://one-api.bsg.world`. */
  base: string;
  http: Http;
  session: BearerSource;
  /** Told the `Date` header of every answer, for the check of the clock. */
  onDate?: (date: string) => void;
};

/** Most rows of one page, by the OpenAPI. */
const pageRows = 500;
/** More rows than any account has tariffs or lists. */
const mostRows = 100_000;
/** Most phones of one addition to the stop list, by the OpenAPI. */
const stopListRows = 1000;

type Rows<T> = { rows: T[]; total: number | null };

/** The BSG One-API over {@link Http}; see `port.ts` for what each call means. */
export function createBsgClient({ base, http, session, onDate }: BsgClientOptions): BsgClient {
  let wait = 0;
  const listening: Http = {
    ...http,
    async ask(request) {
      const answer = await http.ask(request);
      wait = answer.ok ? (answer.value.wait ?? 0) : 0;
      return answer;
    },
  };
  const calls = createCalls(base, listening, session, onDate);
  const post = async (path: string, body: string, mayPass: () => Promise<boolean>): Promise<PostOutcome> => {
    const bearer = await session.bearer();
    if (!bearer.ok) return { kind: "not-begun", why: bearer.error };
    const headers = { ...jsonHeaders, authorization: `Bearer ${bearer.value}` };
    const outcome = await http.postCampaign({ method: "POST", url: new URL(path, base), headers, body }, mayPass);
    if (outcome.kind === "answered" && outcome.date !== null) onDate?.(outcome.date);
    return outcome;
  };
  return {
    base,
    contactBook: contactBookKeeping(calls),
    identity: () => session.identity(),
    askedToWait: () => wait,
    postCampaign: (route, body, mayPass) => post(`/api/campaigns/sms/${route}`, body, mayPass),
    async logInAgain() {
      const renewed = await session.renew();
      return renewed.ok ? ok(null) : renewed;
    },
    ...campaignCalls(calls),
    ...accountCalls(calls),
    ...contactBookCalls(calls),
  };
}

function campaignCalls(
  calls: Calls,
): Pick<BsgClient, "stopCampaign" | "campaign" | "detail" | "campaigns" | "messages"> {
  return {
    stopCampaign: (id) => ofIt(id, calls({ method: "PATCH", path: `${campaignPath(id)}/stop` }, answers.campaign)),
    campaign: (id) => ofIt(id, calls({ method: "GET", path: campaignPath(id) }, answers.campaign)),
    detail: (id) => ofIt(id, calls({ method: "GET", path: `${campaignPath(id)}/detail` }, answers.detail)),
    campaigns({ offset, limit, from, to, sender }) {
      const query = queryOf({
        ...page(offset, limit, 30),
        sort: "id",
        way: "desc",
        "filter[from]": from,
        "filter[to]": to,
        "filter[type]": "sms",
        ...(sender === undefined ? {} : { "search[field]": "sender", "search[value]": sender }),
      });
      return pageOf(calls({ method: "GET", path: `/api/campaigns${query}` }, answers.campaigns));
    },
    messages({ offset, limit, campaignId, referenceId }) {
      const query = queryOf({
        ...page(offset, limit, 15),
        sort: "id",
        way: "asc",
        "filter[campaign_id]": campaignId,
        "filter[reference_id]": referenceId,
      });
      return pageOf(calls({ method: "GET", path: `/api/messages${query}` }, answers.messages));
    },
  };
}

function accountCalls(calls: Calls): Pick<BsgClient, "balance" | "senders" | "tariffs" | "price"> {
  return {
    balance: () => valueOf(calls({ method: "GET", path: "/api/accounts/balance" }, answers.balance)),
    senders: () => valueOf(calls({ method: "GET", path: "/api/senders?type=sms" }, answers.senders)),
    async tariffs() {
      const all = await everyPage(calls, "/api/accounts/tariff", answers.tariffs);
      return all.ok ? ok(all.value.filter((tariff) => tariff !== null)) : all;
    },
    price({ sender, text, tariffCode, phones, groups }) {
      const body = {
        sender,
        text,
        ...(tariffCode === null ? {} : { tariff_code: tariffCode }),
        ...(phones === undefined ? {} : { messages: phones.map((phone) => ({ phone: Number(phone) })) }),
        ...(groups === undefined ? {} : { groups: groups.map(Number) }),
      };
      return valueOf(calls({ method: "POST", path: "/api/campaigns/price", body }, answers.price));
    },
  };
}

function contactBookCalls(
  calls: Calls,
): Pick<BsgClient, "groups" | "contactFields" | "contacts" | "stopList" | "addToStopList"> {
  return {
    groups: () => everyPage(calls, "/api/groups", answers.groups),
    contactFields: () => valueOf(calls({ method: "GET", path: "/api/contacts/fields" }, answers.fields)),
    contacts({ offset, limit, groups }) {
      const query = queryOf({ ...page(offset, limit, 15), "groups[]": groups });
      return pageOf(calls({ method: "GET", path: `/api/contacts${query}` }, answers.contacts));
    },
    stopList({ offset, limit }) {
      const query = queryOf({ ...page(offset, limit, 15), type: "sms" });
      return pageOf(calls({ method: "GET", path: `/api/stoplist${query}` }, answers.stopList));
    },
    async addToStopList(phones) {
      for (let start = 0; start < phones.length; start += stopListRows) {
        const body = { phones: phones.slice(start, start + stopListRows).map(Number), types: ["sms"] };
        const added = await calls({ method: "POST", path: "/api/stoplist/attach", body }, answers.anything);
        if (!added.ok) return added;
      }
      return ok(null);
    },
  };
}

/** The rows of every page of a short list. A list that never ends is malformed. */
async function everyPage<T>(calls: Calls, path: string, schema: z.ZodType<Rows<T>>): Answer<T[]> {
  const all: T[] = [];
  while (all.length < mostRows) {
    const answer = await calls({ method: "GET", path: path + queryOf(page(all.length, pageRows, 15)) }, schema);
    if (!answer.ok) return answer;
    const { rows, total } = answer.value.value;
    all.push(...rows);
    if (rows.length === 0 || (total === null ? rows.length < pageRows : all.length >= total)) return ok(all);
  }
  return err(appErrorOf("service.malformed", { reason: "endless list" }));
}

/** A page by offset; `limit` is brought within what the endpoint takes. */
function page(offset: number, limit: number, least: number): { "page[offset]": number; "page[limit]": number } {
  return { "page[offset]": offset, "page[limit]": Math.min(Math.max(limit, least), pageRows) };
}

function campaignPath(id: string): string {
  return `/api/campaigns/${encodeURIComponent(id)}`;
}

/** What was answered of the campaign that was asked for; one that names another is somebody else's answer. */
async function ofIt<T extends { id: string | null }>(id: string, call: Answer<Read<T>>): Answer<T & { id: string }> {
  const answer = await valueOf(call);
  if (!answer.ok) return answer;
  if (answer.value.id !== null && answer.value.id !== id) return err(appErrorOf("service.malformed"));
  return ok({ ...answer.value, id });
}

async function valueOf<T>(call: Answer<Read<T>>): Answer<T> {
  const answer = await call;
  return answer.ok ? ok(answer.value.value) : answer;
}

async function pageOf<T>(call: Answer<Read<Rows<T>>>): Answer<Page<T>> {
  const answer = await call;
  return answer.ok ? ok({ ...answer.value.value, date: answer.value.date }) : answer;
}
