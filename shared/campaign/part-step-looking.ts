import type { AppError } from "../errors.ts";
import { accept, cancelNow, inDoubt, type Of, owning, planned, to } from "./part-moves.ts";
import type { Part, PartState } from "./part-state.ts";
import { isAccepted, noVotes } from "./part-state.ts";
import { addVote, isAbsent, isTooLongBlind } from "./votes.ts";

/** A look has found all of its ids, or some. */
export function found(part: Part, event: Of<"found-all" | "found-some">): Part | null {
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
  const shown = { votes: noVotes, blindSince: null, lookProblem: null, refusal: null, found: event.found };
  return to(owning(part, event.serviceIds), { ...looking, ...shown });
}

/** Another campaign of what was accepted already; null when it is known. */
export function foundMore(part: Part, serviceIds: string[]): Part | null {
  const more = owning(part, serviceIds);
  if (more.serviceIds.length === part.serviceIds.length) return null;
  return part.cancelled ? to(more, { name: "stopping" }) : more;
}

/** The service has finished taking it in. */
export function takenIn(part: Part, missing: number): Part | null {
  const { state } = part;
  if (state.name !== "in-doubt" || state.posting || state.found === 0) return null;
  if (missing === 0) return accept(part, []);
  return to(part, { name: "accepted-with-exceptions", missing, watch: "on" });
}

/** A look that found nothing, or that could not be made. */
export function lookedInVain(part: Part, event: Of<"empty" | "blind">): Part | null {
  const { state } = part;
  if (state.name !== "in-doubt" || state.posting || event.attempt !== part.attempts) return null;
  // Once some of it was seen it is being taken in; that a later read lags proves nothing.
  if (state.found > 0) return part;
  if (event.kind === "empty" && state.refusal !== null) {
    return to(part, { name: "refused", reason: state.refusal.reason, watch: "on" });
  }
  if (event.kind === "empty" && event.authority && event.serviceDate !== null) {
    const votes = addVote(state.votes, { monotonic: event.monotonic, serviceDate: event.serviceDate });
    const looking = { ...state, votes, blindSince: null, lookProblem: null };
    return isAbsent(votes) ? absent(part, looking) : to(part, looking);
  }
  const blindSince = state.blindSince ?? event.monotonic;
  const lookProblem = event.kind === "blind" ? event.why : null;
  if (isTooLongBlind(blindSince, event.monotonic)) return unchecked(part, lookProblem);
  return to(part, { ...state, blindSince, lookProblem });
}

function absent(part: Part, state: Extract<PartState, { name: "in-doubt" }>): Part {
  if (part.cancelled) return cancelNow(part);
  if (state.keyRefused && part.withReferences) return to(part, planned);
  return to(part, {
    name: "held",
    because: part.withReferences ? "absent" : "groups",
    votes: state.votes,
    lookProblem: null,
  });
}

function unchecked(part: Part, lookProblem: AppError | null): Part {
  if (part.cancelled) return cancelNow(part);
  return to(part, { name: "held", because: part.withReferences ? "unchecked" : "groups", votes: noVotes, lookProblem });
}

/** Nothing turned up until the end of the watch; `read`: it could look until then. */
export function watchOver(part: Part, read: boolean): Part | null {
  const { state } = part;
  if (!("watch" in state) || state.watch !== "on") return null;
  return to(part, { ...state, watch: read ? "over" : "over-unread" });
}
