import type { AppError } from "../errors.ts";
import { appErrorOf } from "../errors.ts";
import type { ChosenGroup } from "../library/draft.ts";
import type { Money } from "../money.ts";
import type { Result } from "../result.ts";
import { err, ok } from "../result.ts";
import type { Sha256 } from "../sha256.ts";
import type { Route } from "./preflight.ts";
import { campaignReference, referenceId } from "./reference-id.ts";
import type { PlannedStart } from "./schedule.ts";

/** The service takes at most this many people in one campaign. */
export const peoplePerPart = 10_000;
/** A campaign of ours has at most this many parts. */
export const partsPerCampaign = 100;

/** One person as rendered: `row` is the file's own row number, `number` 9–15 digits, `name` for the screen. */
export type Recipient = { row: number; number: string; name: string; text: string };

/** Everything the user confirmed. Times are ISO 8601 UTC unless said. */
export type ConfirmedCampaign = {
  /** The id the draft carried from birth. */
  campaignId: string;
  draftId: string;
  title: string;
  /** The template as written. For Contact Book lists it goes out as it is, with `{field_id}`. */
  text: string;
  sender: string;
  /** Null: the account's own; left out of the request. */
  tariffCode: number | null;
  validityHours: number;
  /** Null for now. */
  start: PlannedStart | null;
  /** In order; empty for Contact Book lists. */
  recipients: Recipient[];
  groups: ChosenGroup[];
  priceShown: Money | null;
  /** Base URL of the service and the `id` claim of the account. */
  base: string;
  identity: string;
  /** What the window showed: `shared/message/digest.ts`. */
  digest: string;
  /** By which the same content to the same people is known again: `contentDigest`, for Contact Book lists of ids and text. */
  content: string;
};

export type PlannedBody = { people: number; body: string };

/** `references[i]` belongs to `recipients[i]`; part `p` holds recipients from `p × 10,000`. */
export type CampaignPlan = { route: Route; references: string[]; parts: PlannedBody[] };

type PlannedContent = Pick<
  ConfirmedCampaign,
  "campaignId" | "text" | "sender" | "tariffCode" | "validityHours" | "start" | "recipients" | "groups"
>;

/** Which way a campaign goes: lists of the Contact Book, one text for all, or a text each. */
export function routeOf({ groups, recipients }: Pick<PlannedContent, "groups" | "recipients">): Route {
  if (groups.length > 0) return "send-groups";
  const first = recipients[0]?.text;
  return recipients.every(({ text }) => text === first) ? "send" : "send-individual";
}

/**
 * Splits a campaign into parts and writes each one's exact body (`bsg-api.md`, "Create a campaign").
 * @returns refusals: `draft.no-people`; `draft.too-many` beyond 100 parts, and for Contact Book lists of more than
 * 10,000 people, which cannot be split: whoever is on two of the lists would be texted by both parts.
 */
export function planCampaign(content: PlannedContent, sha256: Sha256): Result<CampaignPlan, AppError> {
  const route = routeOf(content);
  if (route === "send-groups") return planGroups(content);
  const { recipients, campaignId } = content;
  if (recipients.length === 0) return err(appErrorOf("draft.no-people"));
  const most = peoplePerPart * partsPerCampaign;
  if (recipients.length > most) return err(appErrorOf("draft.too-many", { most }));
  const campaign = campaignReference(campaignId, sha256);
  const references = recipients.map(({ number }, index) => referenceId(campaign, index, number, sha256));
  const parts: PlannedBody[] = [];
  for (let from = 0; from < recipients.length; from += peoplePerPart) {
    const people = recipients.slice(from, from + peoplePerPart);
    const ids = references.slice(from, from + peoplePerPart);
    const body = route === "send" ? sendBody(content, people, ids) : individualBody(content, people, ids);
    parts.push({ people: people.length, body: JSON.stringify(body) });
  }
  return ok({ route, references, parts });
}

function planGroups(content: PlannedContent): Result<CampaignPlan, AppError> {
  const people = content.groups.reduce((sum, group) => sum + group.people, 0);
  if (people === 0) return err(appErrorOf("draft.no-people"));
  if (people > peoplePerPart) return err(appErrorOf("draft.too-many", { most: peoplePerPart }));
  const groups = [...new Set(content.groups.map(({ id }) => id))].map(groupId);
  const body = { groups, sender: content.sender, text: content.text, ...common(content) };
  return ok({ route: "send-groups", references: [], parts: [{ people, body: JSON.stringify(body) }] });
}

/** List ids travel as numbers; one beyond the exact range of a double stays text rather than becoming another list. */
function groupId(id: string): number | string {
  return /^\d+$/.test(id) && Number.isSafeInteger(Number(id)) ? Number(id) : id;
}

function sendBody(content: PlannedContent, people: Recipient[], references: string[]) {
  const phones = people.map(({ number }, index) => ({ number: Number(number), reference_id: references[index] }));
  return { phones, sender: content.sender, text: people[0]?.text, ...common(content) };
}

function individualBody(content: PlannedContent, people: Recipient[], references: string[]) {
  const messages = people.map(({ number, text }, index) => ({
    phone: Number(number),
    sender: content.sender,
    text,
    reference_id: references[index],
  }));
  return { messages, ...common(content) };
}

function common({ validityHours, tariffCode, start }: PlannedContent) {
  return {
    validity: validityHours,
    ...(tariffCode === null ? {} : { tariff_code: tariffCode }),
    ...(start === null ? {} : { start_at: start.service }),
  };
}

/** The Contact Book lists of a part's body; none where it goes to numbers. */
export function groupsOf(body: string): string[] {
  const { groups = [] } = JSON.parse(body) as { groups?: (number | string)[] };
  return groups.map(String);
}

type Body = { phones?: { number: number }[]; messages?: { phone: number }[]; start_at?: string };

/** The same body for now: the only thing of a body that a click may change besides a new time. Order is kept. */
export function withoutStart(body: string): string {
  const { start_at: _planned, ...rest } = JSON.parse(body) as Body;
  return JSON.stringify(rest);
}

/** The same body for another time, "yyyy-mm-dd hh:mm:ss" as the service reads it. Numbers, texts and ids stay. */
export function withStart(body: string, service: string): string {
  const { start_at: _planned, ...rest } = JSON.parse(body) as Body;
  return JSON.stringify({ ...rest, start_at: service });
}

/** The same body without some people: only for a part that was never posted. */
export function withoutPeople(body: string, numbers: ReadonlySet<string>): { body: string; people: number } {
  const content = JSON.parse(body) as Body;
  if (content.phones !== undefined) {
    content.phones = content.phones.filter(({ number }) => !numbers.has(String(number)));
  }
  if (content.messages !== undefined) {
    content.messages = content.messages.filter(({ phone }) => !numbers.has(String(phone)));
  }
  const people = content.phones?.length ?? content.messages?.length ?? 0;
  return { body: JSON.stringify(content), people };
}
