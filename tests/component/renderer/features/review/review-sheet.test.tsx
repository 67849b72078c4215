import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import type { DraftStore } from "../../../../../renderer/draft/draft-store.ts";
import { type DraftState, unopened } from "../../../../../renderer/draft/draft-state.ts";
import { DraftContext } from "../../../../../renderer/draft/use-draft.ts";
import { ReviewSheet } from "../../../../../renderer/features/review/review-sheet.tsx";
import { type Draft, reviewSettings } from "../../../../../shared/library/draft.ts";
import { ok } from "../../../../../shared/result.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

test("a list that is still being read, as after Undo, is not said to have nobody", async () => {
  await giveDesk({ listTariffs: async () => ok([]) });
  const source = { kind: "file", name: "Roses.csv", size: 9 } as const;
  const draft = { source, review: reviewSettings.parse({}), step: "review" } as Draft;
  const store = createStore<DraftState>(() => ({ ...unopened, draft }));
  onTheDesk(
    <DraftContext value={{ store } as unknown as DraftStore}>
      <ReviewSheet />
    </DraftContext>,
  );
  expect(await screen.findByText("Roses.csv")).toBeDefined();
  expect(screen.queryByText(/0 people/)).toBeNull();
});
