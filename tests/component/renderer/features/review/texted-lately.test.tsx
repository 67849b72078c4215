import { cleanup, fireEvent, screen } from "@testing-library/react";
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

function shown(people: number, planned: number, draft: object = {}): void {
  const rows = [2, 3];
  const textedLately = { people, planned, days: 7, title: "Autumn bulbs", at: "2026-11-20T09:00:00.000Z", rows };
  const nothing = { blockers: [], stopped: 0, sameAgain: null, hours: [], serviceStart: null };
  const preflight = { ...nothing, textedLately } as unknown as Preflight;
  const store = createStore<DraftState>(() => ({ ...unopened, preflight }));
  onTheDesk(
    <DraftContext value={{ store, ...draft } as unknown as DraftStore}>
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

test("a double click leaves them out once, so that one step takes it back", async () => {
  const edits: unknown[] = [];
  const recipients = { edit: async (edit: unknown) => void edits.push(edit) };
  shown(2, 0, { recipients, review: { review: async () => undefined } });
  const button = screen.getByRole("button", { name: /^Leave them out/ });
  fireEvent.click(button, { detail: 1 });
  fireEvent.click(button, { detail: 2 });
  await Promise.resolve();
  expect(edits).toEqual([{ kind: "leave-out", rows: [2, 3], out: true }]);
});
