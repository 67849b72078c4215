import type { CampaignRow } from "../../shared/campaign/view.ts";
import type { DraftSummary } from "./drafts.ts";

/** Drafts as lines of the list of campaigns, those that contain the words. */
export function draftRows(drafts: DraftSummary[], search: string): CampaignRow[] {
  const words = search.trim().toLowerCase();
  return drafts
    .filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(words))
    .map(({ id, title, text, people, updatedAt }) => ({
      id,
      origin: "draft",
      title,
      excerpt: text.slice(0, 120),
      state: "draft",
      serviceWord: null,
      people,
      atMost: false,
      delivered: null,
      failed: null,
      price: null,
      at: updatedAt,
    }));
}

/** One page over two lists that follow each other: how much to take of each. */
export function pageOfTwo(
  page: { offset: number; limit: number },
  firstTotal: number,
): { first: { offset: number; limit: number }; second: { offset: number; limit: number } } {
  const fromFirst = Math.max(0, Math.min(page.limit, firstTotal - page.offset));
  return {
    first: { offset: page.offset, limit: fromFirst },
    second: { offset: Math.max(0, page.offset - firstTotal), limit: page.limit - fromFirst },
  };
}
