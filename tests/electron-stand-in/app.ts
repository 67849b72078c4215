import { EventEmitter } from "node:events";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { BrowserWindow } from "./browser-window.ts";
import { startBrowser, stopBrowser } from "./browser.ts";
import type { CommandLine } from "./command-line.ts";
import { PreventableEvent } from "./event.ts";
import { InstanceLock } from "./instance-lock.ts";

type PathName =
  | "home"
  | "appData"
  | "userData"
  | "sessionData"
  | "temp"
  | "downloads"
  | "documents"
  | "desktop"
  | "logs";

/** Electron's `app`. */
class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = {
    /** Chromium runs already; Playwright's loader asks for nothing that the stand-in does not ask for itself. */
    appendSwitch(_name: string, _value?: string): void {},
    hasSwitch: (name: string): boolean => process.argv.some((argument) => argument.split("=")[0] === `--${name}`),
    getSwitchValue: (name: string): string =>
      process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? "",
  };
  readonly #paths = new Map<PathName, string>();
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #quitting = false;
  #directory = "";
  #name = "Electron";
  #version = "0.0.0";
  #lock: InstanceLock | undefined;

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return this.#version;
  }

  getAppPath(): string {
    return this.#directory;
  }

  getPath(name: PathName): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    const home = homedir();
    if (name === "home") return home;
    if (name === "temp") return tmpdir();
    if (name === "appData") return process.env["XDG_CONFIG_HOME"] ?? join(home, ".config");
    if (name === "userData") return join(this.getPath("appData"), this.#name);
    if (name === "sessionData") return this.getPath("userData");
    if (name === "logs") return join(this.getPath("userData"), "logs");
    return join(home, { downloads: "Downloads", documents: "Documents", desktop: "Desktop" }[name]);
  }

  setPath(name: PathName, path: string): void {
    this.#paths.set(name, path);
  }

  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getPreferredSystemLanguages(): string[] {
    const { LC_ALL, LC_MESSAGES, LANG } = process.env;
    const language = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== "") ?? "";
    const tag = language.split(".")[0]?.replace("_", "-") ?? "";
    return [/^[a-z]{2}/.test(tag) ? tag : "en-US"];
  }

  getLocaleCountryCode(): string {
    return this.getPreferredSystemLanguages()[0]?.split("-")[1] ?? "";
  }

  setAppUserModelId(_id: string): void {}

  enableSandbox(): void {}

  /** Held by one process for one data folder, as Electron's is. */
  requestSingleInstanceLock(): boolean {
    this.#lock ??= new InstanceLock(this.getPath("userData"));
    return this.#lock.take((argv, directory) => {
      this.emit("second-instance", new PreventableEvent(), argv, directory);
    });
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock?.held ?? false;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
  }

  /** Asks; closes the windows; asks again; ends. Whoever prevents one of these keeps the app alive. */
  quit(): void {
    if (this.#quitting || prevented(this, "before-quit")) return;
    this.#quitting = true;
    for (const window of BrowserWindow.getAllWindows()) window.close();
    if (BrowserWindow.getAllWindows().length > 0 || prevented(this, "will-quit")) {
      this.#quitting = false;
      return;
    }
    this.exit(0);
  }

  /** Ends without asking. */
  exit(code = 0): void {
    this.#quitting = true;
    this.emit("quit", new PreventableEvent(), code);
    this.#lock?.release();
    void stopBrowser().finally(() => process.exit(code));
  }

  /** Internal: the steps of the start. */
  static readonly inner = {
    /** Takes name and version from the app's package.json, as Electron does. */
    describe: (target: App, directory: string, userData: string | undefined): void => {
      target.#directory = directory;
      const file = join(directory, "package.json");
      if (existsSync(file)) {
        type Package = { productName?: string; name?: string; version?: string };
        const { productName, name, version } = JSON.parse(readFileSync(file, "utf8")) as Package;
        target.#name = productName ?? name ?? target.#name;
        target.#version = version ?? target.#version;
      }
      if (userData !== undefined) target.setPath("userData", userData);
      mkdirSync(target.getPath("userData"), { recursive: true });
    },
    startBrowser: (target: App, line: CommandLine): Promise<void> =>
      startBrowser(target.getPath("userData"), line, {
        pageGone: (targetId) => BrowserWindow.inner.closedOutside(targetId),
        // Closing the last visible window ends Chromium, too; the app decides what that means.
        browserGone: () => {
          if (target.#quitting) return;
          for (const window of BrowserWindow.getAllWindows()) window.destroy();
          if (!target.#quitting) target.exit(1);
        },
      }),
    announceReady: (target: App): void => {
      target.#isReady = true;
      target.#ready.resolve();
      target.emit("ready", new PreventableEvent(), {});
    },
    watchWindows: (target: App): void => {
      BrowserWindow.inner.watch({
        created: (window) => {
          const { webContents } = window;
          target.emit("browser-window-created", new PreventableEvent(), window);
          target.emit("web-contents-created", new PreventableEvent(), webContents);
          webContents.on("render-process-gone", (event: unknown, details: unknown) => {
            target.emit("render-process-gone", event, webContents, details);
          });
        },
        closed: () => {
          if (target.#quitting || BrowserWindow.getAllWindows().length > 0) return;
          if (target.listenerCount("window-all-closed") === 0) target.quit();
          else target.emit("window-all-closed");
        },
      });
    },
  };
}

function prevented(app: App, name: "before-quit" | "will-quit"): boolean {
  const event = new PreventableEvent();
  app.emit(name, event);
  return event.defaultPrevented;
}

export const app = new App();
export const appInner = App.inner;
App.inner.watchWindows(app);
