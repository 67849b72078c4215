import type { PartView } from "../../../shared/campaign/view.ts";
import type { AppError } from "../../../shared/errors.ts";
import { assertNever } from "../../../shared/result.ts";
import type { TagTone } from "../../ui/tag.tsx";

/** The word of a part's state, its colour, and which sentence stands beside it. */
export type PartSentence = { word: PartWord; tone: TagTone; sentence: PartWords };

type PartWord = PartView["state"] | "handing";

type AcceptedStatus = (typeof acceptedStatuses)[number];
const acceptedStatuses = [
  "creation",
  "moderation",
  "spam",
  "scheduled",
  "sending",
  "paused",
  "stopped",
  "done",
  "none",
] as const;

/** What is to be said of a part. `error` is said by the sentence of its code. */
export type PartWords =
  | { kind: "none" }
  | { kind: "plain"; key: "part.planned" | "part.handing" | "part.stopping" | "part.stopped" | "part.cancelled" }
  | { kind: "plain"; key: "part.doubt.takenIn" | `part.accepted.${AcceptedStatus}` }
  /** People whom the service does not show; `until` null: it is certain that it has not taken them. */
  | { kind: "exceptions"; missing: number; until: string | null }
  | { kind: "service-word"; word: string }
  | { kind: "doubt"; broke: boolean; nextLookAt: string | null; problem: AppError | null }
  | { kind: "absent"; until: string | null }
  | { kind: "error" };

/** Says of a part what is true of it; nothing that is not certain is called sent or not sent. */
export function partSentence(part: PartView): PartSentence {
  switch (part.state) {
    case "planned":
      if (part.question !== null) return { word: "held", tone: "warn", sentence: { kind: "none" } };
      return { word: "planned", tone: "plain", sentence: turnOf(part) };
    case "in-doubt":
      return inDoubt(part);
    case "accepted":
      return accepted(part);
    case "accepted-with-exceptions":
      return { word: part.state, tone: "go", sentence: exceptions(part) };
    case "refused":
      return { word: "refused", tone: "bad", sentence: reasonOf(part) };
    case "held":
      return { word: "held", tone: "warn", sentence: { kind: "none" } };
    case "paused":
      return { word: "paused", tone: "warn", sentence: reasonOf(part) };
    case "stopping":
      return { word: "stopping", tone: "warn", sentence: { kind: "plain", key: "part.stopping" } };
    case "stopped":
      return { word: "stopped", tone: "bad", sentence: { kind: "plain", key: "part.stopped" } };
    case "cancelled":
      return { word: "cancelled", tone: "plain", sentence: { kind: "plain", key: "part.cancelled" } };
    case "cancelled-by-absence":
      return { word: part.state, tone: "warn", sentence: { kind: "absent", until: part.watchedUntil } };
  }
  return assertNever(part.state);
}

/** What keeps it from going out, or that it waits for the parts before it; the first waits for no other. */
function turnOf(part: PartView): PartWords {
  if (part.reason !== null) return reasonOf(part);
  return part.index === 0 ? { kind: "none" } : { kind: "plain", key: "part.planned" };
}

/** In doubt from before the first byte: with no reason and no look planned, the handing over is still under way. */
function inDoubt(part: PartView): PartSentence {
  if (part.reason === null && part.nextLookAt === null && part.looks === 0)
    return { word: "handing", tone: "plain", sentence: { kind: "plain", key: "part.handing" } };
  if (part.serviceIds.length > 0)
    return { word: "in-doubt", tone: "warn", sentence: { kind: "plain", key: "part.doubt.takenIn" } };
  const broke = part.reason === null || part.reason.code.startsWith("network.");
  return {
    word: "in-doubt",
    tone: "warn",
    sentence: { kind: "doubt", broke, nextLookAt: part.nextLookAt, problem: part.lookProblem },
  };
}

/** While it is watched they may still turn up, and are counted as not certain. */
function exceptions({ counts, watchedUntil }: PartView): PartWords {
  const missing = watchedUntil === null ? counts.notSent : counts.notCertain;
  return { kind: "exceptions", missing, until: watchedUntil };
}

function accepted(part: PartView): PartSentence {
  const status = acceptedStatuses.find((one) => one === (part.serviceStatus ?? "none"));
  const tone = status === "spam" ? "bad" : status === "paused" ? "warn" : "go";
  if (status === undefined)
    return { word: "accepted", tone, sentence: { kind: "service-word", word: part.serviceStatus ?? "" } };
  return { word: "accepted", tone, sentence: { kind: "plain", key: `part.accepted.${status}` } };
}

function reasonOf(part: PartView): PartWords {
  return part.reason === null ? { kind: "none" } : { kind: "error" };
}
