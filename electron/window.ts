import { join } from "node:path";
import { BrowserWindow, dialog, type FileFilter, nativeTheme } from "electron";
import type { Settings } from "../shared/library/settings.ts";
import { spreadsheetEndings } from "./opened-files.ts";
import { appPage } from "./security/app-files.ts";

const windows = new Set<BrowserWindow>();

/** The windows of the program that are open now. */
export function ourWindows(): BrowserWindow[] {
  return [...windows];
}

const background = (): string => (nativeTheme.shouldUseDarkColors ? "#151917" : "#f6f4ef");

type Opening = {
  page?: string;
  /** What the window waits for until it is shown, besides its page: not for long, and then the page says what is done. */
  shown?: Promise<unknown>;
};

/** So long (ms) nobody wonders whether the program has started. */
const unseen = 1000;

/** The one place that makes a window: sandboxed, isolated, without Node, on our own page. */
export function openWindow(
  preload: string,
  { page = appPage, shown = Promise.resolve() }: Opening = {},
): BrowserWindow {
  const window = new BrowserWindow({
    width: 1200,
    height: 780,
    minWidth: 760,
    minHeight: 520,
    title: "Campaign Desk",
    show: false,
    backgroundColor: background(),
    icon: join(import.meta.dirname, "../../build/icon.png"),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  windows.add(window);
  const drawn = new Promise((resolve) => window.once("ready-to-show", () => resolve(null)));
  const longEnough = new Promise((resolve) => setTimeout(resolve, unseen, null));
  void Promise.all([drawn, Promise.race([shown, longEnough])]).then(() => window.isDestroyed() || window.show());
  window.on("closed", () => {
    windows.delete(window);
  });
  void window.loadURL(page);
  return window;
}

/** Brings the first window to the front; makes one when there is none. */
export function showWindow(preload: string): BrowserWindow {
  const window = ourWindows()[0] ?? openWindow(preload);
  if (window.isMinimized()) window.restore();
  window.focus();
  return window;
}

/** Where the user wants a file to be saved, as one of these kinds; null when they decide otherwise. */
export async function askWhereToSave(name: string, filters: FileFilter[]): Promise<string | null> {
  const window = ourWindows()[0];
  const options = { defaultPath: name, filters };
  const answer =
    window === undefined ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  return answer.canceled ? null : answer.filePath;
}

/** The spreadsheet that the user chooses; none when they decide otherwise. */
export async function askWhatToOpen(preload: string, kind: string): Promise<string[]> {
  const filters = [{ name: kind, extensions: [...spreadsheetEndings] }];
  const { filePaths } = await dialog.showOpenDialog(showWindow(preload), { properties: ["openFile"], filters });
  return filePaths;
}

/** What the system draws of the window (title bar, menus, dialogs) follows the program's own light or dark. */
export function followTheme(theme: Settings["theme"]): void {
  nativeTheme.themeSource = theme;
  for (const window of windows) window.setBackgroundColor(background());
}
