import type { ListContent } from "./list-content.ts";

/** Numbers with the instant (ISO 8601) at which each was texted last. */
export type TextedLately = ReadonlyMap<number, string>;

/** The same from the two lists as they come over. */
export function textedLatelyOf({ numbers, at }: { numbers: readonly string[]; at: readonly string[] }): TextedLately {
  return new Map(numbers.map((number, index) => [Number(number), at[index] ?? ""]));
}

/** When the number of a row was texted lately; null when it was not, or the row has none. */
export function textedAt({ verdicts, textedLately }: ListContent, row: number): string | null {
  if (textedLately.size === 0) return null;
  const digits = verdicts.digits(row);
  return digits === "" ? null : (textedLately.get(Number(digits)) ?? null);
}

/** The rows that would be texted and were so lately, in order. */
export function rowsTextedLately(content: ListContent): Uint32Array {
  if (content.textedLately.size === 0) return new Uint32Array(0);
  return content.verdicts.people().filter((row) => textedAt(content, row) !== null);
}
