import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useDrawnColumns } from "../../../../../renderer/features/recipients/drawn-columns.ts";

afterEach(cleanup);

const scroller = document.createElement("div");

test("the columns of a table that all are drawn stay the same array while it scrolls, or each of its rows would be drawn anew", () => {
  const { result, rerender } = renderHook(
    ({ active }) => useDrawnColumns(() => scroller, "60px minmax(100px, 1fr) 80px", active),
    {
      initialProps: { active: 0 },
    },
  );
  const { drawn } = result.current;
  expect(drawn).toEqual([0, 1, 2]);
  rerender({ active: 2 });
  expect(result.current.drawn).toBe(drawn);
});
