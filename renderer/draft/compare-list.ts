import { createContext, use } from "react";

/**
 * The people of a draft whom main holds beside a list already; `name` is what they are called. `leftOut`: so many of its
 * rows are not among them because they were left out by hand, or a question about their numbers is open.
 */
export type DraftBeside = { name: string; leftOut: number };

/** Shows a saved list beside the people of a draft. */
export type CompareList = (listId: string, beside: DraftBeside) => void;

const CompareListContext = createContext<CompareList>(() => undefined);

/** Gives the steps of New campaign their way to the page of a list. */
export const CompareListProvider = CompareListContext.Provider;

/** The way from New campaign to a saved list that is to be updated. */
export function useCompareList(): CompareList {
  return use(CompareListContext);
}
