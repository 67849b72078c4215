import { create } from "zustand";
import type { AppError } from "../../shared/errors.ts";
import type { AppState } from "../../shared/ipc/contract.ts";
import { languageOf, speak } from "../i18n/i18n.ts";
import { desk } from "./desk.ts";

type AppStore = { app: AppState | null; problem: AppError | null };

/** What the whole window knows: version, settings, account, counts. Changed by main only, read everywhere. */
export const useAppStore = create<AppStore>(() => ({ app: null, problem: null }));

let asked = 0;
let shown = 0;

/**
 * Asks main for the state again and speaks its language. A refusal keeps the last state on the screen. An answer that
 * comes behind one to a later question is dropped: the two sides answer at their own pace, and it may be of the other.
 */
export async function refreshApp(): Promise<void> {
  const mine = ++asked;
  const answer = await desk().getAppState({});
  if (mine < shown) return;
  shown = mine;
  if (!answer.ok) {
    useAppStore.setState({ problem: answer.error });
    return;
  }
  const { settings, locale } = answer.value;
  await speak(languageOf(settings.language, locale), locale);
  if (mine === shown) useAppStore.setState({ app: answer.value, problem: null });
}

/** Loads the state and keeps it fresh from now on. */
export function startAppStore(): void {
  desk().on("appStateChanged", () => void refreshApp());
  void refreshApp();
}

/** The state of the program. Only for components that app.tsx shows once the state is there. */
export function useApp(): AppState {
  return known(useAppStore((store) => store.app));
}

/** The same at this moment, for what asks later than the component that began it was drawn. */
export function appNow(): AppState {
  return known(useAppStore.getState().app);
}

function known(app: AppState | null): AppState {
  if (app === null) throw new Error("The state of the program is for what is shown after the first getAppState");
  return app;
}
