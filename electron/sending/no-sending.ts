import { type AppError, appErrorOf } from "../../shared/errors.ts";
import { err } from "../../shared/result.ts";
import { noCounts } from "../../shared/campaign/status.ts";
import type { Sending } from "./sending.ts";

/** Sending while the journal cannot be trusted (damaged, locked, newer, read-only): everything is refused, in words. */
export function createNoSending(problem: AppError): Sending {
  const refuse = async () => err(problem);
  const nothing = async () => {};
  return {
    start: nothing,
    confirm: refuse,
    confirmedBefore: async () => null,
    undo: refuse,
    sendNow: refuse,
    cancel: refuse,
    answer: refuse,
    sendAt: refuse,
    refresh: refuse,
    list: async () => ({
      rows: [],
      total: 0,
      counts: { all: 0, waiting: 0, sending: 0, finished: 0 },
      checkedAt: null,
      problem,
    }),
    details: async () => err(appErrorOf("campaign.missing")),
    people: async () => ({ total: 0, rows: [] }),
    peopleCounts: async () => noCounts,
    course: async () => ({ counts: noCounts, from: null, steps: [], countries: [] }),
    pastTheGate: nothing,
    hurry: () => {},
    suspend: nothing,
    resume: nothing,
    quit: nothing,
  };
}
