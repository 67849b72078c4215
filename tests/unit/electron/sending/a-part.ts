import type { PartEvent } from "../../../../shared/campaign/part-event.ts";
import { type Part, plannedPart } from "../../../../shared/campaign/part-state.ts";
import { type Effect, step } from "../../../../shared/campaign/part-step.ts";
import { appErrorOf } from "../../../../shared/errors.ts";

export const minute = 60_000;
export const watchUntil = 20_000_000;
export const broken = appErrorOf("network.broken", { reason: "ECONNRESET" });
export const badSender = appErrorOf("service.sender", { status: 422 });
export const keyRefused = appErrorOf("key.refused", { status: 401 });
export const otherAccount = appErrorOf("campaign.other-account");

/** A part after these events, each of which must be allowed. */
export function partAfter(events: PartEvent[], withReferences = true): Part {
  return events.reduce((part, event) => stepped(part, event), plannedPart(withReferences));
}

/** The part after one more event, which must be allowed. */
export function stepped(part: Part, event: PartEvent): Part {
  const next = step(part, event);
  if (next === null) throw new Error(`${event.kind} is not allowed in ${part.state.name}`);
  return next.part;
}

/** What must be written with the last of the events. */
export function effectsOf(part: Part, event: PartEvent): Effect[] {
  return step(part, event)?.effects ?? [];
}

export const post: PartEvent = { kind: "post", watchUntil };
export const unclear = (attempt = 1): PartEvent => ({ kind: "unclear", attempt, why: broken });
export const taken = (serviceId = "900", attempt = 1): PartEvent => ({ kind: "taken", attempt, serviceId });
export const refused = (attempt = 1, shared = false): PartEvent => ({
  kind: "refused",
  attempt,
  reason: badSender,
  shared,
});
export const notBegun = (attempt = 1): PartEvent => ({ kind: "not-begun", attempt, why: broken });
export const noKey = (attempt = 1): PartEvent => ({ kind: "key-refused", attempt, why: keyRefused });
export const foundAll = (...serviceIds: string[]): PartEvent => ({ kind: "found-all", serviceIds });
export const foundSome = (found: number, ...serviceIds: string[]): PartEvent => ({
  kind: "found-some",
  serviceIds,
  found,
});

/** A well-formed look that found nothing, `at` ms by both clocks. */
export const empty = (at: number, attempt = 1, authority = true): PartEvent => ({
  kind: "empty",
  attempt,
  monotonic: at,
  serviceDate: at,
  authority,
});
export const blind = (at: number, attempt = 1): PartEvent => ({ kind: "blind", attempt, monotonic: at, why: broken });

/** Three empty looks over ten minutes. */
export const absence = (attempt = 1): PartEvent[] => [
  empty(0, attempt),
  empty(5 * minute, attempt),
  empty(10 * minute, attempt),
];
/** An hour in which nobody could look. */
export const anHourBlind = (attempt = 1): PartEvent[] => [blind(0, attempt), blind(60 * minute, attempt)];

const inDoubt = [post, unclear()];

/** How a part comes into each of its states. */
export const waysInto = {
  planned: [],
  "in-doubt": inDoubt,
  accepted: [post, taken()],
  "accepted-with-exceptions": [...inDoubt, foundSome(1, "900"), { kind: "taken-in", missing: 1 }],
  refused: [post, refused(), empty(0)],
  held: [...inDoubt, ...absence()],
  paused: [{ kind: "pause", reason: otherAccount }],
  stopping: [post, taken(), { kind: "cancel" }],
  stopped: [post, taken(), { kind: "cancel" }, { kind: "stopped", missing: 0 }],
  cancelled: [{ kind: "cancel" }],
  "cancelled-by-absence": [...inDoubt, { kind: "cancel" }, ...absence()],
} satisfies Record<Part["state"]["name"], PartEvent[]>;
