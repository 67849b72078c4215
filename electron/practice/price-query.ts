import { z } from "zod";
import { refusal, Refused, ok, type Answer } from "./answer.ts";
import { connected, senderName } from "./campaign-rules.ts";
import { checked } from "./checking.ts";
import { contactsOfGroups } from "./contact-store.ts";
import { countParts, mostParts } from "./parts.ts";
import type { Call } from "./practice.ts";
import { currency, moneyNumber, priceOfPart } from "./prices.ts";

const body = z.object({
  sender: senderName,
  text: z.string().min(1),
  tariff_code: z.number().int().min(0).max(9).nullish(),
  groups: z.array(z.number().int()).nullish(),
  messages: z.array(z.object({ phone: z.number().int().min(100_000_000).max(999_999_999_999_999) })).nullish(),
});

/** `POST /api/campaigns/price`: one text for all; null when nobody is named. Costs nothing and sends nothing. */
export function showPrice(call: Call): Answer {
  const read = checked(body, call.body);
  const tariff = connected(read.tariff_code, "tariff_code");
  const parts = countParts(read.text);
  if (parts > mostParts) throw new Refused(refusal(422, "Validation failed", { text: ["This value is too long."] }));
  const phones = [
    ...(read.messages ?? []).map((message) => String(message.phone)),
    ...contactsOfGroups(call.practice.store, read.groups ?? []).map((contact) => contact.phone),
  ];
  const price = phones.reduce((sum, phone) => sum + parts * priceOfPart(phone, tariff).millionths, 0);
  return ok({ price: phones.length === 0 ? null : moneyNumber(price), currency });
}
