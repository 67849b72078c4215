import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDraftSaver, saveDelay } from "../../../../renderer/draft/draft-saver.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import type { DraftPatch } from "../../../../shared/library/draft.ts";
import { err, ok } from "../../../../shared/result.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function saving(refused = false) {
  const saved: DraftPatch[] = [];
  const saveDraft = async ({ patch }: { patch: DraftPatch }) => {
    saved.push(patch);
    return refused ? err(appErrorOf("internal")) : ok({ savedAt: "2026-11-16T08:00:01.000Z" });
  };
  const writeDraftEdit = async () => ok({ savedAt: "2026-11-16T08:00:01.000Z" });
  return { saver: createDraftSaver({ saveDraft, writeDraftEdit }, "d1", () => undefined), saved };
}

test("what is pasted after a rest is saved at once: the program may be closed in the next moment", async () => {
  const { saver, saved } = saving();
  saver.change({ text: "Pasted" });
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual([{ text: "Pasted" }]);
  await vi.advanceTimersByTimeAsync(10 * saveDelay);
  expect(saved).toHaveLength(1);
});

test("what is typed without a rest is saved once in a while, and its end is saved too", async () => {
  const { saver, saved } = saving();
  for (let keys = 1; keys <= 10; keys += 1) {
    saver.change({ text: "x".repeat(keys) });
    await vi.advanceTimersByTimeAsync(saveDelay / 5);
  }
  await vi.advanceTimersByTimeAsync(saveDelay);
  expect(saved.length).toBeLessThanOrEqual(4);
  expect(saved.at(-1)).toEqual({ text: "x".repeat(10) });
});

test("what was refused goes with the next change, and is not tried for ever", async () => {
  const { saver, saved } = saving(true);
  saver.change({ text: "Hello" });
  await vi.advanceTimersByTimeAsync(10 * saveDelay);
  expect(saved).toHaveLength(1);
  saver.change({ title: "Roses" });
  await vi.advanceTimersByTimeAsync(0);
  expect(saved.at(-1)).toEqual({ text: "Hello", title: "Roses" });
  expect(await saver.flush()).toBe(false);
});
