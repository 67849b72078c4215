import type { AppError } from "../errors.ts";
import { assertNever } from "../result.ts";
import { accept, cancelNow, inDoubt, type Of, planned, to } from "./part-moves.ts";
import { foundMore } from "./part-step-looking.ts";
import type { Part } from "./part-state.ts";
import { isAccepted } from "./part-state.ts";

type Before = "undo" | "ask" | "go-on" | "send-at" | "hindered" | "found-before-posting" | "post";

/** What can happen to a part before it is posted, the step into doubt included. */
export function fromPlanned(part: Part, event: Of<Before>): Part | null {
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
    case "send-at":
      if (state.question === null) return null;
      return to({ ...part, sendNow: false, start: event.start }, planned);
    case "hindered":
      return to(part, { ...state, problem: event.why });
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

/** What became of a POST. A late answer never decides over a later attempt. */
export function fromPosting(
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
