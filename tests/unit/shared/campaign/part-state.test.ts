import { expect, test } from "vitest";
import {
  isAccepted,
  isFinal,
  isSettled,
  isWatched,
  questionOf,
  reasonOf,
} from "../../../../shared/campaign/part-state.ts";
import { partStates } from "../../../../shared/campaign/view.ts";
import { badSender, keyRefused, noKey, partAfter, post, stepped, waysInto } from "../../electron/sending/a-part.ts";

const inState = (name: (typeof partStates)[number]) => partAfter(waysInto[name]);

test("only a planned part and one in doubt hold back the parts behind them", () => {
  expect(partStates.filter((name) => !isSettled(inState(name)))).toEqual(["planned", "in-doubt"]);
});

test("the service has taken what is accepted, stopping or stopped", () => {
  const accepted = partStates.filter((name) => isAccepted(inState(name)));
  expect(accepted).toEqual(["accepted", "stopping", "stopped", "accepted-with-exceptions"]);
});

test("late copies are looked for wherever a part was posted and is not known to be there as a whole", () => {
  expect(partStates.filter((name) => isWatched(inState(name)))).toEqual([
    "refused",
    "held",
    "cancelled-by-absence",
    "accepted-with-exceptions",
  ]);
});

test("a paused part is watched once it was posted", () => {
  expect(isWatched(inState("paused"))).toBe(false);
  const second = [post, noKey(), { kind: "resume" } as const];
  const paused = stepped(partAfter(second.slice(0, 2)), { kind: "pause", reason: keyRefused });
  expect(paused.state.name).toBe("paused");
  expect(isWatched(paused)).toBe(true);
});

test("nothing can happen any more to what is cancelled, accepted, or no longer watched", () => {
  expect(partStates.filter((name) => isFinal(inState(name)))).toEqual(["accepted", "stopped", "cancelled"]);
  for (const name of ["refused", "cancelled-by-absence", "accepted-with-exceptions"] as const) {
    expect(isFinal(stepped(inState(name), { kind: "watch-over", read: true }))).toBe(true);
    expect(isFinal(stepped(inState(name), { kind: "watch-over", read: false }))).toBe(true);
  }
});

test("a part asks what only a person can answer", () => {
  expect(questionOf(partAfter([{ kind: "ask", question: "restarted" }]))).toBe("restarted");
  expect(questionOf(partAfter([{ kind: "ask", question: "time-passed" }]))).toBe("time-passed");
  expect(questionOf(inState("held"))).toBe("absent");
  expect(questionOf(inState("paused"))).toBe("paused");
  expect(questionOf(inState("in-doubt"))).toBeNull();
});

test("a part says why it is where it is", () => {
  expect(reasonOf(inState("refused"))).toEqual(badSender);
  expect(reasonOf(inState("paused"))?.code).toBe("campaign.other-account");
  expect(reasonOf(inState("in-doubt"))?.code).toBe("network.broken");
  expect(reasonOf(inState("accepted"))).toBeNull();
});
