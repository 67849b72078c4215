import { expect, test } from "vitest";
import { createDraftStore } from "../../../../renderer/draft/draft-store.ts";
import type { DraftList } from "../../../../renderer/draft/draft-state.ts";
import type { Sender } from "../../../../shared/account.ts";
import type { Desk } from "../../../../shared/ipc/bridge.ts";
import { type Draft, type DraftPatch, reviewSettings } from "../../../../shared/library/draft.ts";
import { guessedReading } from "../../../../shared/recipients/reading.ts";
import type { Cost } from "../../../../shared/message/tally.ts";
import type { Money } from "../../../../shared/money.ts";
import type { MessageTally } from "../../../../renderer/list-worker/protocol.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { err, ok } from "../../../../shared/result.ts";

const draft: Draft = {
  id: "d1",
  campaignId: "c1",
  title: "",
  createdAt: "2026-11-16T08:00:00.000Z",
  updatedAt: "2026-11-16T08:00:00.000Z",
  step: "message",
  source: null,
  reading: guessedReading,
  edits: [],
  text: "",
  review: reviewSettings.parse({}),
  acceptedPeople: null,
};

/** A list that is asked nothing. */
const deafList = {
  onProgress: () => () => undefined,
  onLost: () => () => undefined,
  isLost: () => false,
} as Pick<DraftList, "onProgress" | "onLost" | "isLost"> as DraftList;

test("a sender that the program cannot send from is not chosen, and keeps nothing from being saved", async () => {
  const saved: DraftPatch[] = [];
  const senders: Sender[] = [
    { name: "S".repeat(5000), status: "active", isDefault: true },
    { name: "Квіти", status: "active", isDefault: false },
    { name: "Flora", status: "active", isDefault: false },
  ];
  const desk = {
    listSenders: async () => ok(senders),
    saveDraft: async ({ patch }: { patch: DraftPatch }) => {
      saved.push(patch);
      return ok({ savedAt: "2026-11-16T08:00:01.000Z" });
    },
  } as Pick<Desk, "listSenders" | "saveDraft"> as Desk;
  const list = deafList;
  const opened = createDraftStore(draft.id, desk, list, () => ({ locale: "en-US", systemCountry: "UA" }));
  opened.store.setState({ draft });
  await opened.loadAccount();
  opened.rename("Roses");
  expect(await opened.flush()).toBe(true);
  expect(opened.store.getState().draft?.review.sender).toBe("Flora");
  expect(Object.assign({}, ...saved)).toMatchObject({ title: "Roses", review: { sender: "Flora" } });
});

test("the tick about the people and the text is gone once the text is another one, and the rest of Review stays", async () => {
  const saved: DraftPatch[] = [];
  const desk = {
    saveDraft: async ({ patch }: { patch: DraftPatch }) => {
      saved.push(patch);
      return ok({ savedAt: "2026-11-16T08:00:01.000Z" });
    },
  } as Pick<Desk, "saveDraft"> as Desk;
  const list = deafList;
  const opened = createDraftStore(draft.id, desk, list, () => ({ locale: "en-US", systemCountry: "UA" }));
  const review = reviewSettings.parse({ sender: "Flora", consent: true, keepTextedLately: true });
  opened.store.setState({ draft: { ...draft, text: "Tulips are in.", review } });
  opened.write("Tulips are in.");
  expect(opened.store.getState().draft?.review.consent).toBe(true);
  opened.write("Tulips are in!");
  expect(await opened.flush()).toBe(true);
  expect(Object.assign({}, ...saved)).toEqual({ text: "Tulips are in!", review: { ...review, consent: false } });
});

/** A store whose main saves everything. */
function savingStore(more: Partial<Desk> = {}) {
  const desk = { saveDraft: async () => ok({ savedAt: "2026-11-16T08:00:01.000Z" }), ...more } as Desk;
  const list = deafList;
  return createDraftStore(draft.id, desk, list, () => ({ locale: "en-US", systemCountry: "UA" }));
}

test("other letters are another text too: the tick of Review is gone once everybody gets Latin ones, and once nobody does", () => {
  const opened = savingStore();
  const ticked = { ...draft, text: "Тюльпани", review: reviewSettings.parse({ sender: "Flora", consent: true }) };
  opened.store.setState({ draft: ticked });
  opened.writeInLatin(null);
  expect(opened.store.getState().draft?.review.consent).toBe(true);
  opened.writeInLatin("uk");
  expect(opened.store.getState().draft?.review).toMatchObject({ latinLetters: "uk", consent: false });
  opened.review.changeReview({ consent: true }, true);
  opened.writeInLatin(null);
  expect(opened.store.getState().draft?.review).toMatchObject({ latinLetters: null, consent: false });
});

test("an estimate is no price of another sender or tariff, also when it comes in after these were changed", async () => {
  let answer: (estimate: { total: Money; buckets: Money[][]; askedAt: string }) => void = () => undefined;
  const price = { millionths: 50_000, currency: "EUR" };
  const opened = savingStore({
    reviewDraft: async () => err(appErrorOf("internal")),
    estimatePrice: () => new Promise((resolve) => (answer = (value) => resolve(ok(value)))),
  });
  const costs: Cost[] = [{ encoding: "gsm7", parts: 1, country: "UA", sample: "380671234567", people: 1 }];
  const tally = { costs, saving: null } as unknown as MessageTally;
  opened.store.setState({
    draft: { ...draft, text: "Tulips", review: reviewSettings.parse({ sender: "Flora" }) },
    tally,
  });
  const asked = async (then: () => void) => {
    opened.askPrice();
    then();
    answer({ total: price, buckets: [[price]], askedAt: "2026-11-16T08:00:01.000Z" });
    await new Promise((resolve) => setImmediate(resolve));
    return opened.store.getState().price?.total ?? null;
  };
  expect(await asked(() => undefined)).toEqual(price);
  opened.review.changeReview({ validityHours: 5 }, true);
  expect(opened.store.getState().price?.total).toEqual(price);
  opened.review.changeReview({ tariffCode: 2 }, true);
  expect(opened.store.getState().price).toBeNull();
  expect(await asked(() => opened.review.changeReview({ sender: "Roses" }, true))).toBeNull();
});
