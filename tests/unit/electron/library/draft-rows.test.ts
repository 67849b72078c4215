import { expect, test } from "vitest";
import { draftRows, pageOfTwo } from "../../../../electron/library/draft-rows.ts";

const draft = (id: string, title: string, text: string) => ({
  id,
  title,
  text,
  updatedAt: "2026-11-16T08:00:00.000Z",
  people: null,
});

test("drafts are found by title and by text, whatever the case", () => {
  const drafts = [draft("1", "Winter roses", "Hello"), draft("2", "Store hours", "We open at 8, with ROSES")];
  expect(draftRows(drafts, "roses").map(({ id }) => id)).toEqual(["1", "2"]);
  expect(draftRows(drafts, "winter").map(({ id }) => id)).toEqual(["1"]);
  expect(draftRows(drafts, "")[0]).toMatchObject({ origin: "draft", state: "draft", people: null });
});

test("pages run over the end of the first list into the second, and nothing is shown twice or left out", () => {
  for (const [firstTotal, secondTotal, limit] of [
    [5, 3, 2],
    [0, 3, 2],
    [4, 0, 3],
    [3, 3, 10],
  ] as const) {
    const seen: string[] = [];
    for (let offset = 0; offset < firstTotal + secondTotal; offset += limit) {
      const { first, second } = pageOfTwo({ offset, limit }, firstTotal);
      for (let i = first.offset; i < first.offset + first.limit; i++) seen.push(`a${i}`);
      for (let i = second.offset; i < Math.min(second.offset + second.limit, secondTotal); i++) seen.push(`b${i}`);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(firstTotal + secondTotal);
  }
});
