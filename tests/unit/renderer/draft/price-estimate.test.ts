import { expect, test } from "vitest";
import { estimatePrice, priceOfBucket, sameCosts } from "../../../../renderer/draft/price-estimate.ts";
import type { Desk } from "../../../../shared/ipc/bridge.ts";
import type { Bucket, Cost } from "../../../../shared/message/tally.ts";
import { ok } from "../../../../shared/result.ts";

const cost = (parts: number, people = 10): Cost => ({
  encoding: "gsm7",
  parts,
  people,
  country: "UA",
  sample: "380671234567",
});

test("a price holds for another text only while everybody costs the same, as it is and with marks replaced", () => {
  const asked = { costs: [cost(1)], saving: null };
  expect(sameCosts(asked, { costs: [cost(1)], saving: null })).toBe(true);
  expect(sameCosts(asked, { costs: [cost(2)], saving: null })).toBe(false);
  expect(sameCosts(asked, { costs: [cost(1, 9)], saving: null })).toBe(false);
  expect(sameCosts(asked, null)).toBe(false);
  const saving = { marks: ["…"], people: 10, partsSaved: 10, replaced: "", costs: [cost(1)] };
  expect(sameCosts({ costs: [cost(2)], saving }, { costs: [cost(2)], saving: null })).toBe(false);
});

test("a line costs what its own people pay, whichever countries they are in", async () => {
  const euros = (millionths: number) => ({ millionths, currency: "EUR" });
  const costs: Cost[] = [cost(1, 100), { ...cost(1, 4), country: "PL", sample: "48601234567" }];
  // Poland pays twice as much.
  const desk = {
    estimatePrice: async () =>
      ok({
        buckets: [[euros(2_260_000), euros(180_800)]],
        total: euros(2_440_800),
        askedAt: "2026-11-27T08:00:00.000Z",
      }),
  } as Pick<Desk, "estimatePrice">;
  const price = await estimatePrice(desk, { sender: "Flora", tariffCode: null }, { costs, saving: null });
  const line = (countries: Bucket["countries"], parts = 1): Bucket => ({
    key: "",
    people: countries.reduce((sum, { people }) => sum + people, 0),
    parts,
    encoding: "gsm7",
    cause: { kind: "plain" },
    first: 0,
    countries,
  });
  expect(priceOfBucket(price, line([{ country: "UA", people: 60 }]))).toEqual(euros(1_356_000));
  const mixed = line([
    { country: "UA", people: 40 },
    { country: "PL", people: 4 },
  ]);
  expect(priceOfBucket(price, mixed)).toEqual(euros(1_084_800));
  expect(priceOfBucket(price, line([{ country: "UA", people: 1 }], 6))).toBeNull();
  expect(priceOfBucket(null, mixed)).toBeNull();
});
