import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { UndoCountdown } from "../../../../../renderer/features/campaigns/undo-countdown.tsx";
import { aCampaign } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

beforeEach(() => giveDesk({}));
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

test("what is left for Undo is never told as longer than it is", () => {
  vi.useFakeTimers();
  for (const [seconds, words] of [
    [600, "Sending in 10:00"],
    [90, "Sending in 1:30"],
    [61, "Sending in 1:01"],
    [15, "Sending in 15 seconds"],
    [0, "Handing over now"],
  ] as const) {
    const undoUntil = new Date(Date.now() + seconds * 1000).toISOString();
    onTheDesk(<UndoCountdown details={aCampaign()} undoUntil={undoUntil} onUndone={() => undefined} />);
    expect(screen.getByRole("timer").textContent).toBe(words);
    cleanup();
  }
});

test("what is planned is scheduled when the window ends, not sent", () => {
  const [undoUntil, startAt] = [15, 3600].map((seconds) => new Date(Date.now() + seconds * 1000).toISOString());
  if (undoUntil === undefined || startAt === undefined) throw new Error("no times");
  onTheDesk(<UndoCountdown details={aCampaign({ startAt })} undoUntil={undoUntil} onUndone={() => undefined} />);
  expect(screen.getByRole("timer").textContent).toMatch(/^Scheduling in /);
  expect(screen.getByRole("button", { name: "Schedule now" })).toBeDefined();
});
