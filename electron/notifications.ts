import { BrowserWindow, Notification } from "electron";
import type { Notice } from "./notices.ts";
import { ourWindows } from "./window.ts";

/** Without a reference a notification is collected, and its click leads nowhere. */
const shown = new Set<Notification>();

/** Shows a notification of the system, where it has them. A click calls `onClick` once. */
export function showNotification({ title, body }: Notice, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  shown.add(notification);
  const forget = () => shown.delete(notification);
  notification.once("click", () => {
    forget();
    onClick();
  });
  notification.once("close", forget);
  notification.show();
}

/** Whether a window of the program has the focus. */
export function isLookedAt(): boolean {
  return BrowserWindow.getFocusedWindow() !== null;
}

/** Draws the progress on the taskbar, or in the dock; `waits` in the colour of what needs the user. */
export function drawProgress(share: number | null, waits: boolean): void {
  for (const window of ourWindows()) {
    if (share === null) window.setProgressBar(-1);
    else window.setProgressBar(share, { mode: waits ? "paused" : "normal" });
  }
}
