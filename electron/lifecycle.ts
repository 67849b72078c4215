import { app, type BrowserWindow, powerMonitor, type WebContents } from "electron";
import { logEvent, logFailure } from "./log.ts";
import { draftPage } from "./security/app-files.ts";
import { ourWindows, openWindow, showWindow } from "./window.ts";

export type Lifecycle = {
  preload: string;
  /** Takes what the system opens with the program: a command line, or a path. */
  open: (argv: readonly string[]) => void;
  suspend: () => void;
  resume: () => void;
  /** Resolves when the windows have saved what was typed last. */
  saved: () => Promise<void>;
  /** Ends what is under way; the program waits for it before it goes. */
  quit: () => Promise<void>;
};

/** False when another instance has the data already: that one is shown and this one ends. */
export function isOnlyInstance(): boolean {
  return app.requestSingleInstanceLock();
}

/** Windows come and go, files are opened by the system, the computer sleeps, the program ends. */
export function liveOn({ preload, open, suspend, resume, saved, quit }: Lifecycle): void {
  app.on("second-instance", (_event, argv) => {
    showWindow(preload);
    open(argv);
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    showWindow(preload);
    open([path]);
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
  const isEnding = quitInOrder(async () => {
    await saved();
    await quit();
  });
  closeWhenSaved(saved, isEnding);
}

/** A window whose process died comes back on its draft, which its address names: what was typed is in the library. */
function reopenAfterCrash(preload: string): void {
  let crashes = 0;
  app.on("render-process-gone", (_event, contents: WebContents, { reason }) => {
    if (reason === "clean-exit") return;
    crashes += 1;
    logEvent("window gone", { crashes });
    const gone = ourWindows().find((window) => window.webContents === contents);
    if (crashes <= 5) openWindow(preload, { page: draftPage(contents.getURL()) });
    gone?.destroy();
  });
}

/** A window that is closed goes when what was typed in it is saved; at the end of the program that has been done. */
function closeWhenSaved(saved: Lifecycle["saved"], isEnding: () => boolean): void {
  const saving = new WeakSet<BrowserWindow>();
  const mayGo = new WeakSet<BrowserWindow>();
  app.on("browser-window-created", (_event, window) => {
    window.on("close", (event) => {
      if (isEnding() || mayGo.has(window)) return;
      event.preventDefault();
      // Closed once more by somebody in a hurry: it is on its way.
      if (saving.has(window)) return;
      saving.add(window);
      const goOn = async () => {
        await saved();
        mayGo.add(window);
        if (!window.isDestroyed()) window.close();
      };
      void goOn();
    });
  });
}

/** @returns whether the program has begun to end */
function quitInOrder(quit: () => Promise<void>): () => boolean {
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
  return () => state !== "running";
}
