/** A bug that is put into a copy of the sources: the tests are tested by whether they see it. */
export type SeededBug = {
  file: string;
  /** Occurs exactly once in the file. */
  text: string;
  replacement: string;
  why: string;
  /** The test that sees it first, below `tests/unit`, so that nobody waits for all of them. */
  test: string;
};

const posting = "shared/campaign/part-step-posting.test.ts";
const looking = "shared/campaign/part-step-looking.test.ts";
const cancelling = "shared/campaign/part-step-cancel.test.ts";
const step = "shared/campaign/part-step.ts";
const postingStep = "shared/campaign/part-step-posting.ts";
const lookingStep = "shared/campaign/part-step-looking.ts";
const moves = "shared/campaign/part-moves.ts";
const votes = "shared/campaign/votes.ts";
const pump = "electron/sending/pump.ts";
const sending = (name: string) => `electron/sending/${name}.test.ts`;

/** Bugs of the state machine. */
const machineBugs: readonly SeededBug[] = [
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
    text: "referenceId(campaign, index, number)",
    replacement: 'referenceId(campaign, 0, "0")',
    why: "Everybody has the same reference id",
    test: sending("sent-once"),
  },
];

/** Bugs of everything around it: the pump, the looks, the stops, the journal and the network. */
const programBugs: readonly SeededBug[] = [
  {
    file: pump,
    text: "const posted = await inDoubt(work);",
    replacement:
      "const posted = { attempts: work.part.attempts + 1 };\n    setTimeout(() => void inDoubt(work).catch(() => {}), 60);",
    why: "The POST leaves before the commit",
    test: sending("crash"),
  },
  {
    file: pump,
    text: "return reason === null;",
    replacement: "return true;",
    why: "The gate at the boundary does not close",
    test: sending("cancel"),
  },
  {
    file: pump,
    text: 'return (await neverTextOf(work)).length > 0 ? appErrorOf("campaign.never-text") : null;',
    replacement: "return null;",
    why: "Somebody put on the never-text list in the last moment is texted",
    test: sending("never-text"),
  },
  {
    file: "electron/sending/context.ts",
    text: "return identity.value === owner.identity ? null : belongsTo(owner);",
    replacement: "return null;",
    why: "A campaign goes out by another account",
    test: sending("key-and-account"),
  },
  {
    file: pump,
    text: "if (work.start !== null && Date.parse(work.start.utc) <= clock.now()) {",
    replacement: "if (work.start === undefined) {",
    why: "A planned time that has passed sends at once",
    test: sending("planned-time"),
  },
  {
    file: pump,
    text: "if (needless && work.part.attempts === 0) return null;",
    replacement: "return null;",
    why: "After a start nobody looks whether another computer has sent it",
    test: sending("crash"),
  },
  {
    file: pump,
    text: "if (needless && work.part.attempts === 0) return null;",
    replacement: "if (needless) return null;",
    why: "What waited for days to be sent again is sent although it has turned up meanwhile",
    test: sending("planned-time"),
  },
  {
    file: pump,
    text: "const body = await journal.body(work.campaignId, work.index);\n    if (body === null)",
    replacement:
      'const kept = await journal.body(work.campaignId, work.index);\n    const body = kept?.replaceAll(\'"reference_id":"A\', `"reference_id":"${"ABCDEFG"[work.part.attempts]}`) ?? null;\n    if (body === null)',
    why: "Each attempt has reference ids of its own",
    test: sending("absence"),
  },
  {
    file: pump,
    text: "    await noteSequence();\n",
    replacement: "",
    why: "A restored backup is not recognized",
    test: sending("crash"),
  },
  {
    file: pump,
    text: 'await tell(deps, work, { kind: "not-begun", attempt: work.part.attempts + 1, why });\n',
    replacement: "",
    why: "A part whose step into doubt failed waits for ever for a POST that never was",
    test: sending("uncertain-write"),
  },
  {
    file: "electron/sending/sending.ts",
    text: "        openWindow(id, writeAgain);\n",
    replacement: "",
    why: "A campaign whose undo window could not be closed on disk is forgotten",
    test: sending("uncertain-write"),
  },
  {
    file: "electron/sending/sending.ts",
    text: "    if (!started) return;\n",
    replacement: "",
    why: "After a start that failed, sleeping and waking up sends without having recovered",
    test: sending("uncertain-write"),
  },
  {
    file: "electron/sending/restart.ts",
    text: "return noted !== null && (await journal.sequence()) < noted;",
    replacement: "return noted === undefined;",
    why: "What a restored journal holds as unsent is sent again",
    test: sending("crash"),
  },
  {
    file: "electron/sending/outcome.ts",
    text: 'return { kind: "unclear", attempt, why: outcome.why };',
    replacement: 'return { kind: "not-begun", attempt, why: outcome.why };',
    why: "An unknown outcome is tried again",
    test: sending("absence"),
  },
  {
    file: "electron/sending/reconcile.ts",
    text: 'if (sight.kind === "blind") return { kind: "blind", attempt: attempts, monotonic, why: sight.why };',
    replacement:
      'if (sight.kind === "blind")\n      return { kind: "empty", attempt: attempts, monotonic, serviceDate: clock.now(), authority: true };',
    why: "A look that cannot be made counts as a vote",
    test: sending("absence"),
  },
  {
    file: "electron/sending/reconcile.ts",
    text: 'if (sight.kind === "some") return { ...sight, kind: "found-some" };',
    replacement: 'if (sight.kind === "some") return { ...sight, kind: "found-all" };',
    why: "A part that is half taken in is called accepted",
    test: sending("absence"),
  },
  {
    file: "electron/sending/look-up.ts",
    text: "if (known === null) return false;",
    replacement: "if (known === null) return true;",
    why: "An account in which nothing was ever seen votes for absence",
    test: sending("absence"),
  },
  {
    file: "electron/sending/cancel.ts",
    text: "return isEnding(read.value.status) ? ok(null) : stopped;",
    replacement: "return ok(null);",
    why: "Every 422 to a stop is taken for its end",
    test: sending("cancel"),
  },
  {
    file: "electron/sending/cancel.ts",
    text: "  if (stopped.ok) return ok(null);\n",
    replacement: "  if (stopped.ok || stopped.error.status === 404) return ok(null);\n",
    why: "A campaign that does not show yet is taken for stopped",
    test: sending("cancel"),
  },
  {
    file: "electron/sending/journal.ts",
    text: 'return row?.["cancelled"] !== 0;',
    replacement: "return row === undefined;",
    why: "The cancel mark is not seen at the boundary",
    test: sending("cancel"),
  },
  {
    file: "electron/sending/journal.ts",
    text: "    if (!seen) return event;\n",
    replacement: "    if (seen || !seen) return event;\n",
    why: "The id of another campaign proves that this one was taken",
    test: sending("journal"),
  },
  {
    file: "electron/sending/journal-parts.ts",
    text: 'if (part.state.name !== "planned" || part.attempts > 0) return null;',
    replacement: 'if (part.state.name !== "planned") return null;',
    why: "The body of a part that was posted is changed",
    test: sending("never-text"),
  },
  {
    file: "electron/sending/lane.ts",
    text: "      await running;\n",
    replacement: "",
    why: "Quit does not wait for the POST under way",
    test: sending("crash"),
  },
  {
    file: "electron/bsg/http.ts",
    text: 'if (!answer.ok) return { kind: "broken", why: answer.error };',
    replacement: 'if (!answer.ok) return { kind: "not-begun", why: answer.error };',
    why: "What ended past the boundary is called not begun",
    test: "electron/bsg/http-post-campaign.test.ts",
  },
  {
    file: "electron/bsg/http.ts",
    text: "return postPastTheBoundary(connection.value, request, mayPass, limits);",
    replacement:
      'const first = await postPastTheBoundary(connection.value, request, mayPass, limits);\n      const again = first.kind === "broken" ? await open(request.url) : null;\n      return again?.ok ? postPastTheBoundary(again.value, request, mayPass, limits) : first;',
    why: "A POST whose connection breaks is sent once more, as a browser's network stack does",
    test: "electron/bsg/http-post-campaign.test.ts",
  },
  {
    file: "electron/bsg/refusals.ts",
    text: "words: /duplicat|unique|referenc|already|\\bused\\b/i",
    replacement: "words: /duplicat/i",
    why: "A refusal that mentions a reference besides another reason is believed",
    test: "electron/bsg/refusals.test.ts",
  },
  {
    file: "electron/database/open.ts",
    text: 'options.exclusive ? "PRAGMA locking_mode = EXCLUSIVE;" : ""',
    replacement: '""',
    why: "A second instance of the program opens the journal as well",
    test: "electron/database/open.test.ts",
  },
];

export const seededBugs: readonly SeededBug[] = [...machineBugs, ...programBugs];
