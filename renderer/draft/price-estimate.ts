import type { AppError } from "../../shared/errors.ts";
import type { Desk } from "../../shared/ipc/bridge.ts";
import type { PriceBucket } from "../../shared/ipc/contract.ts";
import type { Cost } from "../../shared/message/tally.ts";
import { addMoney, type Money } from "../../shared/money.ts";
import type { Bucket, MessageTally } from "../list-worker/protocol.ts";

/** What the service would charge, asked with filler text of the same length and one number a country. */
export type PriceEstimate = {
  total: Money | null;
  /** What one message costs, by {@link kindOf}; kinds without a price are left out. */
  each: ReadonlyMap<string, Money>;
  /** The total once the marks are replaced; null when unknown or not less. */
  replaced: Money | null;
  askedAt: string | null;
  problem: AppError | null;
};

type PricedTally = Pick<MessageTally, "costs" | "saving">;
type PriceQuestion = { sender: string; tariffCode: number | null };

/** Groups people by what a message costs: at most one bucket for each encoding and number of parts. */
export function priceBuckets(costs: readonly Cost[]): PriceBucket[] {
  const buckets = new Map<string, PriceBucket>();
  for (const { encoding, parts, sample, people } of costs) {
    if (parts < 1 || parts > 5) continue;
    const key = `${encoding} ${parts}`;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, { encoding, parts, countries: [{ sample, people }] });
    else if (bucket.countries.length < 300) bucket.countries.push({ sample, people });
  }
  return [...buckets.values()];
}

/** What the price of one message depends on. */
function kindOf(encoding: Cost["encoding"], parts: number, country: string): string {
  return `${encoding} ${parts} ${country}`;
}

/** Asks what a message costs as it is, and, where marks could be replaced, what it would cost then. */
export async function estimatePrice(
  desk: Pick<Desk, "estimatePrice">,
  question: PriceQuestion,
  tally: PricedTally,
): Promise<PriceEstimate> {
  const buckets = priceBuckets(tally.costs);
  const nothing: PriceEstimate = { total: null, each: new Map(), replaced: null, askedAt: null, problem: null };
  if (buckets.length === 0) return nothing;
  const answer = await desk.estimatePrice({ ...question, buckets });
  if (!answer.ok) return { ...nothing, problem: answer.error };
  const { total, askedAt } = answer.value;
  const replaced = tally.saving === null ? null : await replacedTotal(desk, question, tally.saving.costs, total);
  return { total, each: priceOfEach(tally.costs, buckets, answer.value.buckets), replaced, askedAt, problem: null };
}

/** Prices are asked for all people of a country at once; each of them pays the same. */
function priceOfEach(
  costs: readonly Cost[],
  buckets: readonly PriceBucket[],
  prices: readonly (Money | null)[][],
): Map<string, Money> {
  const countryOf = new Map(costs.map(({ sample, country }) => [sample, country]));
  const each = new Map<string, Money>();
  for (const [index, { encoding, parts, countries }] of buckets.entries()) {
    for (const [place, { sample, people }] of countries.entries()) {
      const price = prices[index]?.[place] ?? null;
      if (price === null) continue;
      const kind = kindOf(encoding, parts, countryOf.get(sample) ?? "");
      each.set(kind, { ...price, millionths: Math.round(price.millionths / people) });
    }
  }
  return each;
}

async function replacedTotal(
  desk: Pick<Desk, "estimatePrice">,
  question: PriceQuestion,
  costs: readonly Cost[],
  total: Money | null,
): Promise<Money | null> {
  const answer = await desk.estimatePrice({ ...question, buckets: priceBuckets(costs) });
  const after = answer.ok ? answer.value.total : null;
  if (total === null || after === null || after.currency !== total.currency) return null;
  return after.millionths < total.millionths ? after : null;
}

/** Whether two tallies cost the same, so that the price of one is the price of the other. */
export function sameCosts(one: PricedTally | null, other: PricedTally | null): boolean {
  const costs = (tally: PricedTally | null) => JSON.stringify([tally?.costs ?? [], tally?.saving?.costs ?? []]);
  return costs(one) === costs(other);
}

/** What a line of "What everybody gets" costs; null while a price of it is not known, or it cannot be sent. */
export function priceOfBucket(price: PriceEstimate | null, bucket: Bucket): Money | null {
  let sum: Money | null = null;
  for (const { country, people } of bucket.countries) {
    const one = price?.each.get(kindOf(bucket.encoding, bucket.parts, country));
    if (one === undefined) return null;
    const all = { ...one, millionths: one.millionths * people };
    sum = sum === null ? all : addMoney(sum, all);
  }
  return sum;
}
