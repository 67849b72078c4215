import type { Look, Votes } from "./part-state.ts";

/** So many empty looks show that something is absent. */
export const votesNeeded = 3;
/** Empty looks must span this much, by the monotonic clock and by the service's `Date` alike. */
export const absenceSpan = 10 * 60_000;
/** After this long without authority a part is held: nobody could check. */
export const blindLimit = 60 * 60_000;

/** Adds an empty look. A clock that went backwards voids what was counted before. */
export function addVote(votes: Votes, look: Look): Votes {
  const { first, last } = votes;
  const ordered = last === null || (look.monotonic >= last.monotonic && look.serviceDate >= last.serviceDate);
  if (first === null || !ordered) return { count: 1, first: look, last: look };
  return { count: votes.count + 1, first, last: look };
}

/** Whether the part is shown absent: three empty looks over at least ten minutes by both clocks. */
export function isAbsent({ count, first, last }: Votes): boolean {
  if (count < votesNeeded || first === null || last === null) return false;
  return last.monotonic - first.monotonic >= absenceSpan && last.serviceDate - first.serviceDate >= absenceSpan;
}

/** Whether nobody could look for sixty minutes (monotonic ms). */
export function isTooLongBlind(since: number, now: number): boolean {
  return now - since >= blindLimit;
}
