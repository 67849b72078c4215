import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import type { DraftStore } from "../../../../../renderer/draft/draft-store.ts";
import { type DraftState, unopened } from "../../../../../renderer/draft/draft-state.ts";
import { DraftContext } from "../../../../../renderer/draft/use-draft.ts";
import { ReviewNotices } from "../../../../../renderer/features/review/review-notices.tsx";
import type { Preflight } from "../../../../../shared/campaign/preflight.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

beforeEach(() => giveDesk({}));
afterEach(cleanup);

function shown(people: number, planned: number): void {
  const textedLately = { people, planned, days: 7, title: "Autumn bulbs", at: "2026-11-20T09:00:00.000Z" };
  const nothing = { blockers: [], stopped: 0, sameAgain: null, hours: [], serviceStart: null };
  const preflight = { ...nothing, textedLately } as unknown as Preflight;
  const store = createStore<DraftState>(() => ({ ...unopened, preflight }));
  onTheDesk(
    <DraftContext value={{ store } as unknown as DraftStore}>
      <ReviewNotices preflight={preflight} />
    </DraftContext>,
  );
}

test("who had a text and who is only to get one by a plan are two numbers", () => {
  shown(2, 1);
  screen.getByText("2 of these people had a text from you in the last 7 days");
  screen.getByText(/1 more is to get one that is planned\./);
});

test("nobody is said to have had a text that is only planned", () => {
  shown(0, 3);
  screen.getByText("3 of these people are to get another text from you that is planned");
  expect(screen.queryByText(/had a text|more/)).toBeNull();
});
