import { app, type BrowserWindow, powerMonitor, type WebContents } from "electron";
import { logEvent, logFailure } from "./log.ts";
import { draftPage } from "./security/app-files.ts";
import { ourWindows, openWindow, showWindow } from "./window.ts";

export type Lifecycle = {
  preload: string;
  /** Takes the command line of another instance, which may name files, and the folder where it was typed. */
  open: (argv: readonly string[], folder: string) => void;
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

/** Windows come and go, another instance was started, the computer sleeps, the program ends. */
export function liveOn({ preload, open, suspend, resume, saved, quit }: Lifecycle): void {
  app.on("second-instance", (_event, argv, folder) => {
    showWindow(preload);
    // The first argument is the program itself.
    open(argv.slice(1), folder);
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
  const stage = quitInOrder(saved, quit);
  closeWhenSaved(saved, stage);
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

/** A window that is closed goes when what was typed in it is saved; so it does when the program is about to end. */
function closeWhenSaved(saved: Lifecycle["saved"], stage: () => Stage): void {
  const saving = new WeakSet<BrowserWindow>();
  const mayGo = new WeakSet<BrowserWindow>();
  app.on("browser-window-created", (_event, window) => {
    window.on("close", (event) => {
      if (stage() === "ending" || stage() === "ended" || mayGo.has(window)) return;
      event.preventDefault();
      // Closed once more by somebody in a hurry, or while the program waits for it: it is on its way.
      if (stage() === "saving" || saving.has(window)) return;
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

/** How far the end of the program has come: `saving` while windows save what was typed last. */
type Stage = "running" | "saving" | "ending" | "ended";

/** @returns how far the end of the program has come */
function quitInOrder(saved: Lifecycle["saved"], quit: Lifecycle["quit"]): () => Stage {
  let stage: Stage = "running";
  const end = async () => {
    await saved();
    stage = "ending";
    await quit();
  };
  app.on("before-quit", (event) => {
    if (stage === "ended") return;
    event.preventDefault();
    if (stage !== "running") return;
    stage = "saving";
    void end()
      .catch((error: unknown) => {
        logFailure("quitting", error);
      })
      .finally(() => {
        stage = "ended";
        app.quit();
      });
  });
  return () => stage;
}
