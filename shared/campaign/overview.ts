import type { ErrorCode } from "../errors.ts";
import type { Part } from "./part-state.ts";
import { isFinal, questionOf } from "./part-state.ts";
import type { CampaignRead } from "./status.ts";
import { isEnding, isFinalRead, stateOfWord } from "./status.ts";
import type { CampaignState } from "./view.ts";

/** A part with the last reads of the campaigns it owns. */
export type PartWithReads = { part: Part; reads: CampaignRead[] };

export type CampaignSituation = {
  parts: PartWithReads[];
  /** The undo window is open: nothing has left. */
  undoOpen: boolean;
  /** It is planned for later. */
  scheduled: boolean;
  cancelRequested: boolean;
};

/** What keeps a part from going out until somebody does something about it. */
const needsAPerson: ReadonlySet<string> = new Set<ErrorCode>(["never-text.sealed", "never-text.key-lost"]);

/** The states a part may lend to its campaign, the most pressing first. */
const pressing: CampaignState[] = [
  "attention",
  "paused",
  "spam",
  "sending",
  "moderation",
  "other",
  "cancelling",
  "scheduled",
  "refused",
  "finished",
  "cancelled",
];

/**
 * The state of a whole campaign in one word. "cancelled" and "finished" are said only when every part is at its end;
 * a question that only a person can answer is said before everything else.
 */
export function stateOfCampaign({ parts, undoOpen, scheduled, cancelRequested }: CampaignSituation): CampaignState {
  if (undoOpen) return "undo";
  if (cancelRequested) return stateOfCancelled(parts);
  const states = new Set(parts.map((part) => stateOfPart(part, scheduled)));
  return pressing.find((state) => states.has(state)) ?? "sending";
}

/** The service's own word where the state is "other". */
export function unknownWord(parts: PartWithReads[]): string | null {
  for (const { reads } of parts) {
    const read = reads.find((read) => stateOfWord(read) === "other");
    if (read !== undefined) return read.status;
  }
  return null;
}

function stateOfCancelled(parts: PartWithReads[]): CampaignState {
  if (!parts.every(({ part }) => isFinal(part))) return "cancelling";
  const reads = parts.flatMap(({ reads }) => reads);
  // Too late to stop anything: it went out as planned.
  const allOut = parts.every(({ part }) => part.state.name === "stopped") && reads.length > 0;
  return allOut && reads.every(({ status }) => status === "done") ? "finished" : "cancelled";
}

function stateOfPart({ part, reads }: PartWithReads, scheduled: boolean): CampaignState {
  const question = questionOf(part);
  if (question === "paused") return "paused";
  if (question !== null) return "attention";
  switch (part.state.name) {
    case "planned":
      if (part.state.problem !== null && needsAPerson.has(part.state.problem.code)) return "attention";
      return scheduled ? "scheduled" : "sending";
    case "refused":
      return "refused";
    case "cancelled":
    case "cancelled-by-absence":
    case "stopped":
      return isFinal(part) ? "cancelled" : "cancelling";
    case "in-doubt":
    case "stopping":
      return "sending";
    case "accepted-with-exceptions":
      // The service never showed the campaign whose id it gave.
      return isFinal(part) && reads.length === 0 ? "finished" : stateAtService(reads, scheduled);
    default:
      return stateAtService(reads, scheduled);
  }
}

function stateAtService(reads: CampaignRead[], scheduled: boolean): CampaignState {
  const states = new Set(reads.map((read) => stateOfWord(read)));
  if (states.size === 0 || (states.has("sending") && scheduled && !reads.some(hasBegun))) {
    return scheduled ? "scheduled" : "sending";
  }
  return pressing.find((state) => states.has(state)) ?? "sending";
}

function hasBegun(read: CampaignRead): boolean {
  return read.status === "sending" || isFinalRead(read) || (isEnding(read.status) && read.finishedAt !== null);
}
