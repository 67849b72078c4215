import type { AppError } from "../errors.ts";
import type { PlannedStart } from "./schedule.ts";
import type { PartQuestion, PartStateName } from "./view.ts";

/** One well-formed look that found nothing, by the computer's monotonic clock and by the service's `Date`, in ms. */
export type Look = { monotonic: number; serviceDate: number };

/** Empty looks that count as votes for "absent". */
export type Votes = { count: number; first: Look | null; last: Look | null };

/** Whether the service is still watched for a part that showed no trace, and how that ended. */
export type Watch = "on" | "over" | "over-unread";

/** What a part is, as the send protocol names it (`send-protocol.md`, "A part's states"). */
export type PartState =
  | {
      name: "planned";
      question: "restarted" | "time-passed" | null;
      /** Why the last try ended before the boundary. */
      problem: AppError | null;
    }
  | {
      name: "in-doubt";
      /** A POST of this run of the program is under way. */
      posting: boolean;
      why: AppError | null;
      /** The service refused the first attempt in words we know; one empty look-up makes it final. */
      refusal: { reason: AppError; shared: boolean } | null;
      /** The last attempt was answered 401: absence leads back to planned without a click. */
      keyRefused: boolean;
      votes: Votes;
      /** Since when (monotonic ms) nobody with authority could look. */
      blindSince: number | null;
      /** Why the last look could not be made; null when it could. */
      lookProblem: AppError | null;
      /** How many of its ids the service shows. */
      found: number;
    }
  | { name: "accepted" }
  | { name: "accepted-with-exceptions"; missing: number; watch: Watch }
  | { name: "refused"; reason: AppError; watch: Watch }
  /** `lookProblem`: what kept the last look from being made, where nobody could check. */
  | { name: "held"; because: "absent" | "unchecked" | "groups"; votes: Votes; lookProblem: AppError | null }
  | { name: "paused"; reason: AppError }
  | { name: "stopping" }
  /** No campaign of it goes on; `watch` is on while some of its people were never seen at the service. */
  | { name: "stopped"; watch: Watch }
  | { name: "cancelled" }
  | { name: "cancelled-by-absence"; watch: Watch };

/** A part of a campaign: at most 10,000 people, one POST. */
export type Part = {
  /** False for Contact Book lists: the service cannot tell a second try from a first. */
  withReferences: boolean;
  /** POSTs that may have passed the boundary. A try that ended before it is taken back. */
  attempts: number;
  /** The user wants nothing of it to go out any more; never taken back. */
  cancelled: boolean;
  /** The user's Send now to a planned time that had passed: it goes out without one. */
  sendNow: boolean;
  /** The user's Send at … instead of the time that was confirmed; null while that one stands. */
  start: PlannedStart | null;
  /** 401 answers since it was last planned by a click. */
  keyRefusals: number;
  /** Campaigns at the service that belong to this part. */
  serviceIds: string[];
  /** Until when (wall ms) a copy may still turn up: planned time + validity + 7 days. Null before the first POST. */
  watchUntil: number | null;
  state: PartState;
};

export const noVotes: Votes = { count: 0, first: null, last: null };

/** A part as the confirmation writes it. */
export function plannedPart(withReferences: boolean): Part {
  return {
    withReferences,
    attempts: 0,
    cancelled: false,
    sendNow: false,
    start: null,
    keyRefusals: 0,
    serviceIds: [],
    watchUntil: null,
    state: { name: "planned", question: null, problem: null },
  };
}

const settled: ReadonlySet<PartStateName> = new Set([
  "accepted",
  "accepted-with-exceptions",
  "refused",
  "held",
  "paused",
  "stopping",
  "stopped",
  "cancelled",
  "cancelled-by-absence",
]);

/** Whether the part behind this one may have its turn. */
export function isSettled(part: Part): boolean {
  return settled.has(part.state.name);
}

/** Whether the service has taken it. Never goes back. */
export function isAccepted(part: Part): boolean {
  return ["accepted", "accepted-with-exceptions", "stopping", "stopped"].includes(part.state.name);
}

/** Whether a late copy of the part is looked for. */
export function isWatched(part: Part): boolean {
  const { state } = part;
  switch (state.name) {
    case "refused":
    case "cancelled-by-absence":
    case "accepted-with-exceptions":
    case "stopped":
      return state.watch === "on";
    case "held":
      return true;
    case "paused":
      return part.attempts > 0;
    default:
      return false;
  }
}

/** Whether nothing that sends or cancels can happen to it any more. Its delivery may still be followed. */
export function isFinal(part: Part): boolean {
  const { state } = part;
  if (state.name === "cancelled" || state.name === "accepted") return true;
  return "watch" in state && state.watch !== "on";
}

/** What the part asks of the user. */
export function questionOf(part: Part): PartQuestion | null {
  const { state } = part;
  if (state.name === "planned") return state.question;
  if (state.name === "held") return state.because;
  return state.name === "paused" ? "paused" : null;
}

/** Why the part is where it is, for the eye. */
export function reasonOf(part: Part): AppError | null {
  const { state } = part;
  switch (state.name) {
    case "planned":
      return state.problem;
    case "in-doubt":
      return state.refusal?.reason ?? state.why;
    case "refused":
    case "paused":
      return state.reason;
    default:
      return null;
  }
}

/** Why the last look for the part could not be made, where that is so. */
export function lookProblemOf({ state }: Part): AppError | null {
  return state.name === "in-doubt" || state.name === "held" ? state.lookProblem : null;
}

/** When the part is to start: by a click, else as confirmed; null for now. */
export function startOfPart(
  part: Pick<Part, "sendNow" | "start">,
  confirmed: PlannedStart | null,
): PlannedStart | null {
  return part.sendNow ? null : (part.start ?? confirmed);
}
