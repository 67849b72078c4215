import { expect, test } from "vitest";
import { cancelWords } from "../../../../../renderer/features/campaigns/cancel-words.ts";
import { aCampaign, aPart, counts } from "./a-campaign.ts";

test("texted, waiting and not certain add up to everybody of a campaign under way", () => {
  const words = cancelWords(aCampaign());
  expect(words).toMatchObject({ texted: 17_079, waiting: 2_921, notCertain: 5_001, total: 25_001, planned: false });
  expect(words.texted + words.waiting + words.notCertain).toBe(words.total);
});

test("the parts that are not certain are named from one, with the last day they are looked for", () => {
  const words = cancelWords(
    aCampaign({
      parts: [
        aPart({ counts: counts(10, { notCertain: 10 }), watchedUntil: "2026-12-04T00:00:00.000Z" }),
        aPart({ index: 1 }),
        aPart({ index: 2, counts: counts(10, { notCertain: 1 }), watchedUntil: "2026-12-02T00:00:00.000Z" }),
      ],
    }),
  );
  expect(words.doubtfulParts).toEqual([1, 3]);
  expect(words.watchedUntil).toBe("2026-12-04T00:00:00.000Z");
});

test("a campaign of which nothing has left is kept planned, not kept sending", () => {
  const campaign = aCampaign();
  const scheduled = { ...campaign, row: { ...campaign.row, state: "scheduled" as const }, counts: counts(2_388) };
  expect(cancelWords({ ...scheduled, parts: [] })).toMatchObject({ texted: 0, waiting: 2_388, planned: true });
});
