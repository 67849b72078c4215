import { z } from "zod";
import { isActiveSender, isActiveTariff } from "./account.ts";
import { refuseField } from "./answer.ts";
import { checked } from "./checking.ts";
import { countParts, mostParts } from "./parts.ts";
import type { Practice } from "./practice.ts";
import { transliterate } from "./transliteration.ts";
import { readTime } from "./zone.ts";

export type Kind = "send" | "send-groups" | "send-individual";

/** One message as ordered; `path` is where the request names it. */
export type Ordered = {
  phone: string;
  text: string;
  sender: string;
  reference: string | null;
  tariff: number;
  path: string;
};

/** What a creation asks for, after every rule about its own shape. */
export type Order = {
  kind: Kind;
  sender: string;
  validity: number;
  /** As it was written, and the moment meant (ms); null for now. */
  startText: string | null;
  startAt: number | null;
  messages: Ordered[];
};

/** The most messages one campaign takes. */
export const mostMessages = 10_000;
const furthestStart = 30 * 24 * 3600_000;
const unique = "This collection should contain only unique elements.";

const phone = z.number().int().min(100_000_000).max(999_999_999_999_999);
const reference = z
  .string()
  .regex(/^[A-Za-z0-9]{1,32}$/)
  .nullish();
export const senderName = z
  .string()
  .refine((name) => /^\d{1,15}$/.test(name) || /^[\x20-\x7e]{1,11}$/.test(name), "Sender is not valid.");
const text = z.string().min(1);
const tariffCode = z.number().int().min(0).max(9).nullish();
const shortLink = z.object({
  link: z.string().min(1),
  placeholder: z.string().min(1).max(255),
  domain_ids: z.array(z.uuid()),
  protocol: z.boolean().nullish(),
});

const common = {
  validity: z.number().int().min(1).max(72).nullish(),
  tariff_code: tariffCode,
  start_at: z.string().nullish(),
};
const oneText = {
  ...common,
  sender: senderName,
  text,
  transliterate: z.boolean().nullish(),
  short_links: z.array(shortLink).nullish(),
  callback_url: z.string().max(100).nullish(),
};
const sendBody = z.object({
  ...oneText,
  phones: z
    .array(z.object({ number: phone, reference_id: reference }))
    .min(1)
    .max(mostMessages)
    .refine(allDifferent, unique),
});
const groupsBody = z.object({
  ...oneText,
  groups: z.array(z.number().int()).min(1).refine(allDifferent, unique),
});
const individualBody = z.object({
  ...common,
  messages: z
    .array(
      z.object({
        phone,
        sender: senderName,
        text,
        reference_id: reference,
        tariff_code: tariffCode,
        transliterate: z.boolean().nullish(),
      }),
    )
    .min(1)
    .max(mostMessages)
    .refine(allDifferent, unique),
});

/** Reads `POST /api/campaigns/sms/send`. */
export function readSend(practice: Practice, body: unknown): Order {
  const read = checked(sendBody, body);
  const written = read.transliterate === true ? transliterate(read.text) : read.text;
  fits(written, "text");
  const tariff = connected(read.tariff_code, "tariff_code");
  return {
    ...opening(practice, "send", registered(practice, read.sender, "sender"), read),
    messages: read.phones.map((item, row) => ({
      phone: String(item.number),
      text: written,
      sender: read.sender,
      reference: item.reference_id ?? null,
      tariff,
      path: `phones${row}`,
    })),
  };
}

/** Reads `POST /api/campaigns/sms/send-groups`; the messages come from the Contact Book. */
export function readGroups(
  practice: Practice,
  body: unknown,
): { order: Order; groups: number[]; text: string; tariff: number } {
  const read = checked(groupsBody, body);
  const written = read.transliterate === true ? transliterate(read.text) : read.text;
  fits(written, "text");
  const order = {
    ...opening(practice, "send-groups", registered(practice, read.sender, "sender"), read),
    messages: [],
  };
  return { order, groups: read.groups, text: written, tariff: connected(read.tariff_code, "tariff_code") };
}

/** Reads `POST /api/campaigns/sms/send-individual`. */
export function readIndividual(practice: Practice, body: unknown): Order {
  const read = checked(individualBody, body);
  const usual = connected(read.tariff_code, "tariff_code");
  const messages = read.messages.map((item, row): Ordered => {
    const path = `messages${row}`;
    const written = item.transliterate === true ? transliterate(item.text) : item.text;
    fits(written, `${path}text`);
    return {
      phone: String(item.phone),
      text: written,
      sender: registered(practice, item.sender, `${path}sender`),
      reference: item.reference_id ?? null,
      tariff: item.tariff_code == null ? usual : connected(item.tariff_code, `${path}tariff_code`),
      path,
    };
  });
  return { ...opening(practice, "send-individual", messages[0]?.sender ?? "", read), messages };
}

function opening(
  practice: Practice,
  kind: Kind,
  sender: string,
  read: z.infer<z.ZodObject<typeof common>>,
): Omit<Order, "messages"> {
  const startText = read.start_at ?? null;
  const startAt = startText === null ? null : plannedTime(practice, startText);
  return { kind, sender, validity: read.validity ?? 72, startText, startAt };
}

function plannedTime(practice: Practice, written: string): number {
  const at = readTime(written, practice.switches().startAtZone);
  if (at === null) return refuseField("start_at", "This value is not a valid datetime.");
  if (at > practice.now() + furthestStart) return refuseField("start_at", "start_at is more than 30 days ahead.");
  if (at < practice.now() && practice.switches().pastStartAt === "refuse") {
    return refuseField("start_at", "start_at is in the past.");
  }
  return at;
}

function fits(written: string, path: string): void {
  if (countParts(written) > mostParts) refuseField(path, "This value is too long.");
}

function registered(practice: Practice, name: string, path: string): string {
  if (practice.switches().anySender || isActiveSender(name)) return name;
  return refuseField(path, "Sender was not found", "Sender was not found");
}

/** The tariff's code, 0 unless given; one that the account does not have is refused. */
export function connected(code: number | null | undefined, path: string): number {
  if (code == null) return 0;
  return isActiveTariff(code) ? code : refuseField(path, "Tariff was not found", "Tariff was not found");
}

/** Compares whole items, as the service does. */
function allDifferent(items: readonly unknown[]): boolean {
  return new Set(items.map((item) => JSON.stringify(item))).size === items.length;
}
