import { expect, test } from "vitest";
import type { BsgClient } from "../../../../electron/bsg/port.ts";
import { comparePrice, fillerText, Prices } from "../../../../electron/review/price.ts";
import type { PriceBucket } from "../../../../shared/ipc/contract.ts";
import { countParts } from "../../../../shared/message/parts.ts";
import type { Money } from "../../../../shared/money.ts";
import { ok } from "../../../../shared/result.ts";

const euros = (millionths: number): Money => ({ millionths, currency: "EUR" });
const terms = { sender: "FloraKyiv", tariffCode: null };

/** A client at the port that prices a number at 22,600 millionths a part, Poland at twice that, and notes what it was asked. */
function priceList(): { client: BsgClient; asked: { text: string; phones: string[] }[] } {
  const asked: { text: string; phones: string[] }[] = [];
  const client: Pick<BsgClient, "base" | "price"> = {
    base: "http://127.0.0.1",
    price: ({ text, phones = [] }) => {
      asked.push({ text, phones });
      const parts = countParts(text).parts;
      const sum = phones.reduce((all, phone) => all + parts * (phone.startsWith("48") ? 45_200 : 22_600), 0);
      return Promise.resolve(ok(euros(sum)));
    },
  };
  return { client: client as BsgClient, asked };
}

test("an estimate asks with filler text and one number a country, so that no list and no text leaves", async () => {
  const { client, asked } = priceList();
  const countries = [
    { sample: "380671234567", people: 100 },
    { sample: "48601234567", people: 4 },
  ];
  const estimate = await new Prices(() => 0).estimate(client, terms, [{ encoding: "ucs2", parts: 2, countries }]);
  expect(estimate).toEqual(ok({ buckets: [[euros(4_520_000), euros(361_600)]], total: euros(4_881_600), at: 0 }));
  expect(asked.map(({ phones }) => phones)).toEqual([["380671234567"], ["48601234567"]]);
  expect(asked[0]?.text).toBe("я".repeat(134));
});

test("the same kind of message is asked for once in ten minutes", async () => {
  const { client, asked } = priceList();
  let now = 0;
  const prices = new Prices(() => now);
  const bucket = { encoding: "gsm7", parts: 1, countries: [{ sample: "380671234567", people: 7 }] } as const;
  const twice = [{ ...bucket, countries: [...bucket.countries] }];
  const askedAt = async (buckets: PriceBucket[]) => {
    const estimate = await prices.estimate(client, terms, buckets);
    return estimate.ok ? estimate.value.at : null;
  };
  expect(await askedAt(twice)).toBe(0);
  now = 9 * 60_000;
  // It is as old as the oldest price in it.
  expect(await askedAt(twice)).toBe(0);
  expect(asked).toHaveLength(1);
  expect(await askedAt([...twice, { ...bucket, parts: 2, countries: [...bucket.countries] }])).toBe(0);
  expect(asked).toHaveLength(2);
  now = 10 * 60_000;
  expect(await askedAt(twice)).toBe(now);
  expect(asked).toHaveLength(3);
});

test("what one account pays says nothing of another", async () => {
  const [one, other] = [priceList(), priceList()];
  const prices = new Prices(() => 0);
  const countries = [{ sample: "380671234567", people: 7 }];
  await prices.estimate(one.client, terms, [{ encoding: "gsm7", parts: 1, countries }]);
  await prices.estimate(other.client, terms, [{ encoding: "gsm7", parts: 1, countries }]);
  expect([one.asked.length, other.asked.length]).toEqual([1, 1]);
});

test("a quote prices every number, in calls that the service takes", async () => {
  const { client, asked } = priceList();
  const numbers = Array.from({ length: 25_001 }, (_, index) => String(380670000000 + index));
  const quote = await new Prices(() => 0).quote(client, terms, [
    { encoding: "gsm7", parts: 1, numbers, text: "Hello" },
  ]);
  expect(quote).toEqual(ok(euros(25_001 * 22_600)));
  expect(asked.map(({ phones }) => phones.length)).toEqual([10_000, 10_000, 5_001]);
});

test.each([
  ["gsm7", 1],
  ["gsm7", 5],
  ["ucs2", 1],
  ["ucs2", 5],
] as const)("filler of %s and %i parts has just that", (encoding, parts) => {
  expect(countParts(fillerText(encoding, parts))).toMatchObject({ encoding, parts, overLimit: false });
});

test("a price that rose, vanished or changed its currency is asked about again; a lower one is fine", () => {
  expect(comparePrice(euros(100), euros(100))).toBeNull();
  expect(comparePrice(euros(100), euros(99))).toBeNull();
  expect(comparePrice(euros(100), euros(101))?.code).toBe("review.price-higher");
  expect(comparePrice(euros(100), { millionths: 1, currency: "USD" })?.code).toBe("review.price-higher");
  expect(comparePrice(euros(100), null)?.code).toBe("review.no-price");
});
