import * as fc from "fast-check";
import type { ServiceDetail, ServiceMessage } from "../../electron/bsg/port.ts";
import type { PartEvent } from "../../shared/campaign/part-event.ts";
import type { DeliveryStatistics } from "../../shared/campaign/status.ts";
import {
  absence,
  anHourBlind,
  empty,
  foundAll,
  foundSome,
  post,
  refused,
  taken,
  unclear,
  waysInto,
} from "../unit/electron/sending/a-part.ts";
import { aCampaign, people } from "./a-campaign.ts";
import { type JournalFile, journalInMemory } from "./journal-file.ts";

const noon = Date.UTC(2026, 6, 15, 9, 0, 0);
const now = new Date(noon).toISOString();
const base = "http://127.0.0.1:1";

/** Whatever may happen to a part in any order: what its state does not allow changes nothing. */
const happenings: PartEvent[] = [
  post,
  taken("900"),
  taken("901", 2),
  unclear(),
  unclear(2),
  refused(),
  empty(0),
  ...absence(),
  ...absence(2),
  ...anHourBlind(),
  foundAll("900"),
  foundAll("900", "902"),
  foundSome(1, "903"),
  { kind: "taken-in", missing: 2 },
  { kind: "incomplete", missing: 1 },
  { kind: "send-again" },
  { kind: "look-again" },
  { kind: "drop" },
  { kind: "cancel" },
  { kind: "stopped", missing: 1 },
  { kind: "watch-over", read: true },
  { kind: "watch-over", read: false },
  { kind: "ask", question: "restarted" },
  { kind: "go-on" },
  { kind: "restart" },
];

const words = ["scheduled", "moderation", "accepted", "sending", "sent", "delivered", "expired", "failed"];
const rarer = ["undelivered", "unknown", "read", "not_viber_user", "something_new"];
const statuses = ["creation", "moderation", "scheduled", "sending", "paused", "stopped", "spam", "done", "else"];

const statistics: fc.Arbitrary<DeliveryStatistics> = fc.record({
  delivered: fc.nat(9),
  sent: fc.nat(4),
  scheduled: fc.nat(4),
  moderation: fc.nat(4),
  accepted: fc.nat(4),
  sending: fc.nat(4),
  expired: fc.nat(4),
  failed: fc.nat(4),
  undelivered: fc.nat(4),
  unknown: fc.nat(4),
  read: fc.nat(4),
});

const reading = fc.record({
  status: fc.constantFrom(...statuses),
  finished: fc.boolean(),
  total: fc.option(fc.nat(30)),
  price: fc.option(fc.nat(900_000)),
  peopleRead: fc.boolean(),
  stable: fc.boolean(),
  statistics,
});

const message = fc.record({
  row: fc.nat(39),
  word: fc.constantFrom(...words, ...rarer),
  secondsLater: fc.option(fc.integer({ min: 0, max: 200_000 })),
});

/** What happens to a campaign of up to 40 people of four countries, and what the service tells of it. */
export const story = fc.record({
  people: fc.integer({ min: 1, max: 40 }),
  leftOut: fc.array(fc.nat(39), { maxLength: 4 }),
  begins: fc.constantFrom(...Object.values(waysInto)),
  later: fc.array(fc.constantFrom(...happenings), { maxLength: 6 }),
  readings: fc.array(reading, { maxLength: 3 }),
  messages: fc.array(message, { maxLength: 60 }),
});
export type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

/** The journal as a story leaves it; its campaign is `campaign-1`. */
export function journalAfter({ people: count, leftOut, begins, later, readings, messages }: Story): JournalFile {
  const file = journalInMemory();
  const { journal } = file;
  const recipients = people(count).map((person, row) => ({ ...person, number: numberOf(row) }));
  const confirmed = journal.confirm(aCampaign({ base, recipients }), { now, undoUntil: null });
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  const numbers = [...new Set(leftOut)].flatMap((row) => recipients[row]?.number ?? []);
  if (numbers.length > 0) journal.leaveOut("campaign-1", 0, numbers, now);
  for (const event of [...begins, ...later]) journal.apply({ campaignId: "campaign-1", index: 0, event }, now);
  const references = new Map(journal.partPeople("campaign-1", 0).map(({ number, reference }) => [number, reference]));
  journal.recordMessages(
    { base, identity: "7100002" },
    messages.flatMap(({ row, word, secondsLater }): ServiceMessage[] => {
      const number = recipients[row]?.number ?? "";
      const referenceId = references.get(number);
      if (referenceId === undefined) return [];
      const at = secondsLater === null ? null : serviceTime(noon + secondsLater * 1000);
      return [messageOf({ number, referenceId, word, at })];
    }),
  );
  for (const [index, { serviceId }] of journal.ownedCampaigns("campaign-1").entries()) {
    const read = readings[index];
    if (read === undefined) continue;
    const { peopleRead, stable } = read;
    journal.recordDetail("campaign-1", base, detailOf(serviceId, read), { now, peopleRead, stable, early: false });
  }
  return file;
}

function numberOf(row: number): string {
  const countries = [38_067_000_0000, 48_500_000_000, 1_212_555_0000, 77_010_000_000];
  return String((countries[row % countries.length] ?? 0) + row);
}

function serviceTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

function messageOf(told: { number: string; referenceId: string; word: string; at: string | null }): ServiceMessage {
  return {
    campaignId: null,
    referenceId: told.referenceId,
    phone: told.number,
    status: told.word,
    text: null,
    price: { millionths: 22_600, currency: "EUR" },
    createdAt: null,
    sentAt: told.at,
    deliveredAt: null,
    country: null,
    parts: 1,
  };
}

function detailOf(id: string, read: typeof reading extends fc.Arbitrary<infer R> ? R : never): ServiceDetail {
  return {
    id,
    status: read.status,
    startedAt: null,
    actualStartAt: null,
    finishedAt: read.finished ? serviceTime(noon) : null,
    createdAt: null,
    statistics: read.statistics,
    totalMessages: read.total,
    totalPrice: read.price === null ? null : { millionths: read.price, currency: "EUR" },
  };
}
