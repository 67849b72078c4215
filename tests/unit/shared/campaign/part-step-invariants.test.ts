import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PartEvent } from "../../../../shared/campaign/part-event.ts";
import { isAccepted, isFinal, isWatched, type Part, plannedPart } from "../../../../shared/campaign/part-state.ts";
import { step } from "../../../../shared/campaign/part-step.ts";
import { countsOfPart } from "../../../../shared/campaign/status.ts";
import { partStates } from "../../../../shared/campaign/view.ts";
import { badSender, broken, keyRefused, otherAccount, minute, watchUntil } from "../../electron/sending/a-part.ts";

const id = fc.constantFrom("900", "901", "902");
/** Mostly the attempt under way; now and then one that is over. */
const attempt = fc.integer({ min: 0, max: 1 });

type Draw = { event: PartEvent; back: number; forward: number };

/** Any event at all; attempts and times are filled in while it is played. */
const anything: fc.Arbitrary<PartEvent> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.constantFrom<PartEvent>(
      { kind: "undo" },
      { kind: "ask", question: "restarted" },
      { kind: "ask", question: "time-passed" },
      { kind: "go-on" },
      { kind: "send-at", start: { utc: "2026-07-16T06:00:00.000Z", service: "2026-07-16 06:00:00", zone: "UTC" } },
      { kind: "hindered", why: broken },
      { kind: "found-before-posting", watchUntil },
      { kind: "pause", reason: otherAccount },
      { kind: "resume" },
      { kind: "not-begun", attempt: 0, why: broken },
      { kind: "withheld", attempt: 0, why: broken },
      { kind: "key-refused", attempt: 0, why: keyRefused },
      { kind: "watch-over", read: true },
      { kind: "watch-over", read: false },
      { kind: "send-again" },
      { kind: "look-again" },
      { kind: "drop" },
      { kind: "cancel" },
      { kind: "restart" },
      { kind: "restored", watchUntil },
      { kind: "incomplete", missing: 1 },
    ),
  },
  { weight: 8, arbitrary: fc.constant<PartEvent>({ kind: "post", watchUntil }) },
  { weight: 8, arbitrary: fc.constant<PartEvent>({ kind: "send-again" }) },
  { weight: 4, arbitrary: fc.constant<PartEvent>({ kind: "key-refused", attempt: 0, why: keyRefused }) },
  { weight: 8, arbitrary: fc.constant<PartEvent>({ kind: "unclear", attempt: 0, why: broken }) },
  {
    weight: 30,
    arbitrary: fc.boolean().map((authority): PartEvent => {
      return { kind: "empty", attempt: 0, monotonic: 0, serviceDate: 0, authority };
    }),
  },
  { weight: 4, arbitrary: fc.constant<PartEvent>({ kind: "blind", attempt: 0, monotonic: 0, why: broken }) },
  id.map((serviceId): PartEvent => ({ kind: "taken", attempt: 0, serviceId })),
  fc.boolean().map((shared): PartEvent => ({ kind: "refused", attempt: 0, reason: badSender, shared })),
  id.map((found): PartEvent => ({ kind: "found-all", serviceIds: [found] })),
  id.map((found): PartEvent => ({ kind: "found-some", serviceIds: [found], found: 1 })),
  fc.nat({ max: 2 }).map((missing): PartEvent => ({ kind: "taken-in", missing })),
  fc.nat({ max: 2 }).map((missing): PartEvent => ({ kind: "stopped", missing })),
);

const draws = fc.array(
  fc.record<Draw>({ event: anything, back: attempt, forward: fc.integer({ min: 0, max: 8 * minute }) }),
  { maxLength: 60 },
);

type Played = { before: Part; event: PartEvent; after: Part };

/** Plays what is allowed of the events, in a world where time goes on. */
function played(history: Draw[], withReferences: boolean): Played[] {
  let part = plannedPart(withReferences);
  let now = 0;
  const steps: Played[] = [];
  for (const { event, back, forward } of history) {
    now += forward;
    const filled = filledIn(event, part.attempts - back, now);
    const next = step(part, filled);
    if (next === null) continue;
    steps.push({ before: part, event: filled, after: next.part });
    part = next.part;
  }
  return steps;
}

function filledIn(event: PartEvent, attempt: number, now: number): PartEvent {
  if (event.kind === "empty") return { ...event, attempt, monotonic: now, serviceDate: now };
  if (event.kind === "blind") return { ...event, attempt, monotonic: now };
  return "attempt" in event ? { ...event, attempt } : event;
}

function always(holds: (steps: Played[]) => void): void {
  fc.assert(
    fc.property(draws, fc.boolean(), (history, references) => holds(played(history, references))),
    {
      numRuns: 3000,
    },
  );
}

