import { z } from "zod";
import { latinStandards } from "../message/latin.ts";
import { edit, readingSettings } from "../recipients/reading.ts";

/** Contact Book list chosen as recipients. Service ids are text: they may pass 2^32. */
export const chosenGroup = z.strictObject({
  id: z.string().max(24),
  name: z.string().max(200),
  people: z.number().int().min(0),
});
export type ChosenGroup = z.infer<typeof chosenGroup>;

/** Where the recipients of a draft come from. All but `groups` have bytes behind them. */
export const draftSource = z.discriminatedUnion("kind", [
  /** `checked`: the program wrote the file itself, see {@link ownReading}. */
  z.strictObject({
    kind: z.literal("file"),
    name: z.string().min(1).max(255),
    size: z.number().int().min(0),
    checked: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal("pasted"), name: z.string().max(255), size: z.number().int().min(0) }),
  z.strictObject({ kind: z.literal("typed"), name: z.string().max(255), size: z.number().int().min(0) }),
  z.strictObject({ kind: z.literal("sample"), name: z.string().max(255), size: z.number().int().min(0) }),
  z.strictObject({
    kind: z.literal("list"),
    name: z.string().max(255),
    size: z.number().int().min(0),
    listId: z.string().max(60),
  }),
  z.strictObject({ kind: z.literal("groups"), groups: z.array(chosenGroup).min(1).max(100) }),
]);
export type DraftSource = z.infer<typeof draftSource>;

/** Whether the program wrote the source itself: its numbers, each with a plus, were read once already. */
export function isOwn(source: DraftSource): boolean {
  return source.kind === "list" || (source.kind === "file" && source.checked === true);
}

/** What a campaign for these people is called until somebody names it: the file without its ending, or the lists. */
export function titleOfSource(source: DraftSource): string {
  const name = source.kind === "groups" ? source.groups.map((group) => group.name).join(", ") : source.name;
  const stem = source.kind === "file" || source.kind === "sample" ? name.replace(/\.\w{1,4}$/, "") : name;
  return stem.replaceAll(/_+/g, " ").trim().slice(0, 200);
}

/** A wall-clock time in a zone (IANA), to the minute. */
export const wallTime = { local: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/), zone: z.string().max(60) };

/** When a campaign is to go out. */
export const when = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("now") }),
  z.strictObject({ kind: z.literal("at"), ...wallTime }),
]);
export type When = z.infer<typeof when>;

/** What the Review step holds. `tariffCode` null means "the account's own": it is left out of the request. */
export const reviewSettings = z.strictObject({
  sender: z.string().max(20).default(""),
  tariffCode: z.number().int().min(0).max(9).nullable().default(null),
  validityHours: z.number().int().min(1).max(72).default(72),
  when: when.default({ kind: "now" }),
  consent: z.boolean().default(false),
  /** Set when the user decided to text people who had a text lately all the same. */
  keepTextedLately: z.boolean().default(false),
  /** Whose rules write every text in Latin letters; null: texts go out as they were written. */
  latinLetters: z.enum(latinStandards).nullable().default(null),
});
export type ReviewSettings = z.infer<typeof reviewSettings>;

export const draftSteps = ["recipients", "message", "review"] as const;

/** A campaign in preparation, as typed. Times are ISO 8601 UTC. */
export const draft = z.strictObject({
  id: z.string().max(60),
  /** The campaign this draft may become: given at birth, so a second confirmation finds the first. */
  campaignId: z.string().max(60),
  title: z.string().max(200),
  createdAt: z.string(),
  updatedAt: z.string(),
  step: z.enum(draftSteps),
  source: draftSource.nullable(),
  reading: readingSettings,
  edits: z.array(edit),
  text: z.string().max(10_000),
  review: reviewSettings,
  /** How many people main holds for it; null while the list was not accepted yet. */
  acceptedPeople: z.number().int().nullable(),
});
export type Draft = z.infer<typeof draft>;

/** What the window may change of a draft in one call. */
export const draftPatch = z.strictObject({
  title: z.string().max(200).optional(),
  step: z.enum(draftSteps).optional(),
  reading: readingSettings.optional(),
  text: z.string().max(10_000).optional(),
  review: reviewSettings.optional(),
});
export type DraftPatch = z.infer<typeof draftPatch>;

/** At most this many people in one chunk of an accepted list. */
export const peopleChunkLimit = 5_000;

/**
 * A piece of an accepted list on its way to main: `numbers[i]`, `rows[i]` and `cells[c][i]` belong together.
 * `numbers` are 9–15 digits, `rows` the file's row numbers, `cells` columns as displayed, named by `columns`.
 */
export const peopleChunk = z.strictObject({
  draftId: z.string().max(60),
  /** Index of the chunk's first person; 0 begins the list anew. */
  offset: z.number().int().min(0).max(1_000_000),
  last: z.boolean(),
  columns: z.array(z.string().max(200)).max(16_384),
  numbers: z.array(z.string().regex(/^\d{9,15}$/)).max(peopleChunkLimit),
  rows: z.array(z.number().int().min(0)).max(peopleChunkLimit),
  cells: z.array(z.array(z.string().max(32_767)).max(peopleChunkLimit)).max(16_384),
  /** The phone columns as they were written, for the report; nothing else needs them. */
  phones: z
    .strictObject({
      columns: z.array(z.string().max(200)).max(16_384),
      cells: z.array(z.array(z.string().max(32_767)).max(peopleChunkLimit)).max(16_384),
    })
    .optional(),
});
export type PeopleChunk = z.infer<typeof peopleChunk>;
