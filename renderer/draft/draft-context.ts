import type { StoreApi } from "zustand/vanilla";
import type { Desk } from "../../shared/ipc/bridge.ts";
import type { Draft } from "../../shared/library/draft.ts";
import type { DraftSaver } from "./draft-saver.ts";
import type { DraftList, DraftState } from "./draft-state.ts";

/** Where the window runs: how cells are shown, and the country of numbers without one. */
export type DraftPlace = { locale: string; systemCountry: string };

/** What the acts on one draft share. */
export type DraftContext = {
  id: string;
  desk: Desk;
  list: DraftList;
  /** Asked whenever a source is read: the settings may have changed since the draft was opened. */
  place: () => DraftPlace;
  store: StoreApi<DraftState>;
  saver: DraftSaver;
};

/** Changes the draft as the window has it; saving is the caller's. */
export function setDraft({ store }: Pick<DraftContext, "store">, change: Partial<Draft>): void {
  store.setState(({ draft }) => (draft === null ? {} : { draft: { ...draft, ...change } }));
}
