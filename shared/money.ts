import { z } from "zod";

/** An amount as integer millionths of a currency unit (ISO 4217). Summed before it is rounded for the eye. */
export const money = z.strictObject({
  millionths: z.number().int(),
  currency: z.string().max(8),
});
export type Money = z.infer<typeof money>;

const decimal = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/**
 * Reads an amount as the service writes it (number, decimal string or null) from its shortest decimal form.
 * @returns integer millionths, half-up beyond the sixth decimal; `null` when there is no readable amount.
 */
export function millionthsOf(amount: unknown): number | null {
  if (typeof amount !== "number" && typeof amount !== "string") return null;
  const match = decimal.exec(String(amount).trim());
  if (match === null) return null;
  const [, sign, whole = "0", fraction = "", exponent = "0"] = match;
  const shift = Number(exponent) + 6;
  const digits = whole + fraction;
  const point = whole.length + shift;
  if (point > 16) return null;
  const padded = digits.padEnd(Math.max(point, 0), "0");
  const kept = point <= 0 ? 0 : Number(padded.slice(0, point));
  const next = point < 0 ? 0 : Number(padded[point] ?? "0");
  const value = kept + (next >= 5 ? 1 : 0);
  if (!Number.isSafeInteger(value)) return null;
  return sign === "-" && value !== 0 ? -value : value;
}

/** The sum of two amounts of one currency; `null` when either is unknown or the currencies differ. */
export function addMoney(a: Money | null, b: Money | null): Money | null {
  if (a === null || b === null || a.currency !== b.currency) return null;
  return { millionths: a.millionths + b.millionths, currency: a.currency };
}
