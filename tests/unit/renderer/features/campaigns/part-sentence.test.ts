import { describe, expect, test } from "vitest";
import { partSentence } from "../../../../../renderer/features/campaigns/part-sentence.ts";
import { partStates } from "../../../../../shared/campaign/view.ts";
import { appErrorOf } from "../../../../../shared/errors.ts";
import { aPart, counts } from "./a-campaign.ts";

test("every state has a word", () => {
  for (const state of partStates) expect(partSentence(aPart({ state })).word).not.toBe("");
});

test("a part that waits says what it waits for", () => {
  const waiting = (changes: Parameters<typeof aPart>[0]) =>
    partSentence(aPart({ state: "planned", ...changes })).sentence;
  expect(waiting({ index: 0 })).toEqual({ kind: "none" });
  expect(waiting({ index: 1 })).toEqual({ kind: "plain", key: "part.planned" });
  expect(waiting({ index: 0, reason: appErrorOf("never-text.key-lost") })).toEqual({ kind: "error" });
});

describe("a part in doubt", () => {
  test("is being handed over until the try has ended", () => {
    expect(partSentence(aPart({ state: "in-doubt", triedAt: "2026-11-24T07:00:00.000Z" })).word).toBe("handing");
  });
  test("is not certain once the try has ended, and says when it is looked for next", () => {
    const nextLookAt = "2026-11-24T07:10:00.000Z";
    const reason = appErrorOf("network.broken");
    expect(partSentence(aPart({ state: "in-doubt", reason, nextLookAt }))).toEqual({
      word: "in-doubt",
      tone: "warn",
      sentence: { kind: "doubt", broke: true, nextLookAt, problem: null },
    });
  });
  test("does not blame the connection for an answer that was not clear", () => {
    const part = aPart({ state: "in-doubt", reason: appErrorOf("service.malformed"), looks: 1 });
    expect(partSentence(part).sentence).toMatchObject({ kind: "doubt", broke: false });
  });
});

describe("an accepted part", () => {
  test("says what the service does with it", () => {
    expect(partSentence(aPart({ state: "accepted", serviceStatus: "sending" })).sentence).toEqual({
      kind: "plain",
      key: "part.accepted.sending",
    });
  });
  test("shows a status that the program does not know as the service words it", () => {
    expect(partSentence(aPart({ state: "accepted", serviceStatus: "frozen" })).sentence).toEqual({
      kind: "service-word",
      word: "frozen",
    });
  });
  test("is red as spam and amber while it is paused at the service", () => {
    expect(partSentence(aPart({ state: "accepted", serviceStatus: "spam" })).tone).toBe("bad");
    expect(partSentence(aPart({ state: "accepted", serviceStatus: "paused" })).tone).toBe("warn");
  });
});

test("a planned part that asks something waits for the user", () => {
  expect(partSentence(aPart({ question: "restarted" })).word).toBe("held");
});

test("a part without a trace is watched, never called not sent", () => {
  const part = aPart({ state: "cancelled-by-absence", watchedUntil: "2026-12-02T12:00:00.000Z" });
  expect(partSentence(part)).toMatchObject({ word: "cancelled-by-absence", tone: "warn" });
});

test("a part that is being taken in is not certain, and nobody is asked to look for it", () => {
  expect(partSentence(aPart({ state: "in-doubt", serviceIds: ["900"], looks: 2 }))).toEqual({
    word: "in-doubt",
    tone: "warn",
    sentence: { kind: "plain", key: "part.doubt.takenIn" },
  });
});

test("people whom the service does not show are not certain while they are watched, and not taken after that", () => {
  const watchedUntil = "2026-12-02T12:00:00.000Z";
  const state = "accepted-with-exceptions";
  expect(
    partSentence(aPart({ state, watchedUntil, counts: counts(10, { delivered: 8, notCertain: 2 }) })),
  ).toMatchObject({ sentence: { kind: "exceptions", missing: 2, until: watchedUntil } });
  expect(partSentence(aPart({ state, counts: counts(10, { delivered: 7, notSent: 3 }) }))).toMatchObject({
    sentence: { kind: "exceptions", missing: 3, until: null },
  });
});

test("why the last look could not be made stands with the part", () => {
  const lookProblem = appErrorOf("network.down");
  const part = aPart({ state: "in-doubt", reason: appErrorOf("network.broken"), lookProblem });
  expect(partSentence(part)).toMatchObject({ sentence: { kind: "doubt", problem: lookProblem } });
});
