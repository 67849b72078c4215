import { expect, test } from "vitest";
import { reviewDraft } from "../../../../electron/review/review.ts";
import { aDraft, aReview } from "./a-review.ts";

const key = "0f".repeat(32);
const olena = "380671234567";
const numbers = [olena, "380671234568"];

test("an erased person who is never to be texted is found again by the review, and the window is told", async () => {
  const review = await aReview();
  await review.database.privacy.useKey(key);
  await review.database.privacy.erase(olena, { keepOut: true, deleteDrafts: [] }, new Date().toISOString());
  expect(await review.database.neverText.everything()).toMatchObject({ numbers: [] });
  const id = await aDraft(review, "draft-1", numbers);
  expect(await reviewDraft(review.ports, id)).toMatchObject({ ok: true, value: { neverText: 1 } });
  expect(review.told()).toBe(1);
  expect(await review.database.neverText.everything()).toMatchObject({ numbers: [olena] });
});

test("without the key of the marks nobody can say who is never texted, so the review does not let anything go out", async () => {
  const review = await aReview();
  await review.database.privacy.useKey(key);
  await review.database.privacy.erase(olena, { keepOut: true, deleteDrafts: [] }, new Date().toISOString());
  await review.database.privacy.useKey(null);
  const id = await aDraft(review, "draft-1", numbers);
  expect(await reviewDraft(review.ports, id)).toMatchObject({
    ok: true,
    value: { blockers: [{ code: "never-text.key-lost" }] },
  });
});
