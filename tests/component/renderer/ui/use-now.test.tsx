import { renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useNow } from "../../../../renderer/ui/use-now.ts";

afterEach(() => void vi.useRealTimers());

test("a moment that stood still is the present one as soon as it runs: what has just happened is not ahead of it", () => {
  vi.useFakeTimers();
  const { result, rerender } = renderHook(({ running }) => useNow(running), { initialProps: { running: false } });
  const begun = result.current.getTime();
  vi.advanceTimersByTime(90_000);
  expect(result.current.getTime()).toBe(begun);
  rerender({ running: true });
  expect(result.current.getTime()).toBe(begun + 90_000);
});
