import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { DraftState } from "./draft-state.ts";
import type { DraftStore } from "./draft-store.ts";

/** The draft on the screen; put there by `NewCampaign`. */
export const DraftContext = createContext<DraftStore | null>(null);

/** The store of the draft on the screen, for its acts. */
export function useDraftStore(): DraftStore {
  const draft = useContext(DraftContext);
  if (draft === null) throw new Error("useDraftStore is for what NewCampaign shows");
  return draft;
}

/** A piece of the draft's state; the component follows it. */
export function useDraft<T>(select: (state: DraftState) => T): T {
  return useStore(useDraftStore().store, select);
}
