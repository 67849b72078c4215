import { courseOf, journeyOf } from "./campaign-life.ts";
import { insertCampaign, insertMessages, nextCampaignId, type NewMessage } from "./campaign-store.ts";
import { draw } from "./draw.ts";
import { countParts } from "./parts.ts";
import type { Practice } from "./practice.ts";
import { priceOfPart } from "./prices.ts";
import { practicePace } from "./switches.ts";

type Older = { name: string; sender: string; text: string; people: number; hoursAgo: number; stoppedAfter?: number };

/** Campaigns "made in the web account" before the program came: finished ones and one that was stopped. */
const older: readonly Older[] = [
  {
    name: "Summer sale",
    sender: "FloraKyiv",
    text: "Літній розпродаж: -20% на всі троянди до неділі. FloraKyiv",
    people: 1_204,
    hoursAgo: 24 * 12,
  },
  {
    name: "Workshop on Saturday",
    sender: "FloraKyiv",
    text: "Our workshop is on Saturday at 11:00. We are happy to see you. FloraKyiv",
    people: 640,
    hoursAgo: 24 * 6,
    stoppedAfter: 198,
  },
  { name: "Order ready", sender: "Flora Shop", text: "Your order is ready. Flora Shop", people: 41, hoursAgo: 22 },
];

/** Gives a new account its past. */
export function makeOlderCampaigns(practice: Practice, account: number): void {
  for (const each of older) make(practice, account, each);
}

function make(
  practice: Practice,
  account: number,
  { name, sender, text, people, hoursAgo, stoppedAfter }: Older,
): void {
  const { store, seed } = practice;
  const id = nextCampaignId(store);
  const createdAt = practice.now() - hoursAgo * 3600_000;
  const course = courseOf(createdAt, null, practicePace);
  const messages = Array.from({ length: people }, (_, row) => messageTo(customerPhone(row), sender, text));
  const journeys = messages.map((_, row) => journeyOf(seed, id, row, course.beginAt, practicePace));
  const haltAt = stoppedAfter === undefined ? null : (journeys[stoppedAfter]?.goingAt ?? null);
  insertCampaign(store, {
    id,
    account,
    origin: "web",
    kind: "send",
    name,
    sender,
    validity: 72,
    start_text: null,
    created_at: createdAt,
    checking_at: course.checkingAt,
    checked_at: course.checkedAt,
    begin_at: course.beginAt,
    done_at: journeys.reduce((latest, journey) => Math.max(latest, journey.finalAt), course.beginAt),
    halt_at: haltAt,
    halt_status: haltAt === null ? null : "stopped",
    looks: 0,
    total: people,
    price: messages.reduce((sum, message) => sum + message.price, 0),
  });
  insertMessages(store, id, messages, journeys);
}

function messageTo(phone: string, sender: string, text: string): NewMessage {
  const parts = countParts(text);
  const { country, millionths } = priceOfPart(phone, 0);
  return { phone, text, sender, reference: null, parts, country, price: parts * millionths };
}

const operators = ["50", "63", "66", "67", "68", "73", "93", "95", "96", "97", "98", "99"];

/** The number of a customer of the practice shop: always the same for the same place, no two alike. */
export function customerPhone(place: number): string {
  const operator = operators[Math.floor(draw(7, place) * operators.length)] ?? "50";
  return `380${operator}${String(2_000_000 + ((place * 7919) % 7_999_993)).padStart(7, "0")}`;
}
