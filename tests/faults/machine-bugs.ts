import type { SeededBug } from "./seeded-bug.ts";

const posting = "shared/campaign/part-step-posting.test.ts";
const looking = "shared/campaign/part-step-looking.test.ts";
const cancelling = "shared/campaign/part-step-cancel.test.ts";
const step = "shared/campaign/part-step.ts";
const postingStep = "shared/campaign/part-step-posting.ts";
const lookingStep = "shared/campaign/part-step-looking.ts";
const moves = "shared/campaign/part-moves.ts";
const votes = "shared/campaign/votes.ts";
const sending = (name: string) => `electron/sending/${name}.test.ts`;

/** Bugs of the state machine. */
export const machineBugs: readonly SeededBug[] = [
  {
    file: votes,
    text: "const votesNeeded = 3;",
    replacement: "const votesNeeded = 2;",
    why: "Two empty looks are taken for absence",
    test: "shared/campaign/votes.test.ts",
  },
  {
    file: votes,
    text: "export const absenceSpan = 10 * 60_000;",
    replacement: "export const absenceSpan = 60_000;",
    why: "A minute of looking is taken for ten",
    test: sending("absence"),
  },
  {
    file: votes,
    text: "last.monotonic - first.monotonic >= absenceSpan && ",
    replacement: "",
    why: "Somebody sets the service's clock, and ten minutes have gone by",
    test: "shared/campaign/votes.test.ts",
  },
  {
    file: votes,
    text: " && last.serviceDate - first.serviceDate >= absenceSpan",
    replacement: "",
    why: "A cache that answers with old pages is taken for three looks",
    test: "shared/campaign/votes.test.ts",
  },
  {
    file: votes,
    text: "if (first === null || !ordered)",
    replacement: "if (first === null)",
    why: "Votes from before a clock that went backwards still count",
    test: "shared/campaign/votes.test.ts",
  },
  {
    file: postingStep,
    text: "return to({ ...part, attempts: part.attempts + 1, watchUntil: event.watchUntil }, inDoubt({ posting: true }));",
    replacement: "return to({ ...part, watchUntil: event.watchUntil }, inDoubt({ posting: true }));",
    why: "A POST is not counted before the socket opens",
    test: posting,
  },
  {
    file: postingStep,
    text: "const before = { ...part, attempts: part.attempts - 1 };",
    replacement: "const before = part;",
    why: "A try that ended before the boundary counts as an attempt",
    test: posting,
  },
  {
    file: postingStep,
    text: "if (state.question !== null || part.cancelled) return null;",
    replacement: "if (part.cancelled) return null;",
    why: "A part that asks is posted without an answer",
    test: posting,
  },
  {
    file: postingStep,
    text: "if (part.attempts > 1) return to(part, inDoubt({ why: event.reason }));",
    replacement: "",
    why: "A refusal of a later attempt is believed, although the first may have got through",
    test: posting,
  },
  {
    file: postingStep,
    text: "!state.posting || event.attempt !== part.attempts) return null;\n  switch",
    replacement: "!state.posting) return null;\n  switch",
    why: "The late answer of an earlier POST decides over a later one",
    test: posting,
  },
  {
    file: lookingStep,
    text: "if (state.keyRefused && part.withReferences) return to(part, planned);",
    replacement: "if (state.keyRefused) return to(part, planned);",
    why: "Contact Book lists are posted again by themselves after a 401",
    test: looking,
  },
  {
    file: postingStep,
    text: "counted.keyRefusals > 1 &&",
    replacement: "counted.keyRefusals > 9 &&",
    why: "A key that is refused again and again is tried on and on",
    test: posting,
  },
  {
    file: step,
    text: 'return part.state.found > 0 ? to(marked, { name: "stopping" }) : marked;',
    replacement: 'return part.state.found > 0 ? to(marked, { name: "stopping" }) : part;',
    why: "Cancel forgets a part in doubt",
    test: cancelling,
  },
  {
    file: step,
    text: "return to(part, { ...state, posting: false, why, votes: noVotes, blindSince: null, lookProblem: null });",
    replacement: "return to(part, { ...state, why, votes: noVotes, blindSince: null, lookProblem: null });",
    why: "After a crash a part waits for ever for the POST of a process that is gone",
    test: sending("crash"),
  },
  {
    file: lookingStep,
    text: 'return to(part, { name: "refused", reason: state.refusal.reason, watch: "on" });',
    replacement: 'return to(part, { name: "refused", reason: state.refusal.reason, watch: "over" });',
    why: "A copy that turns up after a refusal is not looked for",
    test: looking,
  },
  {
    file: moves,
    text: 'if (part.attempts === 0) return to(marked, { name: "cancelled" });',
    replacement: 'return to(marked, { name: "cancelled" });',
    why: "What may have been sent is called never sent",
    test: cancelling,
  },
  {
    file: "shared/campaign/part-state.ts",
    text: "const settled: ReadonlySet<PartStateName> = new Set([\n",
    replacement: 'const settled: ReadonlySet<PartStateName> = new Set([\n  "in-doubt",\n',
    why: "The next part goes out while the one before it is in doubt",
    test: "shared/campaign/part-state.test.ts",
  },
  {
    file: "shared/campaign/plan.ts",
    text: "referenceId(campaign, index, number, sha256)",
    replacement: 'referenceId(campaign, 0, "0", sha256)',
    why: "Everybody has the same reference id",
    test: sending("sent-once"),
  },
];
