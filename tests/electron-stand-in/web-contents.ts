import { EventEmitter } from "node:events";
import type { WebPreferences } from "electron";
import type { CdpSession } from "./cdp.ts";
import { PreventableEvent } from "./event.ts";
import type { ToMain, ToPreload } from "./in-page/preload-world.ts";
import { answerInvocation, ipcMain } from "./ipc-main.ts";
import { nativeTheme } from "./native-theme.ts";
import { Page, type PageHost } from "./page.ts";
import { toApp, toShown } from "./protocol.ts";
import { applyPermissions, session } from "./session.ts";
import type { WebFrameMain } from "./web-frame-main.ts";

type WindowOpenHandler = (details: { url: string }) => { action: "deny" } | { action: "allow" };
/** Opens a target of the browser, adopts it, and tells how to close it. */
export type OpenPage = (attach: (targetId: string, session: CdpSession) => Page) => Promise<CdpSession>;

const all = new Set<WebContents>();
let last = 0;

/** Electron's `WebContents`: one page and what the main process may do with it. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session = session.defaultSession;
  readonly #browser: Promise<CdpSession>;
  #page: Page | undefined;
  #destroyed = false;
  #crashed = false;
  #windowOpen: WindowOpenHandler = () => ({ action: "allow" });
  #wantedWindow = "about:blank";

  readonly #preferences: WebPreferences;

  constructor(open: OpenPage, preferences: WebPreferences) {
    super();
    this.#preferences = preferences;
    last += 1;
    this.id = last;
    all.add(this);
    this.#browser = open((targetId, cdp) => {
      this.#page = new Page(targetId, cdp, this.#host());
      return this.#page;
    }).then(async (browser) => {
      await this.#page?.prepare(preferences.preload);
      await this.#showTheme();
      return browser;
    });
    // Whoever loads something hears of a failure; until then it is nobody's unhandled rejection.
    this.#browser.catch(() => undefined);
    nativeTheme.on("updated", this.#themeChanged);
  }

  static getAllWebContents(): WebContents[] {
    return [...all];
  }

  static fromId(id: number): WebContents | undefined {
    return [...all].find((contents) => contents.id === id);
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...all].find((contents) => contents.#page?.targetId === targetId);
  }

  get mainFrame(): WebFrameMain {
    if (this.#page === undefined) throw new Error("The page is not there yet");
    return this.#page.mainFrame;
  }

  /** Resolves when the page has loaded. */
  async loadURL(url: string): Promise<void> {
    const browser = await this.#browser;
    const shown = toShown(url);
    const loaded = new Promise((resolve) => this.once("did-finish-load", resolve));
    await applyPermissions(browser, this, shown);
    await this.#page?.navigate(shown);
    await loaded;
  }

  getURL(): string {
    return this.#page === undefined ? "" : this.#page.mainFrame.url;
  }

  reload(): void {
    this.#crashed = false;
    this.#later(this.#page?.reload());
  }

  send(channel: string, ...args: unknown[]): void {
    this.#tell({ kind: "event", channel, args });
  }

  /** Runs in the page's own world; what it answers must be JSON. */
  async executeJavaScript(code: string): Promise<unknown> {
    await this.#browser;
    const answer = await this.#page?.session.send("Runtime.evaluate", {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (answer?.exceptionDetails !== undefined) throw new Error(answer.exceptionDetails.text);
    return answer?.result.value;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpen = handler;
  }

  /** Takes no `waitForBeforeUnload`: closing asks the page nothing. */
  close(): void {
    if (!this.#destroyed) this.emit("close-requested");
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** What the app asked for; Electron has this without declaring it. */
  getLastWebPreferences(): WebPreferences {
    return this.#preferences;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  forcefullyCrashRenderer(): void {
    // Chromium answers nothing to this: whom it would answer is gone.
    this.#page?.session.send("Page.crash").catch(() => undefined);
  }

  /** There are none here: Chromium's own can be opened in a visible window. */
  openDevTools(): void {}

  /** Internal: what the windows and the browser tell a page. */
  static readonly inner = {
    targetOf: (contents: WebContents): string | undefined => contents.#page?.targetId,
    adopt: (contents: WebContents, child: CdpSession): Promise<void> | undefined => contents.#page?.adopt(child),
    sessionOf: (contents: WebContents): CdpSession | undefined => contents.#page?.session,
    ready: (contents: WebContents): Promise<CdpSession> => contents.#browser,
    /** A page wants a window of its own. The stand-in asks for the answer, and opens none. */
    askForWindow: (contents: WebContents): void => {
      const { action } = contents.#windowOpen({ url: contents.#wantedWindow });
      if (action === "allow") console.error(`The stand-in opens no window for ${contents.#wantedWindow}`);
    },
    crash: (contents: WebContents, status: string): void => {
      contents.#crashed = true;
      const reason = status === "oom" || status === "killed" ? status : "crashed";
      contents.emit("render-process-gone", new PreventableEvent(), { reason, exitCode: 5 });
    },
    destroy: (contents: WebContents): void => {
      contents.#destroyed = true;
      all.delete(contents);
      nativeTheme.off("updated", contents.#themeChanged);
      contents.emit("destroyed");
    },
  };

  #host(): PageHost {
    return {
      loaded: () => {
        this.emit("dom-ready");
        this.emit("did-finish-load");
      },
      received: (frame, message) => this.#received(frame, message),
      windowWanted: (url) => {
        this.#wantedWindow = toApp(url);
      },
      mayNavigate: (shown, frame, redirected) => {
        const url = toApp(shown);
        const event = Object.assign(new PreventableEvent(), { url, frame, isMainFrame: true, initiator: frame });
        this.emit(redirected ? "will-redirect" : "will-navigate", event, url);
        return !event.defaultPrevented;
      },
    };
  }

  #received(frame: WebFrameMain, message: ToMain): void {
    const event = { type: "frame" as const, sender: this, senderFrame: frame };
    if (message.kind === "send") {
      ipcMain.emit(message.channel, event, ...message.args);
      return;
    }
    const { id, channel, args } = message;
    void answerInvocation(channel, event, args)
      .then((value) => this.#page?.tell({ kind: "result", id, value }))
      .catch((error: Error) => {
        this.#tell({ kind: "failure", id, message: error.message });
      });
  }

  #tell(message: ToPreload): void {
    this.#later(this.#page?.tell(message));
  }

  /** Electron does not wait for these either; a page that is gone is no failure. */
  #later(work: Promise<void> | undefined): void {
    work?.catch((error: unknown) => {
      if (!this.#destroyed && !this.#crashed) console.error(error);
    });
  }

  readonly #themeChanged = (): void => this.#later(this.#showTheme());

  async #showTheme(): Promise<void> {
    const { themeSource } = nativeTheme;
    const value = themeSource === "system" ? "" : themeSource;
    await this.#page?.session.send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-color-scheme", value }],
    });
  }
}
