import type { AppError } from "../errors.ts";
import { appErrorOf } from "../errors.ts";
import { assertNever } from "../result.ts";
import type { PartEvent } from "./part-event.ts";
import type { Part, PartState } from "./part-state.ts";
import { isAccepted, isFinal, noVotes } from "./part-state.ts";
import { addVote, isAbsent, isTooLongBlind } from "./votes.ts";

/** What must be written in the same transaction as the part. */
export type Effect =
  /** These campaigns of the service belong to the part now. */
  | { do: "own"; serviceIds: string[] }
  /** The reason is every part's: planned parts of the campaign are paused. */
  | { do: "pause-others"; reason: AppError }
  /** The planned time is taken out of its body; the former hash stays. */
  | { do: "remove-start" }
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
  if (isFinal(next) && !isFinal(part)) effects.push({ do: "forget-body" });
  return { part: next, effects };
}

function transition(part: Part, event: PartEvent): Part | null {
  switch (event.kind) {
    case "undo":
    case "ask":
    case "go-on":
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

type Of<K extends PartEvent["kind"]> = Extract<PartEvent, { kind: K }>;

function to(part: Part, state: PartState): Part {
  return { ...part, state };
}

const planned: Extract<PartState, { name: "planned" }> = { name: "planned", question: null, problem: null };

function inDoubt(patch: Partial<Extract<PartState, { name: "in-doubt" }>> = {}): PartState {
  return {
    name: "in-doubt",
    posting: false,
    why: null,
    refusal: null,
    keyRefused: false,
    votes: noVotes,
    blindSince: null,
    found: 0,
    ...patch,
  };
}

function fromPlanned(part: Part, event: Of<"undo" | "ask" | "go-on" | "found-before-posting" | "post">): Part | null {
  const { state } = part;
  if (state.name !== "planned") return null;
  switch (event.kind) {
    case "undo":
      return part.attempts === 0 ? to({ ...part, cancelled: true }, { name: "cancelled" }) : null;
    case "ask":
      return to(part, { ...state, question: event.question });
    case "go-on":
      if (state.question === null) return null;
      return to({ ...part, sendNow: part.sendNow || state.question === "time-passed" }, planned);
    case "found-before-posting":
      return to({ ...part, attempts: part.attempts + 1, watchUntil: event.watchUntil }, inDoubt());
    case "post":
      if (state.question !== null || part.cancelled) return null;
      // Counted before the socket opens: a crash from here on leaves a part that may have been posted.
      return to({ ...part, attempts: part.attempts + 1, watchUntil: event.watchUntil }, inDoubt({ posting: true }));
    default:
      return assertNever(event);
  }
}

function fromPosting(
  part: Part,
  event: Of<"not-begun" | "withheld" | "taken" | "refused" | "key-refused" | "unclear">,
): Part | null {
  const { state } = part;
  // Found by a look while its own answer was still on the way.
  if (event.kind === "taken" && isAccepted(part)) return foundMore(part, [event.serviceId]);
  if (state.name !== "in-doubt" || !state.posting || event.attempt !== part.attempts) return null;
  switch (event.kind) {
    case "not-begun":
    case "withheld":
      return takenBack(part, event.why);
    case "taken":
      return accept(part, [event.serviceId]);
    case "refused":
      if (part.attempts > 1) return to(part, inDoubt({ why: event.reason }));
      return to(part, inDoubt({ why: event.reason, refusal: { reason: event.reason, shared: event.shared } }));
    case "key-refused":
      return keyRefused(part, event.why);
    case "unclear":
      return to(part, inDoubt({ why: event.why }));
    default:
      return assertNever(event);
  }
}

/** The try ended before the boundary: the service has seen nothing of it, so it never was. */
function takenBack(part: Part, why: AppError): Part {
  const before = { ...part, attempts: part.attempts - 1 };
  if (part.cancelled) return cancelNow(before);
  return to(before, { ...planned, problem: why });
}

function keyRefused(part: Part, why: AppError): Part {
  const counted = { ...part, keyRefusals: part.keyRefusals + 1 };
  if (counted.keyRefusals > 1 && !part.cancelled) return to(counted, { name: "paused", reason: why });
  return to(counted, inDoubt({ why, keyRefused: true }));
}

function accept(part: Part, serviceIds: string[]): Part {
  return to({ ...owning(part, serviceIds), keyRefusals: 0 }, { name: part.cancelled ? "stopping" : "accepted" });
}

function found(part: Part, event: Of<"found-all" | "found-some">): Part | null {
  const { state } = part;
  // Whom a look had missed turned up after all.
  const complete = event.kind === "found-all" && state.name === "accepted-with-exceptions";
  if (complete) return accept(part, event.serviceIds);
  if (isAccepted(part)) return foundMore(part, event.serviceIds);
  if (part.attempts === 0 || (state.name === "in-doubt" && state.posting)) return null;
  // What was cancelled is stopped at once, however little of it is there.
  if (event.kind === "found-all" || part.cancelled) return accept(part, event.serviceIds);
  const looking = state.name === "in-doubt" ? state : inDoubt();
  if (looking.name !== "in-doubt") return null;
  const shown = { votes: noVotes, blindSince: null, refusal: null, found: event.found };
  return to(owning(part, event.serviceIds), { ...looking, ...shown });
}

function owning(part: Part, serviceIds: string[]): Part {
  return { ...part, serviceIds: [...new Set([...part.serviceIds, ...serviceIds])] };
}

function foundMore(part: Part, serviceIds: string[]): Part | null {
  const more = owning(part, serviceIds);
  if (more.serviceIds.length === part.serviceIds.length) return null;
  return part.cancelled ? to(more, { name: "stopping" }) : more;
}

function takenIn(part: Part, missing: number): Part | null {
  const { state } = part;
  if (state.name !== "in-doubt" || state.posting || state.found === 0) return null;
  if (missing === 0) return accept(part, []);
  return to(part, { name: "accepted-with-exceptions", missing, watch: "on" });
}

function lookedInVain(part: Part, event: Of<"empty" | "blind">): Part | null {
  const { state } = part;
  if (state.name !== "in-doubt" || state.posting || event.attempt !== part.attempts) return null;
  // Once some of it was seen it is being taken in; that a later read lags proves nothing.
  if (state.found > 0) return part;
  if (event.kind === "empty" && state.refusal !== null) {
    return to(part, { name: "refused", reason: state.refusal.reason, watch: "on" });
  }
  if (event.kind === "empty" && event.authority && event.serviceDate !== null) {
    const votes = addVote(state.votes, { monotonic: event.monotonic, serviceDate: event.serviceDate });
    const looking = { ...state, votes, blindSince: null };
    return isAbsent(votes) ? absent(part, looking) : to(part, looking);
  }
  const blindSince = state.blindSince ?? event.monotonic;
  if (isTooLongBlind(blindSince, event.monotonic)) return unchecked(part);
  return to(part, { ...state, blindSince });
}

function absent(part: Part, state: Extract<PartState, { name: "in-doubt" }>): Part {
  if (part.cancelled) return cancelNow(part);
  if (state.keyRefused && part.withReferences) return to(part, planned);
  return to(part, { name: "held", because: part.withReferences ? "absent" : "groups", votes: state.votes });
}

function unchecked(part: Part): Part {
  if (part.cancelled) return cancelNow(part);
  return to(part, { name: "held", because: part.withReferences ? "unchecked" : "groups", votes: noVotes });
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

function cancelNow(part: Part): Part {
  const marked = { ...part, cancelled: true };
  if (part.attempts === 0) return to(marked, { name: "cancelled" });
  return to(marked, { name: "cancelled-by-absence", watch: "on" });
}

function watchOver(part: Part, read: boolean): Part | null {
  const { state } = part;
  if (!("watch" in state) || state.watch !== "on") return null;
  return to(part, { ...state, watch: read ? "over" : "over-unread" });
}

function restart(part: Part): Part | null {
  const { state } = part;
  if (state.name !== "in-doubt") return null;
  const why = state.posting ? appErrorOf("network.broken", { restarted: 1 }) : state.why;
  return to(part, { ...state, posting: false, why, votes: noVotes, blindSince: null });
}

/** Nothing is planned in a restored journal: what it holds as unsent may have been sent since the copy was made. */
function restored(part: Part, watchUntil: number): Part | null {
  if (!["planned", "held", "paused", "in-doubt"].includes(part.state.name)) return null;
  const posted = { ...part, attempts: Math.max(1, part.attempts), watchUntil: part.watchUntil ?? watchUntil };
  return to(posted, inDoubt());
}
