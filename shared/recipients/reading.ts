import { z } from "zod";

/** What a column of the spreadsheet is for. `order` says which phone column is tried first (0 is the first). */
export const columnRole = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("unused") }),
  z.strictObject({ kind: z.literal("phone"), order: z.number().int().min(0).max(20) }),
  z.strictObject({ kind: z.literal("field"), name: z.string().min(1).max(200) }),
  /** A field that also says which country the numbers of its row are from. */
  z.strictObject({ kind: z.literal("country"), name: z.string().min(1).max(200) }),
]);
export type ColumnRole = z.infer<typeof columnRole>;

/**
 * How a source is read. `null` means "as the program guesses"; a value is the user's own switch.
 * `headerRow` is the file's row number (1-based) of the heading, 0 for a table without one.
 */
export const readingSettings = z.strictObject({
  encoding: z.string().max(40).nullable(),
  delimiter: z.enum([",", ";", "\t", "|"]).nullable(),
  sheet: z.number().int().min(0).max(2000).nullable(),
  headerRow: z.number().int().min(0).max(1_048_576).nullable(),
  defaultCountry: z.string().length(2).nullable(),
  columns: z.array(columnRole).max(16_384).nullable(),
});
export type ReadingSettings = z.infer<typeof readingSettings>;

/** Everything guessed. */
export const guessedReading: ReadingSettings = {
  encoding: null,
  delimiter: null,
  sheet: null,
  headerRow: null,
  defaultCountry: null,
  columns: null,
};

/** So many rows one edit can leave out, all of a sheet (1,048,576) and those typed by hand: one click is one step back. */
const mostRowsLeftOut = 1_100_000;

/** One change by the user on top of the source. Kept in order; the rows of a draft follow by replay. */
export const edit = z.discriminatedUnion("kind", [
  /** A cell corrected in place; `row` is the file's row number, `column` counts from 0. */
  z.strictObject({
    kind: z.literal("cell"),
    row: z.number().int().min(1),
    column: z.number().int().min(0).max(16_383),
    value: z.string().max(32_767),
  }),
  /** The answer to a question about a whole column, such as "8…: Ukrainian or Russian?". */
  z.strictObject({ kind: z.literal("answer"), question: z.string().max(80), choice: z.string().max(40) }),
  /**
   * Find and replace in a column, in all of them where it is null. `whole`: cells that are exactly `find`, as in "all
   * like this"; otherwise every place within cells, whatever its case.
   */
  z.strictObject({
    kind: z.literal("replace"),
    column: z.number().int().min(0).max(16_383).nullable(),
    find: z.string().min(1).max(32_767),
    by: z.string().max(32_767),
    whole: z.boolean(),
  }),
  /**
   * What the phone cells of these rows offer takes their place: their other number, or what a refused one could be.
   * `offered` are the numbers that were taken, one for each row: where a row offers another one by then, because the
   * country or the columns are others, it stays as it is. Edits of earlier versions have none.
   */
  z.strictObject({
    kind: z.literal("take-offered"),
    rows: z.array(z.number().int().min(1)).max(100_000),
    offered: z
      .array(z.string().regex(/^\d{9,15}$/))
      .max(100_000)
      .optional(),
  }),
  /** Which of several rows with one number stays; with `fill` its empty cells are filled from the others. */
  z.strictObject({
    kind: z.literal("duplicates"),
    keep: z.enum(["first", "last"]),
    fill: z.boolean().optional(),
  }),
  /** Rows left out by hand, or brought back. */
  z.strictObject({
    kind: z.literal("leave-out"),
    rows: z.array(z.number().int().min(1)).max(mostRowsLeftOut),
    out: z.boolean(),
  }),
  /** A row typed by hand below the file's rows, one value per column. */
  z.strictObject({ kind: z.literal("add-row"), values: z.array(z.string().max(32_767)).max(16_384) }),
]);
export type Edit = z.infer<typeof edit>;
/** Find and replace, as an edit. */
export type ReplaceEdit = Extract<Edit, { kind: "replace" }>;

/** The seven outcomes of a row; together they always add up to the rows of the file. */
export const verdicts = ["ready", "repaired", "to-decide", "duplicate", "invalid", "empty", "never-text"] as const;
export type Verdict = (typeof verdicts)[number];

/** How many rows have each verdict, and how many there are. `rows` is always the sum of the others. */
export type VerdictSum = { rows: number } & Record<Verdict, number>;
