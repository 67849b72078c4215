import type { BsgClient, Refusal } from "../bsg/port.ts";
import type { Clock } from "./context.ts";

const second = 1000;
/** After so many refusals for being asked too often (or for being overloaded) in a row, without a word for how long. */
const pauses = [10, 30, 60, 120, 300, 600].map((seconds) => seconds * second);
const tooMuch: ReadonlySet<number> = new Set([429, 503]);

export type Politeness = {
  /** Ms for which nothing may be read that can wait; 0 when it may. */
  rest(): number;
  /** Told after every read: what the service answered to it, null when that was fine. */
  heard(client: BsgClient, refusal: Refusal | null): void;
};

/** Reads that can wait keep still for as long as the service asks, or ever longer while it is asked too often. */
export function createPoliteness(clock: Clock): Politeness {
  let until = 0;
  let refused = 0;
  return {
    rest: () => Math.max(0, until - clock.monotonic()),
    heard(client, refusal) {
      const isTooMuch = tooMuch.has(refusal?.status ?? 0);
      const pause = isTooMuch ? (pauses[Math.min(refused, pauses.length - 1)] ?? second) : 0;
      refused = isTooMuch ? refused + 1 : 0;
      const wait = Math.max(pause, client.askedToWait());
      if (wait > 0) until = Math.max(until, clock.monotonic() + wait);
    },
  };
}
