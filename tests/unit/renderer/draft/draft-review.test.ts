import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { createReviewActs } from "../../../../renderer/draft/draft-review.ts";
import { createDraftSaver } from "../../../../renderer/draft/draft-saver.ts";
import { type DraftState, type ListView, unopened } from "../../../../renderer/draft/draft-state.ts";
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
  neverText: 0,
  parts: 5,
  price: { millionths: 113_000, currency: "EUR" },
  digest: "",
} as Preflight;

const gone = () => Promise.reject(new Error("The list worker stopped"));

/** The acts on a draft whose main process is a list of the calls it got, and whose list worker is gone. */
function reviewOf() {
  const calls: string[] = [];
  const asked = Promise.withResolvers<null>();
  const answer = Promise.withResolvers<Awaited<ReturnType<Desk["reviewDraft"]>>>();
  const desk = {
    saveDraft: ({ patch }: CommandInput<"saveDraft">) => {
      calls.push(`save ${JSON.stringify(patch.review?.consent)}`);
      return Promise.resolve(ok({ savedAt: "2026-11-16T08:00:01.000Z" }));
    },
    confirmCampaign: () => {
      calls.push("confirm");
      return Promise.resolve(ok({ campaignId: "c1", undoUntil: null }));
    },
    reviewDraft: () => {
      calls.push("review");
      asked.resolve(null);
      return answer.promise;
    },
  } as Pick<Desk, "saveDraft" | "confirmCampaign" | "reviewDraft"> as Desk;
  const store = createStore<DraftState>(() => ({ ...unopened, draft, preflight }));
  const saver = createDraftSaver(desk, draft.id, () => undefined);
  const context = { id: draft.id, desk, store, saver, list: { digest: gone } } as unknown as Parameters<
    typeof createReviewActs
  >[0];
  return {
    acts: createReviewActs(context, () => Promise.resolve(ok(null)), gone),
    calls,
    store,
    answerReview: { asked: asked.promise, resolve: answer.resolve },
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

test("what main found of a text that was changed meanwhile is not shown as found of the new one", async () => {
  const { acts, store, answerReview } = reviewOf();
  const first = acts.review();
  await answerReview.asked;
  // Back in Message, and another text.
  store.setState(({ draft: now }) => ({
    draft: { ...(now ?? draft), step: "message", text: "Much longer" },
    preflight: null,
  }));
  answerReview.resolve(ok(preflight));
  await first;
  expect(store.getState()).toMatchObject({ preflight: null, reviewing: false });
});

test("a list that is judged anew while main looks is asked about again", async () => {
  const { acts, store, answerReview, calls } = reviewOf();
  const first = acts.review();
  await answerReview.asked;
  store.setState({ list: { revision: 2 } as ListView });
  answerReview.resolve(ok(preflight));
  await first;
  expect(store.getState()).toMatchObject({ preflight, reviewing: false });
  expect(calls.filter((call) => call === "review")).toHaveLength(2);
});

test("what a newer review has found is not confirmed in the place of what was on the screen", async () => {
  const { acts, calls, store } = reviewOf();
  acts.changeReview({ consent: true }, true);
  const confirming = acts.confirm();
  store.setState({ preflight: { ...preflight, price: { millionths: 900_000, currency: "EUR" } } });
  expect(await confirming).toMatchObject({ error: { code: "review.differs" } });
  expect(calls).not.toContain("confirm");
});

test("without the list worker nothing is confirmed and nothing reviewed, and that is said", async () => {
  const { acts, calls, store, answerReview } = reviewOf();
  const source = { kind: "file", name: "Customers.csv", size: 3 } as const;
  store.setState({ draft: { ...draft, source } });
  expect(await acts.confirm()).toMatchObject({ error: { code: "internal" } });
  expect(calls).not.toContain("confirm");
  const reviewing = acts.review();
  answerReview.resolve(ok({ ...preflight, neverText: 1 }));
  await reviewing;
  expect(store.getState()).toMatchObject({ reviewing: false, reviewProblem: { code: "internal" } });
});
