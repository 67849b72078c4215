import { createContext, use } from "react";

/** Shows a saved list beside the people of a draft, which main holds there already; `name` is what they are called. */
export type CompareList = (listId: string, name: string) => void;

const CompareListContext = createContext<CompareList>(() => undefined);

/** Gives the steps of New campaign their way to the page of a list. */
export const CompareListProvider = CompareListContext.Provider;

/** The way from New campaign to a saved list that is to be updated. */
export function useCompareList(): CompareList {
  return use(CompareListContext);
}
