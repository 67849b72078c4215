import type { IpcMainInvokeEvent } from "electron";
import { ourWindows } from "../window.ts";
import { appOrigin } from "./app-files.ts";

/**
 * Whether a message comes from the main frame of one of our own windows, showing our own page.
 * Anything else is not an error of a user but an attack, and is thrown at (Electron security checklist, item 17).
 */
export function isTrustedSender(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || frame !== event.sender.mainFrame) return false;
  if (!ourWindows().some((window) => window.webContents === event.sender)) return false;
  const url = new URL(frame.url);
  return `${url.protocol}//${url.host}` === appOrigin;
}
