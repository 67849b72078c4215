import type { DraftContext } from "./draft-context.ts";
import type { DraftState } from "./draft-state.ts";
import { latestOnly } from "./latest-only.ts";
import { estimatePrice, sameCosts } from "./price-estimate.ts";

/** How long the figures of the text before stand unmarked, in milliseconds: nobody reads them meanwhile. */
const patience = 200;

type Counted = NonNullable<DraftState["tallyOf"]>;

/** Whether a message of both costs the same: the service prices by sender and tariff. */
export function sameTerms(one: DraftState["draft"], other: DraftState["draft"]): boolean {
  return one?.review.sender === other?.review.sender && one?.review.tariffCode === other?.review.tariffCode;
}

/** Keeps the tally in step with text and rows, and asks for prices; older answers never replace newer ones. */
export function createMeasuring({ store, list, desk }: Pick<DraftContext, "store" | "list" | "desk">) {
  let running: AbortController | null = null;
  let alarm: ReturnType<typeof setTimeout> | null = null;
  let share: number | null = null;

  /** Says so when the figures on the screen stay those of another text. */
  const begin = (): AbortController => {
    running?.abort();
    share = null;
    alarm ??= setTimeout(() => {
      alarm = null;
      store.setState({ counting: { share } });
    }, patience);
    return (running = new AbortController());
  };
  const end = (change: Partial<DraftState>) => {
    running = null;
    if (alarm !== null) clearTimeout(alarm);
    alarm = null;
    store.setState({ ...change, counting: null });
  };

  const count = async (question: Counted): Promise<void> => {
    const mine = begin();
    const onProgress = (done: number, total: number) => {
      if (running !== mine) return;
      share = done / Math.max(total, 1);
      if (store.getState().counting !== null) store.setState({ counting: { share } });
    };
    try {
      const tally = await list.tally(question.text, question.latin, { signal: mine.signal, onProgress });
      if (running !== mine) return;
      const { tally: before, price, list: present } = store.getState();
      if (present === null) return end({});
      end({ tally, tallyOf: question, price: sameCosts(before, tally) ? price : null });
    } catch {
      // Ended for a newer text, or the worker is gone: then nothing is known.
      if (running === mine) end({ tally: null, tallyOf: null, price: null });
    }
  };

  const price = latestOnly(
    async ({ draft, tally }: DraftState) => {
      if (draft === null || tally === null) return null;
      const { sender, tariffCode } = draft.review;
      return estimatePrice(desk, { sender, tariffCode }, tally);
    },
    (estimate, question) =>
      store.setState(({ tally, draft }) =>
        sameCosts(question.tally, tally) && sameTerms(question.draft, draft) ? { price: estimate } : {},
      ),
    () => store.setState({ price: null }),
  );
  return {
    /** Counts the text as it is now; a counting that is under way is ended. */
    askTally: () => {
      const { draft, list } = store.getState();
      if (draft !== null && list !== null)
        void count({ text: draft.text, latin: draft.review.latinLetters, revision: list.revision });
    },
    askPrice: () => {
      const now = store.getState();
      if (now.draft !== null && now.draft.review.sender !== "" && now.tally !== null) price(now);
    },
  };
}
