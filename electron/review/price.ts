import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type { PriceBucket } from "../../shared/ipc/contract.ts";
import { unitLimits } from "../../shared/message/parts.ts";
import { addMoney, type Money } from "../../shared/money.ts";
import { countryOf } from "../../shared/recipients/phone-country.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import type { BsgClient } from "../bsg/port.ts";
import type { RenderedBucket } from "../library/rendered-draft.ts";

/** The service prices at most as many numbers in one call as it takes in one campaign. */
const numbersPerCall = 10_000;
/** How long an estimate is believed without asking again. */
const estimateLife = 10 * 60_000;

type Terms = { sender: string; tariffCode: number | null };

/**
 * What texts cost, by the service's own word. While a message is being written only filler text and one number a
 * country leave the computer; the list itself is priced from Review on.
 */
export class Prices {
  private readonly now: () => number;
  /** By client: another account pays other prices. */
  private readonly known = new WeakMap<BsgClient, Map<string, { price: Money; at: number }>>();

  constructor(now: () => number) {
    this.now = now;
  }

  /**
   * The price of each country of each bucket: one message of the bucket's encoding and length to one number of the
   * country, times its people. Asked once per kind of message and country in ten minutes. `null` where the service names
   * no price. `at`: when the oldest of these prices was asked for.
   */
  async estimate(
    client: BsgClient,
    terms: Terms,
    buckets: PriceBucket[],
  ): Promise<Result<{ buckets: (Money | null)[][]; total: Money | null; at: number }, AppError>> {
    const prices: (Money | null)[][] = [];
    let at = this.now();
    for (const bucket of buckets) {
      const ofCountries: (Money | null)[] = [];
      for (const { sample, people } of bucket.countries) {
        const one = await this.oneMessage(client, terms, bucket, sample);
        if (!one.ok) return one;
        const { price } = one.value;
        at = Math.min(at, one.value.at);
        ofCountries.push(price && { ...price, millionths: price.millionths * people });
      }
      prices.push(ofCountries);
    }
    return ok({ buckets: prices, total: total(prices.flat()), at });
  }

  /** The price of a whole draft, number by number, as it will be charged. `null` when the service names none. */
  async quote(client: BsgClient, terms: Terms, buckets: RenderedBucket[]): Promise<Result<Money | null, AppError>> {
    const prices: (Money | null)[] = [];
    for (const { text, numbers } of buckets) {
      for (let start = 0; start < numbers.length; start += numbersPerCall) {
        const phones = numbers.slice(start, start + numbersPerCall);
        const price = await client.price({ ...terms, text, phones });
        if (!price.ok) return err(price.error);
        prices.push(price.value);
      }
    }
    return ok(total(prices));
  }

  private async oneMessage(
    client: BsgClient,
    terms: Terms,
    bucket: PriceBucket,
    sample: string,
  ): Promise<Result<{ price: Money | null; at: number }, AppError>> {
    const { encoding, parts } = bucket;
    const key = [terms.sender, terms.tariffCode, encoding, parts, countryOf(sample)].join(" ");
    const ofClient = this.known.get(client) ?? new Map<string, { price: Money; at: number }>();
    this.known.set(client, ofClient);
    const known = ofClient.get(key);
    if (known !== undefined && this.now() - known.at < estimateLife) return ok(known);
    const price = await client.price({ ...terms, text: fillerText(encoding, parts), phones: [sample] });
    if (!price.ok) return err(price.error);
    const at = this.now();
    if (price.value !== null) ofClient.set(key, { price: price.value, at });
    return ok({ price: price.value, at });
  }
}

/** A text of nothing but one letter that has this many parts in this encoding. */
export function fillerText(encoding: "gsm7" | "ucs2", parts: number): string {
  const { single, multi } = unitLimits[encoding];
  return (encoding === "gsm7" ? "a" : "я").repeat(parts === 1 ? single : parts * multi);
}

function total(prices: (Money | null)[]): Money | null {
  const [first, ...rest] = prices;
  return first === undefined ? null : rest.reduce<Money | null>(addMoney, first);
}

/** Whether a fresh price is fine with what the user was shown: the same or lower, in the same currency. */
export function comparePrice(shown: Money, fresh: Money | null): AppError | null {
  if (fresh === null) return appErrorOf("review.no-price");
  if (fresh.currency !== shown.currency || fresh.millionths > shown.millionths) {
    return appErrorOf("review.price-higher", { millionths: fresh.millionths, currency: fresh.currency });
  }
  return null;
}
