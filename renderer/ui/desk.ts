import type { Desk } from "../../shared/ipc/bridge.ts";

declare global {
  interface Window {
    /** Put there by electron/preload.ts. */
    desk: Desk;
  }
}

/** The main process, as the window may talk to it: one method a command, every answer a `Result`. */
export function desk(): Desk {
  return window.desk;
}

/** `usePracticeMode` by a name that no rule of React takes for a hook. */
export function enterPracticeMode(): ReturnType<Desk["usePracticeMode"]> {
  const { usePracticeMode: enter } = desk();
  return enter({});
}
