import type { ListSummary } from "../../../shared/library/list.ts";

/** By which column the lists are ordered, and which way. */
export type ListOrder = { by: "name" | "people" | "changed"; down: boolean };

/** The lists whose name or tags contain the words and that have the tag (null: any), in order. */
export function findLists(
  lists: readonly ListSummary[],
  { search, tag, order }: { search: string; tag: string | null; order: ListOrder },
  locale: string,
): ListSummary[] {
  const words = search.trim().toLocaleLowerCase(locale);
  const found = lists.filter(
    (list) =>
      (tag === null || list.tags.some((own) => sameTag(own, tag))) &&
      [list.name, ...list.tags].some((text) => text.toLocaleLowerCase(locale).includes(words)),
  );
  const names = new Intl.Collator(locale, { numeric: true });
  const way = order.down ? -1 : 1;
  return found.toSorted((one, other) => {
    const byName = names.compare(one.name, other.name);
    if (order.by === "people") return way * (one.people - other.people) || byName;
    if (order.by === "changed") return way * one.updatedAt.localeCompare(other.updatedAt) || byName;
    return way * byName;
  });
}

/** Every tag of the lists once, in the order of the alphabet, with how many lists have it. */
export function tagsOf(lists: readonly ListSummary[], locale: string): { tag: string; lists: number }[] {
  const counted = new Map<string, { tag: string; lists: number }>();
  for (const tag of lists.flatMap((list) => list.tags)) {
    const known = counted.get(tag.toLowerCase());
    if (known === undefined) counted.set(tag.toLowerCase(), { tag, lists: 1 });
    else known.lists += 1;
  }
  const names = new Intl.Collator(locale, { numeric: true });
  return [...counted.values()].sort((one, other) => names.compare(one.tag, other.tag));
}

/** Tags are the same whatever the case of their letters. */
export function sameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Which of the five quiet colours a tag has, always the same one. */
export function toneOf(tag: string): number {
  let sum = 0;
  for (const letter of tag.toLowerCase()) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % 5;
}
