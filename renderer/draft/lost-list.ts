import { createTurns, type InTurn } from "../../shared/in-turn.ts";
import type { DraftContext } from "./draft-context.ts";

/** So often a list comes back by itself: what every worker dies of would be read for ever. */
const mostReturns = 3;

/** The acts on the list one after another, and the way back of a list whose worker has died. */
export type ListTurns = {
  inTurn: InTurn;
  /** Asks the worker within a turn; where it dies over that, the list is brought back and asked once more. */
  steadily: <T>(ask: () => Promise<T>) => Promise<T>;
  /** Runs an act within a turn; that the worker died meanwhile is no failure of it, for then the list comes back. */
  untilDeath: (act: () => Promise<void>) => Promise<void>;
  /** The list is lost: brings it back in its turn, a few times by itself, then only because somebody asks. */
  bringBack: (asked: boolean) => Promise<void>;
  /** When all acts are over, those too that begin at this very moment. */
  settled: () => Promise<void>;
};

/** @param replay reads the saved draft again, with its edits */
export function createListTurns(
  { store, list }: Pick<DraftContext, "store" | "list">,
  replay: () => Promise<void>,
): ListTurns {
  const turns = createTurns();
  let returns = 0;

  const isToReturn = (): boolean => {
    const source = store.getState().draft?.source ?? null;
    return list.isLost() && source !== null && source.kind !== "groups";
  };
  const untilDeath: ListTurns["untilDeath"] = async (act) => {
    try {
      await act();
    } catch (problem) {
      if (!list.isLost()) throw problem;
      store.setState({ reading: null });
    }
  };
  const comeBack = async (): Promise<void> => {
    if (!isToReturn()) return;
    store.setState({ lost: false });
    await untilDeath(replay);
    if (list.isLost()) store.setState({ lost: true });
  };
  const inTurn: InTurn = (act) =>
    turns(async () => {
      await comeBack();
      return act();
    });
  return {
    inTurn,
    untilDeath,
    async steadily(ask) {
      try {
        return await ask();
      } catch (problem) {
        if (!list.isLost()) throw problem;
        await comeBack();
        return ask();
      }
    },
    bringBack: (asked) =>
      turns(async () => {
        if (!isToReturn()) return;
        if (asked || returns < mostReturns) await comeBack();
        else store.setState({ lost: true });
        returns += 1;
      }),
    async settled() {
      await turns(async () => undefined);
      await turns(async () => undefined);
    },
  };
}
