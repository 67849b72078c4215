import { useEffect, useEffectEvent } from "react";
import type { EventPayload } from "../../shared/ipc/contract.ts";
import { isDialogOpen } from "./open-dialogs.ts";
import { useDeskEvent } from "./use-answer.ts";

/** Hears the keys that are pressed anywhere on a screen; none while a dialog stands above it. */
export function useScreenKeys(press: (event: KeyboardEvent) => void): void {
  const pressed = useEffectEvent(press);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!isDialogOpen()) pressed(event);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}

/** Hears what is chosen in the program's menu; nothing while a dialog is open, as everywhere: it would be lost. */
export function useMenuCommand(choose: (command: EventPayload<"menu">["command"]) => void): void {
  useDeskEvent("menu", ({ command }) => {
    if (!isDialogOpen()) choose(command);
  });
}
