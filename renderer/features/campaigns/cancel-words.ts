import type { CampaignDetails } from "../../../shared/campaign/view.ts";

/** What a cancellation can and cannot take back, from the counts of this moment. */
export type CancelWords = {
  total: number;
  /** Texted already: delivered, on the way or failed there. Cannot be taken back. */
  texted: number;
  /** Will not be texted. */
  waiting: number;
  notCertain: number;
  /** Numbers (from 1) of the parts whose outcome is not known. */
  doubtfulParts: number[];
  /** The last day on which the program still looks for those parts. */
  watchedUntil: string | null;
  /** Everything is still ahead: "keep it planned" and not "keep sending". */
  planned: boolean;
};

/** Counts what the dialog of a cancellation says. */
export function cancelWords(details: CampaignDetails): CancelWords {
  const { counts, parts } = details;
  const doubtful = parts.filter((part) => part.counts.notCertain > 0);
  const days = doubtful.flatMap((part) => (part.watchedUntil === null ? [] : [part.watchedUntil]));
  const texted = counts.delivered + counts.onTheWay + counts.failed;
  return {
    total: counts.total,
    texted,
    waiting: counts.waiting,
    notCertain: counts.notCertain,
    doubtfulParts: doubtful.map((part) => part.index + 1),
    watchedUntil: days.sort().at(-1) ?? null,
    planned: texted === 0 && counts.notCertain === 0 && details.row.state !== "sending",
  };
}
