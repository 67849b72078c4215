import { z } from "zod";
import { type ColumnRole, columnRole } from "./reading.ts";

/** A column as the file names it. */
export type HeadedColumn = { letter: string; heading: string };

const plain = (heading: string): string => heading.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();

/**
 * What makes two files the same kind of export: their headings in order, whatever their case and spaces; a column
 * without one counts by its place. Null for a table without any heading: nothing says that it is the same again.
 * A text of any length: whoever stores it may hash it.
 */
export function fingerprintOf(columns: readonly HeadedColumn[]): string | null {
  if (columns.every(({ heading }) => plain(heading) === "")) return null;
  return JSON.stringify(columns.map(({ heading }) => plain(heading)));
}

/**
 * How the columns of a kind of file were matched, to be used for the next file with the same fingerprint. Whoever has
 * headings of more than 200,000 characters matches them by hand each time.
 */
export const rememberedMatching = z.strictObject({
  fingerprint: z.string().min(1).max(200_000),
  columns: z.array(columnRole).max(16_384),
});
export type RememberedMatching = z.infer<typeof rememberedMatching>;

/** The matching to remember of a file; null where nothing would tell the next one. */
export function rememberMatching(
  columns: readonly HeadedColumn[],
  roles: readonly ColumnRole[],
): RememberedMatching | null {
  const fingerprint = fingerprintOf(columns);
  const matching = rememberedMatching.safeParse({ fingerprint, columns: roles });
  return matching.success && roles.length === columns.length ? matching.data : null;
}

/**
 * The roles that a remembered matching gives to a file; null where its headings are others. Only whole matchings are
 * taken over: a column more or less may be another export, and the guess is better than half a memory.
 */
export function recallMatching(
  columns: readonly HeadedColumn[],
  remembered: readonly RememberedMatching[],
): ColumnRole[] | null {
  const fingerprint = fingerprintOf(columns);
  if (fingerprint === null) return null;
  const found = remembered.findLast((matching) => matching.fingerprint === fingerprint);
  return found !== undefined && found.columns.length === columns.length ? [...found.columns] : null;
}
