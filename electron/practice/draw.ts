export const fates = ["delivered", "failed", "undelivered", "expired", "unknown"] as const;
export type Fate = (typeof fates)[number];

/** Cumulative thresholds: about 94 % delivered. */
const thresholds: readonly [number, Fate][] = [
  [0.94, "delivered"],
  [0.957, "failed"],
  [0.98, "undelivered"],
  [0.99, "expired"],
];

/** A number in [0, 1) that depends on nothing but its arguments (an FNV-1a walk with a final mixing). */
export function draw(seed: number, ...of: readonly number[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const part of of) {
    hash = Math.imul(hash ^ (part >>> 0), 0x01000193);
    hash = Math.imul(hash ^ Math.floor(part / 2 ** 32), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** What becomes of a message once it is sent. */
export function fateOf(chance: number): Fate {
  return thresholds.find(([below]) => chance < below)?.[1] ?? "unknown";
}
