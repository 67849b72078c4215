import type { Clock } from "../../electron/sending/context.ts";
import type { Timers } from "../../electron/sending/lane.ts";

/** So many seconds go by in one: ten minutes of looking in less than a third of a second. */
export const speed = 2000;

/**
 * Clocks and timers of a program that lives in a hurry.
 * @param start wall ms from which time runs faster, the same for all who share it
 */
export function hurriedTime(start: number): Clock & Timers {
  return {
    now: () => start + (Date.now() - start) * speed,
    monotonic: () => performance.now() * speed,
    after(ms, act) {
      const timer = setTimeout(act, Math.min(ms / speed, 2 ** 31 - 1));
      return () => clearTimeout(timer);
    },
  };
}
