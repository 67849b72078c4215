import { isAtMost, isReadingAccepted, peopleOf, type DraftState } from "./draft-state.ts";
import type { Money } from "../../shared/money.ts";
import type { When } from "../../shared/library/draft.ts";

/** What a step says of the campaign; the words live in i18n under `step.<kind>`. */
export type StepLine =
  | { kind: "nothing" | "who" | "unwritten" | "mend" | "counting" }
  | { kind: "source"; name: string }
  /** `atMost`: who is on two lists is counted twice. */
  | { kind: "people"; people: number; atMost: boolean; toDecide: number }
  | { kind: "parts"; least: number; most: number; all: number }
  | { kind: "price"; price: Money; estimated: boolean; atMost: boolean }
  | { kind: "when"; when: When };

export type StepId = "recipients" | "message" | "review" | "send";

/** One step of the bar. */
export type StepSummary = { id: StepId; state: "done" | "current" | "open"; line: StepLine };

/** The four steps as a running summary: people, parts, price, when. */
export function stepSummaries(state: DraftState): StepSummary[] {
  const current = state.draft?.step ?? "recipients";
  const step = (id: StepId, done: boolean, line: StepLine): StepSummary => ({
    id,
    state: id === current ? "current" : done ? "done" : "open",
    line,
  });
  return [
    step("recipients", (peopleOf(state) ?? 0) > 0 && openQuestions(state) === 0, recipientsLine(state)),
    step("message", isWritten(state), messageLine(state)),
    step("review", false, reviewLine(state)),
    step("send", false, sendLine(state)),
  ];
}

function openQuestions({ list }: DraftState): number {
  return list?.state.sum["to-decide"] ?? 0;
}

function recipientsLine(state: DraftState): StepLine {
  const people = peopleOf(state);
  if (state.reading !== null) return { kind: "source", name: state.reading.name };
  if (people !== null) return { kind: "people", people, atMost: isAtMost(state), toDecide: openQuestions(state) };
  const source = state.draft?.source ?? null;
  return source === null || source.kind === "groups" ? { kind: "who" } : { kind: "source", name: source.name };
}

/** Whether the text can go out to everybody as it is. */
function isWritten({ draft, tally }: DraftState): boolean {
  if (draft === null || draft.text.trim() === "") return false;
  if (draft.source?.kind === "groups") return true;
  return tally !== null && tally.problems.length === 0 && tally.overLimit === null && tally.emptyText === null;
}

function messageLine(state: DraftState): StepLine {
  const { draft, tally } = state;
  if (draft === null || draft.text.trim() === "") {
    return peopleOf(state) === null && draft?.step !== "message" ? { kind: "nothing" } : { kind: "unwritten" };
  }
  if (state.counting !== null) return { kind: "counting" };
  if (tally === null) return { kind: "nothing" };
  if (tally.problems.length > 0 || tally.overLimit !== null || tally.emptyText !== null) return { kind: "mend" };
  const parts = tally.buckets.map((bucket) => bucket.parts);
  if (parts.length === 0) return { kind: "nothing" };
  return { kind: "parts", least: Math.min(...parts), most: Math.max(...parts), all: tally.parts };
}

function reviewLine(state: DraftState): StepLine {
  const { preflight, price, draft, counting } = state;
  if (preflight !== null && preflight.price !== null) {
    return { kind: "price", price: preflight.price, estimated: false, atMost: isAtMost(state) };
  }
  // While it is counted the price is that of the text before.
  if (draft?.step === "recipients" || counting !== null) return { kind: "nothing" };
  if (price === null || price.total === null) return { kind: "nothing" };
  return { kind: "price", price: price.total, estimated: true, atMost: false };
}

function sendLine({ draft, preflight }: DraftState): StepLine {
  if (draft === null || !isReadingAccepted(draft.reading)) return { kind: "nothing" };
  return draft.review.when.kind === "at" || preflight !== null
    ? { kind: "when", when: draft.review.when }
    : { kind: "nothing" };
}
