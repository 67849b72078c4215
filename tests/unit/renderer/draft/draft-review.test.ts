import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { createReviewActs } from "../../../../renderer/draft/draft-review.ts";
import { createDraftSaver } from "../../../../renderer/draft/draft-saver.ts";
import { type DraftState, unopened } from "../../../../renderer/draft/draft-state.ts";
import type { Preflight } from "../../../../shared/campaign/preflight.ts";
import type { Desk } from "../../../../shared/ipc/bridge.ts";
import type { CommandInput } from "../../../../shared/ipc/contract.ts";
import { type Draft, reviewSettings } from "../../../../shared/library/draft.ts";
import { guessedReading } from "../../../../shared/recipients/reading.ts";
import { ok } from "../../../../shared/result.ts";

const draft: Draft = {
  id: "d1",
  campaignId: "c1",
  title: "Roses",
  createdAt: "2026-11-16T08:00:00.000Z",
  updatedAt: "2026-11-16T08:00:00.000Z",
  step: "review",
  source: { kind: "groups", groups: [{ id: "7", name: "Regulars", people: 5 }] },
  reading: guessedReading,
  edits: [],
  text: "Hello",
  review: reviewSettings.parse({ sender: "Flora" }),
  acceptedPeople: null,
};

const preflight = {
  people: 5,
  parts: 5,
  price: { millionths: 113_000, currency: "EUR" },
  digest: "",
} as Preflight;

/** The acts on a draft whose main process is a list of the calls it got. */
function reviewOf() {
  const calls: string[] = [];
  const desk = {
    saveDraft: ({ patch }: CommandInput<"saveDraft">) => {
      calls.push(`save ${JSON.stringify(patch.review?.consent)}`);
      return Promise.resolve(ok({ savedAt: "2026-11-16T08:00:01.000Z" }));
    },
    confirmCampaign: () => {
      calls.push("confirm");
      return Promise.resolve(ok({ campaignId: "c1", undoUntil: null }));
    },
  } as Pick<Desk, "saveDraft" | "confirmCampaign"> as Desk;
  const store = createStore<DraftState>(() => ({ ...unopened, draft, preflight }));
  const saver = createDraftSaver(desk, draft.id, () => undefined);
  const context = { id: draft.id, desk, store, saver } as Parameters<typeof createReviewActs>[0];
  return {
    acts: createReviewActs(
      context,
      () => Promise.resolve(ok(null)),
      () => Promise.resolve(),
    ),
    calls,
  };
}

test("what was ticked a moment ago is saved before main is asked to confirm", async () => {
  const { acts, calls } = reviewOf();
  acts.changeReview({ consent: true }, true);
  expect(await acts.confirm()).toMatchObject({ ok: true });
  expect(calls).toEqual(["save true", "confirm"]);
});

test("however often the confirmation is pressed at once, main is asked once", async () => {
  const { acts, calls } = reviewOf();
  await Promise.all([acts.confirm(), acts.confirm(), acts.confirm()]);
  expect(calls).toEqual(["confirm"]);
});
