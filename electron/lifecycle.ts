import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { app, powerMonitor, type WebContents } from "electron";
import { tell } from "./ipc/serve.ts";
import { logEvent, logFailure } from "./log.ts";
import { ourWindows, openWindow, showWindow } from "./window.ts";

const spreadsheet = /^\.(csv|tsv|txt|xlsx|xlsm|xls|ods)$/i;
const largestFile = 200 * 1024 * 1024;

export type Lifecycle = {
  preload: string;
  suspend: () => void;
  resume: () => void;
  /** Ends what is under way; the program waits for it before it goes. */
  quit: () => Promise<void>;
};

/** False when another instance has the data already: that one is shown and this one ends. */
export function isOnlyInstance(): boolean {
  return app.requestSingleInstanceLock();
}

/** Windows come and go, files are opened by the system, the computer sleeps, the program ends. */
export function liveOn({ preload, suspend, resume, quit }: Lifecycle): void {
  app.on("second-instance", (_event, argv) => {
    showWindow(preload);
    openSpreadsheets(argv);
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    showWindow(preload);
    openSpreadsheets([path]);
  });
  app.on("activate", () => {
    showWindow(preload);
  });
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  powerMonitor.on("suspend", suspend);
  powerMonitor.on("resume", resume);
  reopenAfterCrash(preload);
  quitInOrder(quit);
}

/** Files named on the command line are handed to the window as bytes: it has no access to files of its own. */
export function openSpreadsheets(argv: readonly string[]): void {
  for (const path of argv.filter((argument) => spreadsheet.test(extname(argument)))) {
    void readSpreadsheet(path).catch((error: unknown) => {
      logFailure("opening a file", error);
    });
  }
}

async function readSpreadsheet(path: string): Promise<void> {
  const { size } = await stat(path);
  if (size > largestFile) return;
  tell("fileOpened", { name: basename(path), bytes: new Uint8Array(await readFile(path)) });
}

/** A window whose process died comes back on its draft: everything typed is in the library already. */
function reopenAfterCrash(preload: string): void {
  let crashes = 0;
  app.on("render-process-gone", (_event, contents: WebContents, { reason }) => {
    if (reason === "clean-exit") return;
    crashes += 1;
    logEvent("window gone", { crashes });
    const gone = ourWindows().find((window) => window.webContents === contents);
    if (crashes <= 5) openWindow(preload);
    gone?.destroy();
  });
}

function quitInOrder(quit: () => Promise<void>): void {
  let state: "running" | "ending" | "ended" = "running";
  app.on("before-quit", (event) => {
    if (state === "ended") return;
    event.preventDefault();
    if (state === "ending") return;
    state = "ending";
    void quit()
      .catch((error: unknown) => {
        logFailure("quitting", error);
      })
      .finally(() => {
        state = "ended";
        app.quit();
      });
  });
}
