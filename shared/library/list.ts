import { z } from "zod";
import { peopleChunk } from "./draft.ts";

const id = z.string().min(1).max(60);
const number = z.string().regex(/^\d{9,15}$/);
const cell = z.string().max(32_767);
const count = z.number().int().min(0);

/** At most this many tags on one list. */
export const tagLimit = 8;
/** A word by which lists are found again. */
export const listTag = z
  .string()
  .min(1)
  .max(40)
  .refine((tag) => tag === tag.trim(), "without blanks around it");

/** A saved list as the page of lists shows it. `updatedAt` is ISO 8601 UTC. */
export const listSummary = z.strictObject({
  id,
  name: z.string(),
  people: count,
  updatedAt: z.string(),
  tags: z.array(listTag).max(tagLimit),
});
export type ListSummary = z.infer<typeof listSummary>;

/** Somebody on a list. `position` is theirs for as long as they are on it; `cells` may be shorter than the columns. */
export const listPerson = z.strictObject({ position: count, number, cells: z.array(cell) });
export type ListPerson = z.infer<typeof listPerson>;

/** What was done to the people of a list last, and to how many: it can be taken back until the program ends. */
export const listStep = z.strictObject({
  kind: z.enum(["number", "cell", "added", "removed", "updated"]),
  people: count,
});
export type ListStep = z.infer<typeof listStep>;

/** A list on its own page. */
export const openedList = z.strictObject({
  list: listSummary,
  columns: z.array(z.string()),
  undo: listStep.nullable(),
});
export type OpenedList = z.infer<typeof openedList>;

/** A correction of one person: their number, or one of their cells. */
export const personChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("number"), number }),
  z.strictObject({ kind: z.literal("cell"), column: z.number().int().min(0).max(16_383), value: cell }),
]);
export type PersonChange = z.infer<typeof personChange>;

/** People of a list: some by their positions, or everybody a search finds. */
export const whoOfList = z.union([
  z.strictObject({ positions: z.array(count).min(1).max(10_000) }),
  z.strictObject({ search: z.string().min(1).max(200) }),
]);
export type WhoOfList = z.infer<typeof whoOfList>;

/** Lists to be put together, in the order in which they count. */
export const listsTogether = z
  .array(id)
  .min(2)
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length, "each list once");

/** Whose value stays where those of somebody on several lists differ: that of the first of the lists, or the last. */
export const whichStays = z.enum(["first", "last"]);
export type WhichStays = z.infer<typeof whichStays>;

/** What merging would come to: everybody once, how many are on more than one list, and of these whose cells differ. */
export const mergePreview = z.strictObject({
  people: count,
  inSeveral: count,
  differ: count,
  columns: z.array(z.string()),
});
export type MergePreview = z.infer<typeof mergePreview>;

/** A piece of a spreadsheet that a list is compared with; offset 0 begins it anew. */
export const updateChunk = peopleChunk.omit({ draftId: true }).extend({ id });
export type UpdateChunk = z.infer<typeof updateChunk>;

/** What the people of a spreadsheet are to those of the list: there unchanged, with other cells, new, or missing. */
export const differences = ["same", "changed", "added", "gone"] as const;
export type Difference = (typeof differences)[number];

/**
 * A list beside a spreadsheet. `neverText` are in the spreadsheet, not on the list, and must not be texted: they stay
 * out. `columns` are those of the list and behind them the `newColumns` of the spreadsheet.
 */
export const listComparison = z.strictObject({
  same: count,
  changed: count,
  added: count,
  gone: count,
  neverText: count,
  columns: z.array(z.string()),
  newColumns: z.array(z.string()),
});
export type ListComparison = z.infer<typeof listComparison>;

/** Somebody in a comparison: their cells on the list and in the spreadsheet, by the comparison's columns. */
export const comparedPerson = z.strictObject({
  number,
  before: z.array(cell).nullable(),
  after: z.array(cell).nullable(),
});
export type ComparedPerson = z.infer<typeof comparedPerson>;

/** Which differences are taken over into the list. */
export const takenDifferences = z.strictObject({ added: z.boolean(), changed: z.boolean(), gone: z.boolean() });
export type TakenDifferences = z.infer<typeof takenDifferences>;
