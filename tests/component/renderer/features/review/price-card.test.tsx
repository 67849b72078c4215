import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { DraftStore } from "../../../../../renderer/draft/draft-store.ts";
import { type DraftState, unopened } from "../../../../../renderer/draft/draft-state.ts";
import { DraftContext } from "../../../../../renderer/draft/use-draft.ts";
import { PriceCard } from "../../../../../renderer/features/review/price-card.tsx";
import type { Preflight } from "../../../../../shared/campaign/preflight.ts";
import { appErrorOf, type ErrorCode } from "../../../../../shared/errors.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

beforeEach(() => giveDesk({}));
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

test("there is no consent before what is consented to is on the screen, and the box keeps the focus until then", () => {
  const store = createStore<DraftState>(() => ({ ...unopened, reviewing: true }));
  const asked: unknown[] = [];
  const review = { changeReview: (change: unknown) => asked.push(change) };
  onTheDesk(
    <DraftContext value={{ store, review } as unknown as DraftStore}>
      <PriceCard />
    </DraftContext>,
  );
  const box = screen.getByRole<HTMLInputElement>("checkbox");
  box.focus();
  fireEvent.click(box);
  expect([asked, box.getAttribute("aria-disabled"), document.activeElement]).toEqual([[], "true", box]);
  act(() => store.setState({ preflight: { price: null, priceProblem: null, balance: null } as Preflight }));
  expect([box.getAttribute("aria-disabled"), document.activeElement]).toEqual([null, box]);
  fireEvent.click(box);
  expect(asked).toEqual([{ consent: true }]);
});

/** The card while the price is missing, and how often it was asked for again. */
function withoutPrice(code: ErrorCode): () => number {
  const preflight = (): Preflight => ({ price: null, priceProblem: appErrorOf(code), balance: null }) as Preflight;
  const store = createStore<DraftState>(() => ({ ...unopened, preflight: preflight() }));
  let asked = 0;
  const review = async () => {
    asked += 1;
    store.setState({ preflight: preflight() });
  };
  onTheDesk(
    <DraftContext value={{ store, review: { review } } as unknown as DraftStore}>
      <PriceCard />
    </DraftContext>,
  );
  return () => asked;
}

test("a price that could not be had can be asked for again", () => {
  const asked = withoutPrice("service.unavailable");
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(asked()).toBe(1);
});

test("a price that the network keeps away is asked for until it is there; another is left to the user", async () => {
  vi.useFakeTimers();
  const offline = withoutPrice("network.down");
  await act(() => vi.advanceTimersByTimeAsync(46_000));
  expect(offline()).toBe(3);
  cleanup();
  const refused = withoutPrice("service.sender");
  await act(() => vi.advanceTimersByTimeAsync(46_000));
  expect([offline(), refused()]).toEqual([3, 0]);
});
