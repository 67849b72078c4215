import { useEffect } from "react";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";

/** How long the text rests before its price is asked, in milliseconds. */
const rest = 700;
/** How long until a price that the network kept away is asked for again, in milliseconds. */
const pause = 15_000;

/** Asks what everybody's text would cost whenever it was counted, and again and again while there is no network. */
export function useAskedPrice(): void {
  const { askPrice } = useDraftStore();
  const tally = useDraft((state) => state.tally);
  const sender = useDraft(({ draft }) => draft?.review.sender ?? "");
  const problem = useDraft(({ price }) => price?.problem ?? null);

  useEffect(() => {
    if (tally === null || sender === "") return undefined;
    const timer = setTimeout(askPrice, rest);
    return () => clearTimeout(timer);
  }, [tally, sender, askPrice]);

  useEffect(() => {
    if (problem?.code.startsWith("network.") !== true) return undefined;
    const timer = setTimeout(askPrice, pause);
    return () => clearTimeout(timer);
  }, [problem, askPrice]);
}
