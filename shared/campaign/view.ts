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
  /** Whoever is on two of its Contact Book lists is counted twice in `people`. */
  atMost: z.boolean(),
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
  /** What the service charged for it; null until that is final. */
  priceFinal: money.nullable(),
  /** When it is to start: by a click of the user, else as confirmed; null for now. */
  startAt: z.string().nullable(),
  /** Why the last look for it could not be made (no network, key refused, another account); null when it could. */
  lookProblem: appError.nullable(),
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
  /** Whose it is: the `id` claim of the account that it was confirmed with, or seen at. */
  identity: z.string(),
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
  /** Whether its people are known one by one: not of Contact Book lists, nor of what was made elsewhere. */
  peopleKnown: z.boolean(),
  /** Who is known not to have got the text and can be texted anew: their number is known here. 0 until final. */
  notReached: z.number().int(),
  /** The service began to send before the planned time: its clock means another zone. */
  startedEarly: z.boolean(),
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
  "being-cancelled", // the service was asked to stop it, and has not said yet what had left by then
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

type PeopleBucket = Exclude<keyof PeopleCounts, "total">;

/** Where a person's state is counted: the same six words that the sums of parts and campaigns have. */
export const bucketOfPerson: Readonly<Record<PersonView["state"], PeopleBucket>> = {
  waiting: "waiting",
  "handed-over": "waiting",
  "being-cancelled": "waiting",
  "on-the-way": "onTheWay",
  delivered: "delivered",
  failed: "failed",
  expired: "failed",
  unknown: "notCertain",
  "not-certain": "notCertain",
  refused: "notSent",
  "not-sent": "notSent",
};

/** Which people of a campaign a table shows. */
export const peopleFilters = [
  "all",
  "delivered",
  "onTheWay",
  "failed",
  "notCertain",
  "waiting",
  "notSent",
] as const satisfies ("all" | PeopleBucket)[];
export type PeopleFilter = (typeof peopleFilters)[number];

/** What became of a campaign's people over time and by country. Every sum is over the same people. */
export const campaignCourse = z.strictObject({
  counts: peopleCounts,
  /** When the first step begins (ISO 8601 UTC); null while the service told no outcome. */
  from: z.string().nullable(),
  /** Equal steps in order: how many were delivered and had failed by `at`, the step's end. */
  steps: z.array(z.strictObject({ at: z.string(), delivered: z.number().int(), failed: z.number().int() })),
  /** Most people first; an ISO 3166 code, "001" for numbers of no country. */
  countries: z.array(z.strictObject({ country: z.string(), counts: peopleCounts })),
});
export type CampaignCourse = z.infer<typeof campaignCourse>;
