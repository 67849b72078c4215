import { act, cleanup } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { DraftStore } from "../../../../../renderer/draft/draft-store.ts";
import { type DraftState, unopened } from "../../../../../renderer/draft/draft-state.ts";
import type { PriceEstimate } from "../../../../../renderer/draft/price-estimate.ts";
import { DraftContext } from "../../../../../renderer/draft/use-draft.ts";
import { useAskedPrice } from "../../../../../renderer/features/message/use-asked-price.ts";
import { appErrorOf, type AppError } from "../../../../../shared/errors.ts";
import { reviewSettings } from "../../../../../shared/library/draft.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Asking() {
  useAskedPrice();
  return null;
}

test("a price that the network kept away is asked for again until it is there, another refusal is left alone", () => {
  const draft = { text: "Hello", review: reviewSettings.parse({ sender: "Flora" }) } as unknown as DraftState["draft"];
  const store = createStore<DraftState>(() => ({ ...unopened, draft, tally: {} as DraftState["tally"] }));
  const askPrice = vi.fn<() => void>();
  onTheDesk(
    <DraftContext value={{ store, askPrice } as unknown as DraftStore}>
      <Asking />
    </DraftContext>,
  );
  const answered = (problem: AppError | null) => {
    const price = { total: null, each: new Map(), replaced: null, askedAt: null, problem } satisfies PriceEstimate;
    act(() => store.setState({ price }));
    act(() => void vi.advanceTimersByTime(60_000));
    return askPrice.mock.calls.length;
  };
  act(() => void vi.advanceTimersByTime(60_000));
  expect(askPrice).toHaveBeenCalledTimes(1);
  expect(answered(appErrorOf("network.down"))).toBe(2);
  expect(answered(appErrorOf("network.down"))).toBe(3);
  expect(answered(appErrorOf("service.refused"))).toBe(3);
  expect(answered(null)).toBe(3);
});
