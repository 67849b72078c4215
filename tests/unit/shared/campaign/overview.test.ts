import { describe, expect, test } from "vitest";
import { type PartWithReads, stateOfCampaign, unknownWord } from "../../../../shared/campaign/overview.ts";
import type { CampaignRead } from "../../../../shared/campaign/status.ts";
import { type PartStateName, partStates } from "../../../../shared/campaign/view.ts";
import { appErrorOf, type ErrorCode } from "../../../../shared/errors.ts";
import { partAfter, stepped, waysInto } from "../../electron/sending/a-part.ts";

const finishedAt = "2026-07-15 09:00:00";
const readOf = (status: string, at: string | null = null): CampaignRead => {
  return { status, finishedAt: at, totalMessages: null, statistics: null };
};

const inState = (name: PartStateName, ...reads: CampaignRead[]): PartWithReads => {
  return { part: partAfter(waysInto[name]), reads };
};

function stateOf(parts: PartWithReads[], situation: Partial<Parameters<typeof stateOfCampaign>[0]> = {}) {
  return stateOfCampaign({ parts, undoOpen: false, scheduled: false, cancelRequested: false, ...situation });
}

describe("a campaign", () => {
  test("can be undone while its window is open, whatever else is true", () => {
    expect(stateOf([inState("planned")], { undoOpen: true })).toBe("undo");
  });

  test("has the state of its only part", () => {
    const states = partStates.map((name) => [name, stateOf([inState(name)])]);
    expect(Object.fromEntries(states)).toEqual({
      planned: "sending",
      "in-doubt": "sending",
      accepted: "sending",
      "accepted-with-exceptions": "sending",
      refused: "refused",
      held: "attention",
      paused: "paused",
      stopping: "sending",
      stopped: "cancelled",
      cancelled: "cancelled",
      "cancelled-by-absence": "cancelling",
    });
  });

  test("asks before it says anything else", () => {
    const others = partStates.filter((name) => name !== "held").map((name) => inState(name));
    expect(stateOf([...others, inState("held")])).toBe("attention");
    const restarted = { part: partAfter([{ kind: "ask", question: "restarted" }]), reads: [] };
    expect(stateOf([inState("accepted"), restarted])).toBe("attention");
  });

  test("waits for somebody while the key of erased people is missing, not while the network is", () => {
    const hindered = (code: ErrorCode) => ({
      part: partAfter([{ kind: "hindered", why: appErrorOf(code) }]),
      reads: [],
    });
    expect(stateOf([hindered("never-text.key-lost")], { scheduled: true })).toBe("attention");
    expect(stateOf([hindered("network.down")])).toBe("sending");
  });

  test("for later is scheduled until it begins", () => {
    const scheduled = { scheduled: true };
    expect(stateOf([inState("planned")], scheduled)).toBe("scheduled");
    expect(stateOf([inState("accepted")], scheduled)).toBe("scheduled");
    expect(stateOf([inState("accepted", readOf("done"))], scheduled)).toBe("scheduled");
    expect(stateOf([inState("accepted", readOf("creation"))], scheduled)).toBe("scheduled");
    expect(stateOf([inState("accepted", readOf("sending"))], scheduled)).toBe("sending");
    expect(stateOf([inState("accepted", readOf("done", finishedAt))], scheduled)).toBe("finished");
  });

  test("is finished only when every part is at its end", () => {
    const done = inState("accepted", readOf("done", finishedAt));
    expect(stateOf([done, done])).toBe("finished");
    expect(stateOf([done, inState("accepted", readOf("done"))])).toBe("sending");
    expect(stateOf([done, inState("planned")])).toBe("sending");
  });

  test("that the service paused, checks or does not let through says so", () => {
    const done = inState("accepted", readOf("done", finishedAt));
    for (const word of ["paused", "moderation", "spam"] as const) {
      expect(stateOf([done, inState("accepted", readOf(word))])).toBe(word);
    }
  });

  test("says the service's word where we know none", () => {
    const parts = [inState("accepted", readOf("sending")), inState("accepted", readOf("archived"))];
    expect(stateOf(parts.slice(1))).toBe("other");
    expect(unknownWord(parts)).toBe("archived");
    expect(unknownWord([inState("accepted", readOf("done"))])).toBeNull();
  });
});

describe("a campaign that was cancelled", () => {
  const cancelRequested = { cancelRequested: true };

  test("is being cancelled while anything is stopping or in doubt", () => {
    expect(stateOf([inState("cancelled"), inState("stopping")], cancelRequested)).toBe("cancelling");
    expect(stateOf([inState("cancelled"), inState("in-doubt")], cancelRequested)).toBe("cancelling");
  });

  test("is called cancelled only when every part is final: nothing is watched any more", () => {
    const watched = inState("cancelled-by-absence");
    expect(stateOf([inState("cancelled"), watched], cancelRequested)).toBe("cancelling");
    const over = { part: stepped(watched.part, { kind: "watch-over", read: true }), reads: [] };
    expect(stateOf([inState("cancelled"), over], cancelRequested)).toBe("cancelled");
    expect(stateOf([inState("cancelled"), inState("stopped", readOf("stopped"))], cancelRequested)).toBe("cancelled");
  });

  test("is finished when the cancel came too late for all of it", () => {
    const tooLate = inState("stopped", readOf("done", finishedAt));
    expect(stateOf([tooLate], cancelRequested)).toBe("finished");
    expect(stateOf([tooLate, inState("cancelled")], cancelRequested)).toBe("cancelled");
  });
});
