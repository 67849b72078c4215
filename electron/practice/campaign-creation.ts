import { balanceOf } from "./account.ts";
import { ok, refusal, Refused, type Answer } from "./answer.ts";
import { courseOf, journeyOf, type CampaignRow, type Course } from "./campaign-life.ts";
import { mostMessages, readGroups, readIndividual, readSend, type Order, type Ordered } from "./campaign-rules.ts";
import { shownOnCreation } from "./campaign-shapes.ts";
import { campaignById, insertCampaign, insertMessages, nextCampaignId, type NewMessage } from "./campaign-store.ts";
import { contactsOfGroups, knownPhones, requireGroups, stoppedPhones } from "./contact-store.ts";
import { countParts } from "./parts.ts";
import type { Call, Practice } from "./practice.ts";
import { priceOfPart } from "./prices.ts";
import { writeTime } from "./zone.ts";

/** `POST /api/campaigns/sms/send` */
export function createSend(call: Call): Answer {
  return create(call, readSend(call.practice, call.body));
}

/** `POST /api/campaigns/sms/send-individual` */
export function createIndividual(call: Call): Answer {
  return create(call, readIndividual(call.practice, call.body));
}

/** `POST /api/campaigns/sms/send-groups`: one message to every contact of the groups, its fields filled in. */
export function createGroups(call: Call): Answer {
  const { order, groups, text, tariff } = readGroups(call.practice, call.body);
  requireGroups(call.practice.store, groups, "groups");
  const contacts = contactsOfGroups(call.practice.store, groups);
  if (contacts.length === 0) throw new Refused(refusal(422, "There are no contacts in the groups"));
  if (contacts.length > mostMessages) {
    throw new Refused(refusal(422, `At most ${mostMessages} contacts a campaign`, { groups: ["Too many contacts."] }));
  }
  if (call.practice.switches().mode === "test" && contacts.some((contact) => !contact.verified)) {
    throw new Refused(refusal(422, "In TEST mode only verified numbers are allowed"));
  }
  const messages = contacts.map((contact, row): Ordered => ({
    phone: contact.phone,
    text: text.replace(/\{(\d+)\}/g, (whole, id: string) => contact.fields.get(Number(id)) ?? whole),
    sender: order.sender,
    reference: null,
    tariff,
    path: `groups${row}`,
  }));
  return create(call, { ...order, messages });
}

function create(call: Call, order: Order): Answer {
  const { practice, account } = call;
  refuseByMode(practice, order);
  const { messages, answer } = withoutUsed(call, order);
  if (answer !== null) return answer;
  const accepted = priced(withoutStopped(practice, order.kind, messages));
  const price = accepted.reduce((sum, message) => sum + message.price, 0);
  const balance = balanceOf(practice, account);
  if (price > balance && practice.switches().noMoney === "refuse") {
    throw new Refused(refusal(422, "Insufficient balance"));
  }
  return ok({ data: shownOnCreation(practice, accept(call, order, accepted, { price, balance })) });
}

/** DEMO: no campaigns over the API. TEST: only to numbers of the Contact Book (lists are judged on their own). */
function refuseByMode(practice: Practice, order: Order): void {
  const { mode } = practice.switches();
  if (mode === "demo") {
    throw new Refused(refusal(403, "Creating campaigns over the API is not available in DEMO account mode"));
  }
  if (mode === "live" || order.kind === "send-groups") return;
  const known = knownPhones(practice.store);
  const errors: Record<string, string[]> = {};
  for (const { phone, path } of order.messages) {
    if (!known.has(phone)) errors[`${path}${phoneField(order)}`] = ["In TEST mode only numbers of the contact book"];
  }
  if (Object.keys(errors).length > 0) {
    throw new Refused(refusal(422, "In TEST mode messages go only to numbers of the contact book", errors));
  }
}

function phoneField(order: Order): string {
  return order.kind === "send" ? "number" : "phone";
}

