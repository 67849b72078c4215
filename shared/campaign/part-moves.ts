import type { PartEvent } from "./part-event.ts";
import type { Part, PartState } from "./part-state.ts";
import { noVotes } from "./part-state.ts";

/** The events of these kinds. */
export type Of<K extends PartEvent["kind"]> = Extract<PartEvent, { kind: K }>;

/** The part in another state. */
export function to(part: Part, state: PartState): Part {
  return { ...part, state };
}

/** Planned, with nothing to ask and nothing gone wrong. */
export const planned: Extract<PartState, { name: "planned" }> = { name: "planned", question: null, problem: null };

/** In doubt, with nothing known yet but what the patch says. */
export function inDoubt(patch: Partial<Extract<PartState, { name: "in-doubt" }>> = {}): PartState {
  return {
    name: "in-doubt",
    posting: false,
    why: null,
    refusal: null,
    keyRefused: false,
    votes: noVotes,
    blindSince: null,
    lookProblem: null,
    found: 0,
    ...patch,
  };
}

/** The part with these campaigns of the service as its own. */
export function owning(part: Part, serviceIds: string[]): Part {
  return { ...part, serviceIds: [...new Set([...part.serviceIds, ...serviceIds])] };
}

/** The service has taken it; what was cancelled meanwhile has to be stopped there. */
export function accept(part: Part, serviceIds: string[]): Part {
  return to({ ...owning(part, serviceIds), keyRefusals: 0 }, { name: part.cancelled ? "stopping" : "accepted" });
}

/** Cancelled where it stands: never sent, or once posted and watched. */
export function cancelNow(part: Part): Part {
  const marked = { ...part, cancelled: true };
  if (part.attempts === 0) return to(marked, { name: "cancelled" });
  return to(marked, { name: "cancelled-by-absence", watch: "on" });
}
