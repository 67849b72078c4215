/** What Electron reaches the desktop with, where there is none: asked, answered and remembered. */
import { EventEmitter } from "node:events";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import type {
  BaseWindow,
  MessageBoxOptions,
  MessageBoxReturnValue,
  NotificationConstructorOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from "electron";
import { app } from "./app.ts";
import { PreventableEvent } from "./event.ts";

/** How a dialog is asked for: of a window, or of the program. */
type Asked<Options> = [options: Options] | [window: BaseWindow, options: Options];

function optionsOf<Options>(args: Asked<Options>): Options {
  return args.length === 1 ? args[0] : args[1];
}

/**
 * Electron's `dialog`, without anything to look at. A test replaces these functions, as it does with the real Electron.
 * Otherwise a save dialog answers with the name it was offered, in the folder `STAND_IN_SAVE_DIR` or among the
 * downloads; an open dialog with the files in `STAND_IN_OPEN_FILES` (JSON), or cancelled; a question with its default.
 */
export const dialog = {
  showSaveDialog(...args: Asked<SaveDialogOptions>): Promise<SaveDialogReturnValue> {
    const { defaultPath = "untitled" } = optionsOf(args);
    const folder = process.env["STAND_IN_SAVE_DIR"] ?? app.getPath("downloads");
    mkdirSync(folder, { recursive: true });
    return Promise.resolve({ canceled: false, filePath: join(folder, basename(defaultPath)) });
  },
  showOpenDialog(): Promise<OpenDialogReturnValue> {
    const filePaths = JSON.parse(process.env["STAND_IN_OPEN_FILES"] ?? "[]") as string[];
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  },
  showMessageBox(...args: Asked<MessageBoxOptions>): Promise<MessageBoxReturnValue> {
    const { defaultId = 0, checkboxChecked = false } = optionsOf(args);
    return Promise.resolve({ response: defaultId, checkboxChecked });
  },
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}\n${content}\n`);
  },
};

/** Electron's `shell`. Says what it would have opened; a test replaces the functions to see it. */
export const shell = {
  openExternal(url: string): Promise<void> {
    process.stdout.write(`Would open ${url}\n`);
    return Promise.resolve();
  },
  openPath(path: string): Promise<string> {
    process.stdout.write(`Would open ${path}\n`);
    return Promise.resolve("");
  },
  showItemInFolder(path: string): void {
    process.stdout.write(`Would show ${path}\n`);
  },
};

/** Electron's `Notification`. Says what it would have shown; a test replaces `show` to see it, and emits `click`. */
export class Notification extends EventEmitter {
  title: string;
  body: string;

  constructor({ title = "", body = "" }: NotificationConstructorOptions = {}) {
    super();
    this.title = title;
    this.body = body;
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    process.stdout.write(`Would notify: ${this.title}\n`);
    this.emit("show", new PreventableEvent());
  }

  close(): void {
    this.emit("close", new PreventableEvent());
  }
}

/** Electron's `powerMonitor`: a test emits `suspend` and `resume`. */
export const powerMonitor = new EventEmitter();
