import { expect, it } from "vitest";
import { queryOf } from "../../../../electron/bsg/query.ts";

it("writes brackets as documented, escapes values, repeats lists and leaves out what is absent", () => {
  expect(
    queryOf({
      "page[offset]": 0,
      "filter[to]": "2026-03-03 10:00:00",
      "filter[id]": undefined,
      "groups[]": ["7", "9"],
    }),
  ).toBe("?page[offset]=0&filter[to]=2026-03-03%2010%3A00%3A00&groups[]=7&groups[]=9");
  expect(queryOf({ "search[value]": "A&B=C" })).toBe("?search[value]=A%26B%3DC");
  expect(queryOf({ a: undefined })).toBe("");
});
