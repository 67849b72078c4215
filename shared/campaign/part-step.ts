import type { AppError } from "../errors.ts";
import { appErrorOf } from "../errors.ts";
import { assertNever } from "../result.ts";
import type { PartEvent } from "./part-event.ts";
import { cancelNow, inDoubt, planned, to } from "./part-moves.ts";
import type { Part } from "./part-state.ts";
import { isFinal, noVotes } from "./part-state.ts";
import type { PlannedStart } from "./schedule.ts";
import { found, lookedInVain, takenIn, watchOver } from "./part-step-looking.ts";
import { fromPlanned, fromPosting } from "./part-step-posting.ts";

/** What must be written in the same transaction as the part. */
export type Effect =
  /** These campaigns of the service belong to the part now. */
  | { do: "own"; serviceIds: string[] }
  /** The reason is every part's: planned parts of the campaign are paused. */
  | { do: "pause-others"; reason: AppError }
  /** The planned time is taken out of its body; the former hash stays. */
  | { do: "remove-start" }
  /** Another planned time goes into its body; the former hash stays. */
  | { do: "set-start"; start: PlannedStart }
  /** Its watch is over: what its campaigns have not shown by now is not waited for. */
  | { do: "end-reads" }
  /** Nothing of it will be posted again: its body may go, the hash stays. */
  | { do: "forget-body" };

export type Stepped = { part: Part; effects: Effect[] };

/**
 * One step of a part: `send-protocol.md`, "A part's states", row by row.
 * @returns the part afterwards and what to write with it, or null when the event is not allowed in its state.
 */
export function step(part: Part, event: PartEvent): Stepped | null {
  const next = transition(part, event);
  if (next === null) return null;
  const effects: Effect[] = [];
  const owned = next.serviceIds.filter((id) => !part.serviceIds.includes(id));
  if (owned.length > 0) effects.push({ do: "own", serviceIds: owned });
  if (next.state.name === "refused" && part.state.name === "in-doubt" && part.state.refusal?.shared === true) {
    effects.push({ do: "pause-others", reason: next.state.reason });
  }
  if (next.sendNow && !part.sendNow) effects.push({ do: "remove-start" });
  if (next.start !== null && next.start !== part.start) effects.push({ do: "set-start", start: next.start });
  if (event.kind === "watch-over") effects.push({ do: "end-reads" });
  if (isFinal(next) && !isFinal(part)) effects.push({ do: "forget-body" });
  return { part: next, effects };
}

function transition(part: Part, event: PartEvent): Part | null {
  switch (event.kind) {
    case "undo":
    case "ask":
    case "go-on":
    case "send-at":
    case "hindered":
    case "found-before-posting":
    case "post":
      return fromPlanned(part, event);
    case "not-begun":
    case "withheld":
    case "taken":
    case "refused":
    case "key-refused":
    case "unclear":
      return fromPosting(part, event);
    case "found-all":
    case "found-some":
      return found(part, event);
    case "taken-in":
      return takenIn(part, event.missing);
    case "empty":
    case "blind":
      return lookedInVain(part, event);
    case "pause":
      return pause(part, event.reason);
    case "resume":
      return resume(part);
    case "send-again":
    case "look-again":
      return fromHeld(part, event.kind);
    case "drop":
      return ["planned", "held", "paused"].includes(part.state.name) ? cancel(part) : null;
    case "cancel":
      return cancel(part);
    case "stopped":
      if (part.state.name !== "stopping") return null;
      return to(part, { name: "stopped", watch: event.missing > 0 ? "on" : "over" });
    case "watch-over":
      return watchOver(part, event.read);
    case "incomplete":
      if (part.state.name !== "accepted") return null;
      return to(part, { name: "accepted-with-exceptions", missing: event.missing, watch: "on" });
    case "restart":
      return restart(part);
    case "restored":
      return restored(part, event.watchUntil);
    default:
      return assertNever(event);
  }
}

function pause(part: Part, reason: AppError): Part | null {
  const { state } = part;
  if (part.cancelled) return null;
  const mayPause = state.name === "planned" || (state.name === "in-doubt" && !state.posting && state.keyRefused);
  return mayPause ? to(part, { name: "paused", reason }) : null;
}

function resume(part: Part): Part | null {
  if (part.state.name !== "paused" || part.cancelled) return null;
  const fresh = { ...part, keyRefusals: 0 };
  return part.attempts === 0 ? to(fresh, planned) : to(fresh, inDoubt({ why: part.state.reason }));
}

function fromHeld(part: Part, kind: "send-again" | "look-again"): Part | null {
  if (part.state.name !== "held" || part.cancelled) return null;
  return to({ ...part, keyRefusals: 0 }, kind === "send-again" ? planned : inDoubt());
}

/** Cancel marks the part for good; what was never posted is cancelled, the rest is stopped or looked for. */
function cancel(part: Part): Part | null {
  const marked = { ...part, cancelled: true };
  switch (part.state.name) {
    case "planned":
    case "held":
    case "paused":
      return cancelNow(marked);
    case "in-doubt":
      return part.state.found > 0 ? to(marked, { name: "stopping" }) : marked;
    case "accepted":
    case "accepted-with-exceptions":
      return to(marked, { name: "stopping" });
    case "refused":
    case "stopping":
      return marked;
    case "stopped":
    case "cancelled":
    case "cancelled-by-absence":
      return null;
    default:
      return assertNever(part.state);
  }
}

function restart(part: Part): Part | null {
  const { state } = part;
  if (state.name !== "in-doubt") return null;
  const why = state.posting ? appErrorOf("network.broken", { restarted: 1 }) : state.why;
  return to(part, { ...state, posting: false, why, votes: noVotes, blindSince: null, lookProblem: null });
}

/** Nothing is planned in a restored journal: what it holds as unsent may have been sent since the copy was made. */
function restored(part: Part, watchUntil: number): Part | null {
  if (!["planned", "held", "paused", "in-doubt"].includes(part.state.name)) return null;
  const posted = { ...part, attempts: Math.max(1, part.attempts), watchUntil: part.watchUntil ?? watchUntil };
  return to(posted, inDoubt());
}
