import { appErrorOf, type AppError } from "../../shared/errors.ts";

/** How far this computer's clock may be from the service's before it is said, ms. */
const tolerated = 5 * 60_000;

/** Compares this computer's clock with the service's `Date` headers. */
export interface ClockCheck {
  /** Takes in the `Date` header of an answer just received; what is not a date is passed over. */
  note: (date: string) => void;
  /** `clock.wrong` with how far it is off (`hours`, one decimal, and `minutes`; ahead is positive), else null. */
  problem: () => AppError | null;
}

/** Knows nothing until the first answer. */
export function createClockCheck(now: () => number): ClockCheck {
  let ahead = 0;
  return {
    note(date) {
      const there = Date.parse(date);
      if (!Number.isNaN(there)) ahead = now() - there;
    },
    problem() {
      if (Math.abs(ahead) <= tolerated) return null;
      return appErrorOf("clock.wrong", {
        hours: Math.round(ahead / 360_000) / 10,
        minutes: Math.round(ahead / 60_000),
      });
    },
  };
}
