import { useEffect, useEffectEvent, useRef } from "react";
import type { CampaignDetails } from "../../../shared/campaign/view.ts";

/** So many people are gone over at once, in no time that anybody notices. */
const few = 10_000;

/** The milliseconds between two questions that go over so many people: they share a thread with sending. */
export function pauseFor(people: number): number {
  return people <= few ? 0 : Math.min(60_000, people / 10);
}

/**
 * Acts when anything that the page says of the campaign has changed, so that its chart and its people never stay behind
 * its sums: at once when its figures are final, else, with very many people, after a while, once for however often it did
 * by then.
 */
export function useCampaignChanges(details: CampaignDetails, act: () => void): void {
  const { row, counts, countsFinal, checkedAt } = details;
  const shown = JSON.stringify([row.state, counts, countsFinal, checkedAt]);
  const acted = useRef({ shown, at: Number.NEGATIVE_INFINITY });
  const actNow = useEffectEvent(() => {
    acted.current = { shown, at: performance.now() };
    act();
  });

  useEffect(() => {
    if (acted.current.shown === shown) return undefined;
    const wait = countsFinal ? 0 : acted.current.at + pauseFor(counts.total) - performance.now();
    const timer = setTimeout(actNow, Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [shown, countsFinal, counts.total]);
}
