import { expect, test } from "vitest";
import { widened } from "../../../../../renderer/features/recipients/fitted-columns.ts";

const tracks = "56px minmax(104px, 1.6fr) 140px 119px minmax(284px, 6fr) minmax(70px, 1fr)";

test("a column whose words need more is at least so wide, and keeps its share of what is free", () => {
  expect(widened(tracks, [0, 0, 171, 0, 402, 0])).toBe(
    "56px minmax(104px, 1.6fr) 171px 119px minmax(402px, 6fr) minmax(70px, 1fr)",
  );
});

test("a column that is wider than it needs stays as it is", () => {
  expect(widened(tracks, [40, 90, 139, 0, 0, 0])).toBe(tracks);
});
