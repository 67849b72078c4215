import { useEffect } from "react";

const open = new Set<symbol>();
const waiting = new Set<() => void>();

/** Whether a dialog is on the screen: until it is answered, nothing behind it can be reached, by key or otherwise. */
export function isDialogOpen(): boolean {
  return open.size > 0;
}

/** Marks a dialog as open while its component is on the screen. */
export function useOpenDialog(): void {
  useEffect(() => {
    const mine = Symbol("dialog");
    open.add(mine);
    return () => {
      open.delete(mine);
      for (const go of waiting) go();
      waiting.clear();
    };
  }, []);
}

/** When no dialog is on the screen: at once, or after the one that is has been answered. What was typed there stays. */
export async function afterDialogs(): Promise<void> {
  // One that takes the place of another is there before this goes on.
  while (isDialogOpen()) await new Promise<void>((resolve) => void waiting.add(resolve));
}
