import { createHmac, randomBytes } from "node:crypto";
import { countryOf } from "../../shared/recipients/phone-country.ts";

const sign = "#";
const countryEnd = 8;

/**
 * What is kept in the place of an erased number: its country, and an HMAC under a key that is only in the keychain, so
 * that the same number is known again and nobody can find it by trying all numbers. Without the key nothing is known
 * again.
 */
export class NumberMarks {
  private key: Buffer | null = null;

  /** The key as 64 hexadecimal digits; null forgets it. */
  use(key: string | null): void {
    this.key = key === null ? null : Buffer.from(key, "hex");
  }

  get known(): boolean {
    return this.key !== null;
  }

  /** The mark of a number; null without the key. */
  of(number: string): string | null {
    const hash = this.hash(number);
    return hash === null ? null : head(number) + hash;
  }

  /** The mark that takes the place of a number: without the key one that nothing leads back to. */
  inPlaceOf(number: string): string {
    return this.of(number) ?? head(number) + randomBytes(16).toString("hex");
  }

  /** The same for anything that numbers and texts went into, such as a digest: it could be found by trying. */
  ofDigest(digest: string): string {
    return sign + (this.hash(digest) ?? randomBytes(16).toString("hex"));
  }

  private hash(content: string): string | null {
    return this.key === null ? null : createHmac("sha256", this.key).update(content).digest("hex").slice(0, 32);
  }
}

/** Whether a number's place holds the mark of an erased one. */
export function isMark(number: string): boolean {
  return number.startsWith(sign);
}

/** The country of a number, and of one that was erased; see `countryOf`. */
export function countryOfMarked(number: string): string {
  return isMark(number) ? number.slice(sign.length, countryEnd).replaceAll(".", "") : countryOf(number);
}

function head(number: string): string {
  return (sign + countryOf(number)).padEnd(countryEnd, ".");
}
