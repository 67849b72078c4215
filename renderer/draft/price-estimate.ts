import type { AppError } from "../../shared/errors.ts";
import type { Desk } from "../../shared/ipc/bridge.ts";
import type { PriceBucket } from "../../shared/ipc/contract.ts";
import type { Cost } from "../../shared/message/tally.ts";
import type { Money } from "../../shared/money.ts";
import type { Bucket, MessageTally } from "../list-worker/protocol.ts";

/** What the service would charge, asked with filler text of the same length and one number a country. */
export type PriceEstimate = {
  total: Money | null;
  /** Price by encoding and parts. */
  buckets: { encoding: Cost["encoding"]; parts: number; people: number; price: Money | null }[];
  /** What replacing the marks would save; null when unknown or nothing. */
  saving: Money | null;
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

/** Asks what a message costs as it is, and, where marks could be replaced, what it would cost then. */
export async function estimatePrice(
  desk: Pick<Desk, "estimatePrice">,
  question: PriceQuestion,
  tally: PricedTally,
): Promise<PriceEstimate> {
  const buckets = priceBuckets(tally.costs);
  const nothing: PriceEstimate = { total: null, buckets: [], saving: null, askedAt: null, problem: null };
  if (buckets.length === 0) return nothing;
  const answer = await desk.estimatePrice({ ...question, buckets });
  if (!answer.ok) return { ...nothing, problem: answer.error };
  const { total, askedAt } = answer.value;
  const priced = buckets.map(({ encoding, parts, countries }, index) => ({
    encoding,
    parts,
    people: countries.reduce((sum, country) => sum + country.people, 0),
    price: answer.value.buckets[index] ?? null,
  }));
  const saving = tally.saving === null ? null : await savingOf(desk, question, tally.saving.costs, total);
  return { total, buckets: priced, saving, askedAt, problem: null };
}

async function savingOf(
  desk: Pick<Desk, "estimatePrice">,
  question: PriceQuestion,
  costs: readonly Cost[],
  total: Money | null,
): Promise<Money | null> {
  const answer = await desk.estimatePrice({ ...question, buckets: priceBuckets(costs) });
  const after = answer.ok ? answer.value.total : null;
  if (total === null || after === null || after.currency !== total.currency) return null;
  const millionths = total.millionths - after.millionths;
  return millionths > 0 ? { millionths, currency: total.currency } : null;
}

/** Whether two tallies cost the same, so that the price of one is the price of the other. */
export function sameCosts(one: PricedTally | null, other: PricedTally | null): boolean {
  const costs = (tally: PricedTally | null) => JSON.stringify([tally?.costs ?? [], tally?.saving?.costs ?? []]);
  return costs(one) === costs(other);
}

/** The share of a line of "What everybody gets" in the price of its encoding and number of parts. */
export function priceOfBucket(price: PriceEstimate | null, bucket: Bucket): Money | null {
  const whole = price?.buckets.find(({ encoding, parts }) => encoding === bucket.encoding && parts === bucket.parts);
  if (whole === undefined || whole.price === null || whole.people === 0) return null;
  const share = Math.min(1, bucket.people / whole.people);
  return { millionths: Math.round(whole.price.millionths * share), currency: whole.price.currency };
}