describe("whatever happens to a part,", () => {
  test("every state is come to, and parts are posted twice: the invariants below are not about nothing", () => {
    const histories = fc.sample(fc.tuple(draws, fc.boolean()), { numRuns: 3000, seed: 7 });
    const steps = histories.flatMap(([history, references]) => played(history, references));
    const times = (is: (step: Played) => boolean) => steps.filter(is).length;
    expect(partStates.filter((name) => times(({ after }) => after.state.name === name) < 20)).toEqual([]);
    expect(times(({ before, event }) => event.kind === "post" && before.attempts > 0)).toBeGreaterThan(20);
    expect(times(({ before }) => before.cancelled)).toBeGreaterThan(100);
    expect(times(({ event }) => event.kind === "withheld" || event.kind === "not-begun")).toBeGreaterThan(20);
  });

  test("accepted never goes back", () => {
    always((steps) => {
      for (const { before, after } of steps) if (isAccepted(before)) expect(isAccepted(after)).toBe(true);
    });
  });

  test("no POST begins after Cancel, and the mark stays", () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        if (!before.cancelled) continue;
        expect(event.kind).not.toBe("post");
        expect(after.cancelled).toBe(true);
        expect(["planned", "held", "paused"]).not.toContain(after.state.name);
      }
    });
  });

  test("every POST is in doubt from before its socket opens until something is known", () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        if (event.kind !== "post") continue;
        expect(before.state).toMatchObject({ name: "planned", question: null });
        expect(after).toMatchObject({ attempts: before.attempts + 1, state: { name: "in-doubt", posting: true } });
      }
    });
  });

  test("an attempt is taken back only when it ended before the boundary", () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        const change = after.attempts - before.attempts;
        if (change < 0) {
          expect(change).toBe(-1);
          expect(["not-begun", "withheld"]).toContain(event.kind);
          expect(before.state).toMatchObject({ name: "in-doubt", posting: true });
        } else if (change > 0) {
          expect(["post", "found-before-posting", "restored"]).toContain(event.kind);
        }
      }
    });
  });

  test("a second POST comes only after absence or no check and a click, or after a 401 and absence", () => {
    always((steps) => {
      let allowed = false;
      for (const { before, event, after } of steps) {
        if (event.kind === "post" && before.attempts > 0) {
          expect(allowed).toBe(true);
          allowed = false;
        }
        if (before.state.name === "held" && event.kind === "send-again") allowed = true;
        const afterKey = before.state.name === "in-doubt" && before.state.keyRefused && before.withReferences;
        if (afterKey && event.kind === "empty" && after.state.name === "planned") allowed = true;
        // A try that ended before the boundary used nothing up.
        if (event.kind === "not-begun" || event.kind === "withheld") allowed = true;
        if (after.state.name === "in-doubt" && !after.state.posting) allowed = false;
      }
    });
  });

  test("held is reached only by absence or by an hour in which nobody could look", () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        if (after.state.name !== "held" || before.state.name === "held") continue;
        expect(["empty", "blind"]).toContain(event.kind);
        if (after.state.because !== "absent") continue;
        const { first, last, count } = after.state.votes;
        expect(count).toBeGreaterThanOrEqual(3);
        expect((last?.monotonic ?? 0) - (first?.monotonic ?? 0)).toBeGreaterThanOrEqual(10 * minute);
      }
    });
  });

  test("a campaign of the service that belongs to it belongs to it for good", () => {
    always((steps) => {
      for (const { before, after } of steps)
        expect(after.serviceIds).toEqual(expect.arrayContaining(before.serviceIds));
    });
  });

  test("what was ever posted is never called cancelled, and is watched until it is settled", () => {
    always((steps) => {
      for (const { after } of steps) {
        if (after.state.name === "cancelled") expect(after.attempts).toBe(0);
        if (after.attempts > 0) expect(after.watchUntil).toBe(watchUntil);
        if (isWatched(after)) expect(isFinal(after)).toBe(false);
      }
    });
  });

  test("every person is in exactly one count", () => {
    const person = fc.record({ people: fc.integer({ min: 1, max: 50 }), leftOut: fc.integer({ min: 0, max: 50 }) });
    fc.assert(
      fc.property(draws, fc.boolean(), person, (history, references, { people, leftOut }) => {
        for (const { after } of played(history, references)) {
          const { total, ...buckets } = countsOfPart(after, people, Math.min(leftOut, people), []);
          expect(total).toBe(people);
          expect(Object.values(buckets).reduce((sum, count) => sum + count, 0)).toBe(people);
        }
      }),
      { numRuns: 500 },
    );
  });
});
