import { z } from "zod";
import { appError } from "../errors.ts";
import { money } from "../money.ts";

/** The state of a campaign in one word, as lists show it. */
export const campaignStates = [
  "draft",
  "undo", // confirmed, still waiting on this computer
  "scheduled", // accepted by the service for a later time
  "sending",
  "attention", // a question only a person can answer
  "paused",
  "moderation",
  "cancelling",
  "cancelled",
  "finished",
  "refused",
  "spam",
  "other",
] as const;
export type CampaignState = (typeof campaignStates)[number];

/** The states of a part: `send-protocol.md`, "A part's states". */
export const partStates = [
  "planned",
  "in-doubt",
  "accepted",
  "refused",
  "held",
  "paused",
  "stopping",
  "stopped",
  "cancelled", // never posted, never will be
  "cancelled-by-absence", // once posted, no trace, still watched
  "accepted-with-exceptions",
] as const;
export type PartStateName = (typeof partStates)[number];

/** People counted by what is known of them. The six always add up to `total`. */
export const peopleCounts = z.strictObject({
  total: z.number().int(),
  delivered: z.number().int(),
  onTheWay: z.number().int(),
  failed: z.number().int(),
  notCertain: z.number().int(),
  waiting: z.number().int(),
  notSent: z.number().int(),
});
export type PeopleCounts = z.infer<typeof peopleCounts>;

/** One line of the list of campaigns. */
export const campaignRow = z.strictObject({
  id: z.string(),
  /** `ours` from the journal, `elsewhere` only known from the service, `draft` not confirmed. */
  origin: z.enum(["ours", "elsewhere", "draft"]),
  title: z.string(),
  excerpt: z.string(),
  state: z.enum(campaignStates),
  /** The service's own word where `state` is "other". */
  serviceWord: z.string().nullable(),
  people: z.number().int().nullable(),
  delivered: z.number().int().nullable(),
  failed: z.number().int().nullable(),
  price: money.nullable(),
  /** When it goes or went out (ISO 8601 UTC), or for a draft when it was last changed. */
  at: z.string().nullable(),
});
export type CampaignRow = z.infer<typeof campaignRow>;

/** What a part asks of the user, if anything. */
export const partQuestions = [
  "absent", // held after three empty looks
  "unchecked", // held because nobody could look
  "groups", // held, and there are no references: Contact Book lists
  "restarted", // planned when the program was closed
  "time-passed", // its planned time has gone by
  "paused", // the cause may be gone; a click goes on
] as const;
export type PartQuestion = (typeof partQuestions)[number];

/** One part of a campaign as the details show it. Times are ISO 8601 UTC. */
export const partView = z.strictObject({
  index: z.number().int().min(0),
  people: z.number().int(),
  state: z.enum(partStates),
  /** Status word of the service for the part's campaign, when there is one. */
  serviceStatus: z.string().nullable(),
  /** Why it is refused, paused or in doubt. */
  reason: appError.nullable(),
  question: z.enum(partQuestions).nullable(),
  counts: peopleCounts,
  serviceIds: z.array(z.string()),
  /** Looks for a part in doubt: how many empty ones counted, and when the next one is. */
  looks: z.number().int(),
  lookedForMinutes: z.number(),
  nextLookAt: z.string().nullable(),
  triedAt: z.string().nullable(),
  watchedUntil: z.string().nullable(),
});
export type PartView = z.infer<typeof partView>;

/** Everything the page of one campaign shows. */
export const campaignDetails = z.strictObject({
  row: campaignRow,
  sender: z.string(),
  text: z.string(),
  confirmedAt: z.string().nullable(),
  startAt: z.string().nullable(),
  /** The zone the user planned in, for saying it back. */
  startZone: z.string().nullable(),
  undoUntil: z.string().nullable(),
  counts: peopleCounts,
  /** False while some of the counts come from statistics that are not final. */
  countsFinal: z.boolean(),
  parts: z.array(partView),
  priceShown: money.nullable(),
  priceFinal: money.nullable(),
  canCancel: z.boolean(),
  cancelRequestedAt: z.string().nullable(),
  checkedAt: z.string().nullable(),
  /** A problem of the last refresh; the figures shown are then older. */
  refreshProblem: appError.nullable(),
});
export type CampaignDetails = z.infer<typeof campaignDetails>;

export const personStates = [
  "waiting",
  "handed-over",
  "on-the-way",
  "delivered",
  "failed",
  "expired",
  "unknown",
  "not-certain",
  "refused",
  "not-sent",
] as const;

/** One person of a campaign. */
export const personView = z.strictObject({
  position: z.number().int(),
  name: z.string(),
  number: z.string(),
  state: z.enum(personStates),
  at: z.string().nullable(),
  parts: z.number().int().nullable(),
  price: money.nullable(),
});
export type PersonView = z.infer<typeof personView>;
