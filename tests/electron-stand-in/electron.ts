/** The module that `electron` is in the main process on the stand-in: the part of it that the app uses. */
import { WebContents } from "./web-contents.ts";

export { app } from "./app.ts";
export { BrowserWindow } from "./browser-window.ts";
export { dialog, Notification, powerMonitor, shell } from "./desktop.ts";
export { ipcMain } from "./ipc-main.ts";
export { Menu, MenuItem } from "./menu.ts";
export { nativeTheme } from "./native-theme.ts";
export { protocol } from "./protocol.ts";
export { session } from "./session.ts";

export const webContents = {
  getAllWebContents: (): WebContents[] => WebContents.getAllWebContents(),
  fromId: (id: number): WebContents | undefined => WebContents.fromId(id),
  fromDevToolsTargetId: (targetId: string): WebContents | undefined => WebContents.fromDevToolsTargetId(targetId),
};
