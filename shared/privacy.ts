import { z } from "zod";
import { personStates } from "./campaign/view.ts";
import { appError } from "./errors.ts";

const field = z.strictObject({ name: z.string(), value: z.string() });

/** Everything that the program knows of one number. Times are ISO 8601 UTC. */
export const personTrace = z.strictObject({
  campaigns: z.array(
    z.strictObject({
      title: z.string(),
      sender: z.string(),
      confirmedAt: z.string(),
      /** What the person is called in it. */
      name: z.string(),
      /** The text as it went out to this person. */
      text: z.string(),
      state: z.enum(personStates),
      at: z.string().nullable(),
      /** Nothing can happen to it any more, so that it can be erased at once. */
      over: z.boolean(),
    }),
  ),
  lists: z.array(z.strictObject({ name: z.string(), fields: z.array(field) })),
  /** Campaigns in preparation, and what becomes of each when the number is erased: see `electron/library/erasing.ts`. */
  drafts: z.array(
    z.strictObject({ id: z.string(), title: z.string(), how: z.enum(["rewritten", "deleted", "unsearched", "text"]) }),
  ),
  neverTextSince: z.string().nullable(),
  /** It is the number that tests are sent to. */
  ownTestNumber: z.boolean(),
});
export type PersonTrace = z.infer<typeof personTrace>;

/** A number whose erasing waits until campaigns are over; `until` is the latest instant, null where nobody can say. */
export const waitingErasure = z.strictObject({
  number: z.string(),
  askedAt: z.string(),
  campaigns: z.array(z.string()),
  until: z.string().nullable(),
});
export type WaitingErasure = z.infer<typeof waitingErasure>;

/** What Settings shows under Privacy. */
export const privacyState = z.strictObject({
  waiting: z.array(waitingErasure),
  /** Why nothing could be erased by itself lately; the next try is tomorrow or at the next start. */
  problem: appError.nullable(),
  /** Erased people who are never to be texted and whom nobody can recognise any more: the key is gone. */
  lostMarks: z.number().int(),
});
export type PrivacyState = z.infer<typeof privacyState>;

/** For how many months people and texts of campaigns that are over can be kept; null is for ever. */
export const keepMonths = [1, 3, 6, 12] as const;
