import type { ColumnView } from "../../list-worker/protocol.ts";

/**
 * The columns of a second table beside the first: a phone's and its neighbours, where they repeat the headings of those
 * before them. Empty where there is none; a heading that alone stands twice is no table.
 */
export function tableBeside(columns: readonly ColumnView[]): readonly ColumnView[] {
  const phones = columns.flatMap(({ role, heading }, at) => (role.kind === "phone" && heading !== "" ? [at] : []));
  for (const first of phones) {
    for (const second of phones) {
      const repeated = second - first < 2 ? [] : repeatedAround(columns, first, second);
      if (repeated.some(({ role }) => role.kind !== "phone")) return repeated;
    }
  }
  return [];
}

/** The columns around `second` that have, one by one, the headings of those around `first`; none where its own differs. */
function repeatedAround(columns: readonly ColumnView[], first: number, second: number): readonly ColumnView[] {
  const apart = second - first;
  const isRepeated = (at: number): boolean => {
    const heading = columns[at]?.heading ?? "";
    return heading !== "" && heading === columns[at - apart]?.heading;
  };
  if (!isRepeated(second)) return [];
  let [from, to] = [second, second + 1];
  while (from - 1 > first && isRepeated(from - 1)) from--;
  while (to - apart < from && isRepeated(to)) to++;
  return columns.slice(from, to);
}

/**
 * The columns behind the first of a table that holds numbers and nothing else, without headings: each number of a row may
 * be another person's. Empty where there is a heading, a word, or one column of numbers.
 */
export function numbersBeside(columns: readonly ColumnView[]): readonly ColumnView[] {
  const isNumbersOnly = columns.every(
    ({ heading, samples }) => heading === "" && samples.every((sample) => !/\p{L}/u.test(sample)),
  );
  return isNumbersOnly ? columns.filter(({ role }) => role.kind === "phone" && role.order > 0) : [];
}
