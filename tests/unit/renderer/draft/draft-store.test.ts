import { expect, test } from "vitest";
import { createDraftStore } from "../../../../renderer/draft/draft-store.ts";
import type { DraftList } from "../../../../renderer/draft/draft-state.ts";
import type { Sender } from "../../../../shared/account.ts";
import type { Desk } from "../../../../shared/ipc/bridge.ts";
import { type Draft, type DraftPatch, reviewSettings } from "../../../../shared/library/draft.ts";
import { guessedReading } from "../../../../shared/recipients/reading.ts";
import { ok } from "../../../../shared/result.ts";

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
  const list = { onProgress: () => () => undefined } as Pick<DraftList, "onProgress"> as DraftList;
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
  const list = { onProgress: () => () => undefined } as Pick<DraftList, "onProgress"> as DraftList;
  const opened = createDraftStore(draft.id, desk, list, () => ({ locale: "en-US", systemCountry: "UA" }));
  const review = reviewSettings.parse({ sender: "Flora", consent: true, keepTextedLately: true });
  opened.store.setState({ draft: { ...draft, text: "Tulips are in.", review } });
  opened.write("Tulips are in.");
  expect(opened.store.getState().draft?.review.consent).toBe(true);
  opened.write("Tulips are in!");
  expect(await opened.flush()).toBe(true);
  expect(Object.assign({}, ...saved)).toEqual({ text: "Tulips are in!", review: { ...review, consent: false } });
});
