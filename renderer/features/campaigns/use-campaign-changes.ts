import { useEffect, useRef } from "react";
import { useDeskEvent } from "../../ui/use-answer.ts";

/** The milliseconds between two questions that go over so many people: they share a thread with sending. */
export function pauseFor(people: number): number {
  return Math.min(60_000, Math.max(1000, people / 10));
}

/** Acts a while after a campaign changed, once for however often it did by then. */
export function useCampaignChanges({ id, people }: { id: string; people: number }, act: () => void): void {
  const planned = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(planned.current ?? undefined), []);
  useDeskEvent("campaignsChanged", ({ ids }) => {
    if (!ids.includes(id) || planned.current !== null) return;
    planned.current = setTimeout(() => {
      planned.current = null;
      act();
    }, pauseFor(people));
  });
}
