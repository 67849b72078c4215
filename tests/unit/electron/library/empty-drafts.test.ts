import { expect, test } from "vitest";
import { DraftStore } from "../../../../electron/library/drafts.ts";
import { reviewSettings } from "../../../../shared/library/draft.ts";
import { openLibrary } from "./library-file.ts";

const now = "2026-11-24T09:41:00.000Z";
const later = "2026-11-24T09:42:00.000Z";
const file = { kind: "file", name: "customers.csv", size: 6 } as const;
const ids = (name: string) => ({ id: name, campaignId: `campaign-of-${name}` });

/** Drafts of which something was said, each something else, and one of which nothing was. */
function aStore(): DraftStore {
  const store = new DraftStore(openLibrary());
  for (const id of ["text", "title", "step", "review", "source", "arriving", "edits", "nothing"]) {
    store.create(ids(id), "", now);
  }
  store.save("text", { text: "Hello" }, now);
  store.save("title", { title: "Spring" }, now);
  store.save("step", { step: "message" }, now);
  store.save("review", { review: reviewSettings.parse({ validityHours: 24 }) }, now);
  // The window fills it in by itself.
  store.save("nothing", { review: reviewSettings.parse({ sender: "Flora" }) }, now);
  store.writeSource("source", { source: file, offset: 0, last: true, bytes: Uint8Array.of(1) }, now);
  store.writeSource("arriving", { source: file, offset: 0, last: false, bytes: Uint8Array.of(1) }, now);
  store.writeEdit("edits", { place: 0, edit: { kind: "duplicates", keep: "last" } }, now);
  return store;
}

test("a new draft is the one of which nothing was said yet, where there is one", () => {
  const store = aStore();
  expect(store.begin(ids("new"), later)).toMatchObject({
    id: "nothing",
    campaignId: "campaign-of-nothing",
    createdAt: later,
    updatedAt: later,
    review: reviewSettings.parse({}),
  });
  expect(store.summaries()).toHaveLength(8);
  store.save("nothing", { text: "Hello" }, later);
  expect(store.begin(ids("new"), later)).toMatchObject({ id: "new", campaignId: "campaign-of-new", text: "" });
});

test("of drafts of which nothing was said an earlier run leaves the newest behind", () => {
  const store = aStore();
  store.create(ids("newest"), "", later);
  store.forgetUnfinished();
  const left = store.summaries().map(({ id }) => id);
  expect(left.toSorted()).toEqual(["edits", "newest", "review", "source", "step", "text", "title"].toSorted());
});
