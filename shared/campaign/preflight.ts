import { z } from "zod";
import { appError } from "../errors.ts";
import { money } from "../money.ts";

/** The three ways to create a campaign; see `bsg-api.md`, "Create a campaign". */
export const routes = ["send", "send-individual", "send-groups"] as const;
export type Route = (typeof routes)[number];

/** What main finds when it renders a draft itself, for the Review step. */
export const preflight = z.strictObject({
  people: z.number().int(),
  /** 0 where only the service knows: Contact Book lists with fields in the text. */
  parts: z.number().int(),
  /** People by number of parts of their message, ascending. */
  buckets: z.array(z.strictObject({ parts: z.number().int(), people: z.number().int() })),
  route: z.enum(routes),
  /** Campaigns at the service: parts of at most 10,000 people. */
  campaignParts: z.number().int(),
  price: money.nullable(),
  /** Why there is no price. */
  priceProblem: appError.nullable(),
  balance: money.nullable(),
  /** SHA-256 over number and rendered text in order (`shared/message/digest.ts`); for Contact Book lists over the lists and the text. */
  digest: z.string(),
  /** People of it who are on the never-text list by now: the window must leave them out and ask again. */
  neverText: z.number().int(),
  /** How many of those the service's stop list has just brought. */
  stopped: z.number().int(),
  textedLately: z
    .strictObject({
      /** Who may have had a text in the last `days`. */
      people: z.number().int(),
      /** Who had none then, but is to get one by another campaign that is planned. */
      planned: z.number().int(),
      days: z.number().int(),
      /** The last of those campaigns, or the next planned one while nobody had a text. */
      title: z.string(),
      at: z.string(),
      /** Their rows in the draft's source, for "leave them out": one edit takes all of them. */
      rows: z.array(z.number().int().min(0)).max(1_000_000).optional(),
    })
    .nullable(),
  /** The same content was confirmed for the same people before. */
  sameAgain: z.strictObject({ title: z.string(), at: z.string() }).nullable(),
  /** Countries in which the planned time is night (21:00–08:00) or a weekend. */
  hours: z.array(
    z.strictObject({
      country: z.string(),
      people: z.number().int(),
      localTime: z.string(),
      night: z.boolean(),
      weekend: z.boolean(),
    }),
  ),
  /** The start as the service will be told, "yyyy-mm-dd hh:mm:ss" in `serviceZone`; null for now. */
  serviceStart: z.string().nullable(),
  serviceZone: z.string(),
  /** What the zone rests on; see `StartClock`. */
  zoneTrust: z.enum(["measured", "likely", "assumed", "late", "ahead", "at-once"]),
  /** The zone by which the service was told when a planned campaign went out too early. */
  zoneAheadOf: z.string().nullable(),
  /** The zone by which one that began too late would have been on time; see `StartClock`. */
  zoneCandidate: z.string().nullable(),
  zoneMeasuredAt: z.string().nullable(),
  /** What stands in the way of confirming, in order. */
  blockers: z.array(appError),
});
export type Preflight = z.infer<typeof preflight>;

/** What the window showed when the button was pressed. Main refuses when its own rendering differs. */
export const shownAtConfirmation = z.strictObject({
  people: z.number().int(),
  parts: z.number().int(),
  price: money,
  digest: z.string().max(64),
});
export type ShownAtConfirmation = z.infer<typeof shownAtConfirmation>;
