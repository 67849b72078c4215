import { z } from "zod";
import { isZone } from "./zone.ts";

const seconds = z.number().min(0);
const bytes = z.number().int().min(0);
const zone = z.string().refine(isZone, "no such time zone");

/** Which requests a fault is for: a method (any if left out) and a path with `*` for anything, without the query. */
const target = { method: z.string().optional(), path: z.string(), times: z.number().int().min(1).optional() };

const answerBody = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("json"), value: z.json() }),
  z.strictObject({ kind: z.literal("html") }),
  z.strictObject({ kind: z.literal("empty") }),
  /** The body that the request would have got, announced in full, ended in the middle by closing. */
  z.strictObject({ kind: z.literal("cut") }),
  z.strictObject({ kind: z.literal("malformed") }),
  z.strictObject({ kind: z.literal("huge"), bytes }),
  /** Well-formed JSON of a shape that nobody promised. */
  z.strictObject({ kind: z.literal("other-shape") }),
  /** The body that the request would have got, under the fault's status. */
  z.strictObject({ kind: z.literal("own") }),
]);

const fault = z.discriminatedUnion("act", [
  /** Answers this instead; `accepts`: the request is carried out all the same. */
  z.strictObject({
    ...target,
    act: z.literal("answer"),
    status: z.number().int().min(200).max(599),
    body: answerBody,
    headers: z.record(z.string(), z.string()).optional(),
    accepts: z.boolean(),
  }),
  z.strictObject({ ...target, act: z.literal("latency"), milliseconds: seconds, when: z.enum(["before", "after"]) }),
  /** Keeps the request unanswered until `release()`; carried out before or after that. */
  z.strictObject({ ...target, act: z.literal("hold"), accepts: z.enum(["before", "after"]) }),
  /** Reads this much of the request's body and closes; nothing is carried out. */
  z.strictObject({ ...target, act: z.literal("cut-request"), atByte: bytes }),
  /** Carries the request out and closes after this much of the whole answer, its head included. */
  z.strictObject({ ...target, act: z.literal("cut-answer"), atByte: bytes }),
  /** Sends a TCP reset instead of an answer. */
  z.strictObject({ ...target, act: z.literal("reset"), accepts: z.boolean() }),
  /** The answer has no length and ends only when the connection is closed, this much later. */
  z.strictObject({ ...target, act: z.literal("slow-close"), milliseconds: seconds }),
  /** Carries the request out twice and answers with the second's answer. */
  z.strictObject({ ...target, act: z.literal("twice") }),
  /** Answers 401 as if something were wrong with the JWT; nothing is carried out. */
  z.strictObject({ ...target, act: z.literal("refuse-token"), as: z.enum(["missing", "invalid", "expired"]) }),
]);
export type Fault = z.infer<typeof fault>;
export type FaultAnswerBody = z.infer<typeof answerBody>;

export const pace = z.strictObject({
  /** From acceptance until moderation begins, and how long it lasts. */
  creationSeconds: seconds,
  moderationSeconds: seconds,
  messagesPerSecond: z.number().positive(),
  /** A message is `sending` for so long; what is on its way at a stop still goes out. */
  sendingSeconds: seconds,
  /** From sent to its last status, drawn between the two. */
  deliverySeconds: z.tuple([seconds, seconds]),
});
/** How fast campaigns move; it applies to what is accepted from then on. */
export type Pace = z.infer<typeof pace>;

const schema = z.strictObject({
  mode: z.enum(["live", "demo", "test"]),
  /** In euros; setting it makes this the balance now, of every account. */
  balance: z.number(),
  /** Too little money: the creation is refused, or the campaign is taken in and paused as it begins. */
  noMoney: z.enum(["refuse", "pause"]),
  /**
   * A reference id that was used before refuses the request with 422, that message only, the whole inside a 200 (with
   * an error and no campaign; as a new campaign without messages; as the campaign that used it first), or nothing.
   */
  usedReference: z.enum(["request", "message", "200-error", "200-empty", "200-first", "accepted"]),
  /** The words of that refusal; a service may well name another reason. */
  usedReferenceWords: z.string(),
  /** The same request again within so long is refused with 429; 0 never. `others`: price and Contact Book. */
  duplicateSeconds: z.strictObject({ campaigns: seconds, others: seconds }),
  /** Whether two requests that differ only in their reference ids are the same. */
  duplicatesIgnoreReferences: z.boolean(),
  /** Reads show the state of so long ago. */
  readLagSeconds: seconds,
  unseenDuringModeration: z.boolean(),
  /** A new campaign is missing from so many reads that would have shown it. */
  looksBeforeSeen: z.number().int().min(0),
  /** Messages of a new campaign become visible at this speed; null: all at once. */
  takenInPerSecond: z.number().positive().nullable(),
  createdAtZone: zone,
  startAtZone: zone,
  /** A planned time that has passed: sent at once, or refused. */
  pastStartAt: z.enum(["send-now", "refuse"]),
  /** Which routes leave out the numbers of the stop list, silently. */
  stopListHonoured: z.enum(["everywhere", "groups", "nowhere"]),
  anySender: z.boolean(),
  /** In which states a campaign can be stopped: the two sources differ. */
  stoppable: z.array(z.string()),
  /** What becomes of campaigns accepted from then on; any word is possible, as it is at the service. */
  campaignEnd: z.string(),
  refuseKeys: z.boolean(),
  tokenSeconds: z.number().positive(),
  pace,
  faults: z.array(fault),
});

/** How the practice service behaves where the documentation leaves it open, and which faults it plays. */
export type PracticeSwitches = z.infer<typeof schema>;

/** Some of the switches, everything else staying as it is; unknown names are refused. */
export const switchesPatch = schema.partial().extend({
  pace: pace.partial().optional(),
  duplicateSeconds: schema.shape.duplicateSeconds.partial().optional(),
});
export type SwitchesPatch = z.input<typeof switchesPatch>;

/** The switches after a patch. */
export function patched(switches: PracticeSwitches, patch: SwitchesPatch): PracticeSwitches {
  return schema.parse({
    ...switches,
    ...patch,
    pace: { ...switches.pace, ...patch.pace },
    duplicateSeconds: { ...switches.duplicateSeconds, ...patch.duplicateSeconds },
  });
}

/** A few hundred people in 20 to 25 seconds, so that there is time to watch and to cancel; 2,400 in about a minute. */
export const practicePace: Pace = {
  creationSeconds: 1,
  moderationSeconds: 3,
  messagesPerSecond: 40,
  sendingSeconds: 1,
  deliverySeconds: [1, 9],
};

export const initialSwitches: PracticeSwitches = {
  mode: "live",
  balance: 500,
  noMoney: "refuse",
  usedReference: "request",
  usedReferenceWords: "This reference_id was already used",
  duplicateSeconds: { campaigns: 10, others: 0 },
  duplicatesIgnoreReferences: false,
  readLagSeconds: 0,
  unseenDuringModeration: false,
  looksBeforeSeen: 0,
  takenInPerSecond: null,
  createdAtZone: "UTC",
  startAtZone: "UTC",
  pastStartAt: "send-now",
  stopListHonoured: "groups",
  anySender: false,
  stoppable: ["creation", "moderation", "scheduled", "sending", "paused"],
  campaignEnd: "done",
  refuseKeys: false,
  tokenSeconds: 30 * 24 * 3600,
  pace: practicePace,
  faults: [],
};