/** Messages whose reference is new; or, under the other semantics of a used one, the answer that ends it all. */
function withoutUsed(call: Call, order: Order): { messages: Ordered[]; answer: Answer | null } {
  const { practice } = call;
  const { usedReference: semantics, usedReferenceWords: words } = practice.switches();
  if (semantics === "accepted") return { messages: order.messages, answer: null };
  const used = usedReferences(call, order.messages);
  const first = used.entries().next().value;
  if (first === undefined) return { messages: order.messages, answer: null };
  if (semantics === "message") return { messages: order.messages.filter((each) => !used.has(each)), answer: null };
  if (semantics === "200-empty") return { messages: [], answer: null };
  if (semantics === "200-first" && first[1] !== null) {
    return { messages: [], answer: ok({ data: shownOnCreation(practice, campaignById(practice.store, first[1])) }) };
  }
  const errors = Object.fromEntries([...used.keys()].map(({ path }) => [`${path}reference_id`, [words]]));
  return { messages: [], answer: refusal(semantics === "200-error" ? 200 : 422, words, errors) };
}

/** Messages with a reference that was used before: with the campaign that used it, null for one of this request. */
function usedReferences({ practice, account }: Call, messages: readonly Ordered[]): Map<Ordered, number | null> {
  const find = practice.store.db.prepare(
    `SELECT m.campaign_id AS campaign FROM message m JOIN campaign c ON c.id = m.campaign_id
     WHERE m.reference_id = ? AND c.account = ? LIMIT 1`,
  );
  const seen = new Set<string>();
  const used = new Map<Ordered, number | null>();
  for (const message of messages) {
    if (message.reference === null) continue;
    const before = find.get(message.reference, account)?.["campaign"];
    if (typeof before === "number") used.set(message, before);
    else if (seen.has(message.reference)) used.set(message, null);
    seen.add(message.reference);
  }
  return used;
}

function withoutStopped(practice: Practice, kind: Order["kind"], messages: Ordered[]): Ordered[] {
  const { stopListHonoured } = practice.switches();
  const honoured = stopListHonoured === "everywhere" || (stopListHonoured === "groups" && kind === "send-groups");
  if (!honoured) return messages;
  const stopped = stoppedPhones(practice.store);
  return messages.filter((message) => !stopped.has(message.phone));
}

function priced(messages: readonly Ordered[]): NewMessage[] {
  const counted = new Map<string, number>();
  return messages.map((message) => {
    const parts = counted.get(message.text) ?? countParts(message.text);
    counted.set(message.text, parts);
    const { country, millionths } = priceOfPart(message.phone, message.tariff);
    return { ...message, parts, country, price: parts * millionths };
  });
}

function accept(
  { practice, account }: Call,
  order: Order,
  messages: readonly NewMessage[],
  money: { price: number; balance: number },
): CampaignRow {
  const { store, seed } = practice;
  const { pace, createdAtZone } = practice.switches();
  const now = practice.now();
  const id = nextCampaignId(store);
  const course = courseOf(now, order.startAt, pace);
  const journeys = messages.map((_, row) => journeyOf(seed, id, row, course.beginAt, pace));
  const doneAt = journeys.reduce((latest, journey) => Math.max(latest, journey.finalAt), course.beginAt);
  const goingAt = (row: number): number => journeys[row]?.goingAt ?? course.beginAt;
  const halt = haltOf(practice, course, doneAt, { messages, goingAt, ...money });
  insertCampaign(store, {
    id,
    account,
    origin: "api",
    kind: order.kind,
    name: `API ${order.sender} ${writeTime(now, createdAtZone)}`,
    sender: order.sender,
    validity: order.validity,
    start_text: order.startText,
    created_at: now,
    checking_at: course.checkingAt,
    checked_at: course.checkedAt,
    begin_at: course.beginAt,
    done_at: doneAt,
    halt_at: halt?.at ?? null,
    halt_status: halt?.status ?? null,
    looks: 0,
    total: messages.length,
    price: money.price,
  });
  insertMessages(store, id, messages, journeys);
  return campaignById(store, id);
}

/** Where a campaign will come to rest instead of `done`, if it will. */
function haltOf(
  practice: Practice,
  course: Course,
  doneAt: number,
  of: { messages: readonly NewMessage[]; goingAt: (row: number) => number; price: number; balance: number },
): { at: number; status: string } | null {
  if (of.price > of.balance) {
    let left = of.balance;
    const unpaid = of.messages.findIndex((message) => (left -= message.price) < 0);
    return { at: of.goingAt(unpaid), status: "paused" };
  }
  const { campaignEnd: status } = practice.switches();
  if (status === "done") return null;
  if (status === "spam") return { at: course.checkedAt, status };
  const halfway = status === "paused" || status === "stopped";
  return { at: halfway ? of.goingAt(Math.floor(of.messages.length / 2)) : doneAt, status };
}
