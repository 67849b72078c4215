import { expect, test } from "vitest";
import { type DraftState, type ListView, unopened } from "../../../../../renderer/draft/draft-state.ts";
import { reasonsOf } from "../../../../../renderer/features/review/reasons.ts";
import type { Preflight } from "../../../../../shared/campaign/preflight.ts";
import { reviewSettings } from "../../../../../shared/library/draft.ts";

const ready = {
  ...unopened,
  draft: { review: reviewSettings.parse({ consent: true }) },
  list: { state: { sum: { "to-decide": 0 } } } as ListView,
  preflight: { price: { millionths: 1, currency: "EUR" }, blockers: [], textedLately: null } as unknown as Preflight,
} as DraftState;

test("nothing stands in the way of a draft that is ready", () => {
  expect(reasonsOf(ready)).toEqual([]);
});

test("what was read is not sent before somebody said that it looks right", () => {
  expect(reasonsOf({ ...ready, checking: true })).toEqual([{ kind: "questions" }]);
});
