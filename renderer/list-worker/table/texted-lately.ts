import type { ListContent } from "./list-content.ts";

/** Numbers with the instant (ISO 8601) at which each was texted last, or is to be: then it is after `now`. */
export type TextedLately = { now: string; at: ReadonlyMap<number, string> };

export const nobodyTexted: TextedLately = { now: "", at: new Map() };

/** The same from the lists as they come over. */
export function textedLatelyOf(texted: {
  now: string;
  numbers: readonly string[];
  at: readonly string[];
}): TextedLately {
  const { now, numbers, at } = texted;
  return { now, at: new Map(numbers.map((number, index) => [Number(number), at[index] ?? ""])) };
}

/** When the number of a row was texted lately or is to be; null when neither, or the row has none. */
export function textedAt({ verdicts, textedLately }: ListContent, row: number): string | null {
  if (textedLately.at.size === 0) return null;
  const digits = verdicts.digits(row);
  return digits === "" ? null : (textedLately.at.get(Number(digits)) ?? null);
}

/** Whether the number of a row was not texted lately, and is to be by a plan. */
export function isToBeTexted(content: ListContent, row: number): boolean {
  const at = textedAt(content, row);
  return at !== null && at > content.textedLately.now;
}

/** The rows that would be texted and were so lately, or are to be, in order. */
export function rowsTextedLately(content: ListContent): Uint32Array {
  if (content.textedLately.at.size === 0) return new Uint32Array(0);
  return content.verdicts.people().filter((row) => textedAt(content, row) !== null);
}
