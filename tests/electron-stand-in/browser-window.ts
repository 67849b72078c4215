import { EventEmitter } from "node:events";
import type { BrowserWindowConstructorOptions, ProgressBarOptions } from "electron";
import { closeTarget, pageOpener } from "./browser.ts";
import { PreventableEvent } from "./event.ts";
import { WebContents } from "./web-contents.ts";

const open = new Set<BrowserWindow>();
const watchers = new Set<{ created: (window: BrowserWindow) => void; closed: () => void }>();
let last = 0;

/**
 * Electron's `BrowserWindow`: a window of Chromium. It is visible from its beginning where there is a display, whatever
 * `show` says, and a window that the user closes is gone before `close` could be prevented.
 */
export class BrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  #title: string;
  #destroyed = false;
  #minimized = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    last += 1;
    this.id = last;
    this.#title = options.title ?? "";
    const size = { width: options.width ?? 800, height: options.height ?? 600 };
    this.webContents = new WebContents(pageOpener(size), options.webPreferences ?? {});
    this.webContents.once("dom-ready", () => this.emit("ready-to-show"));
    this.webContents.on("close-requested", () => this.close());
    open.add(this);
    for (const { created } of watchers) created(this);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...open];
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...open].find((window) => window.webContents === contents) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return [...open].find((window) => window.id === id) ?? null;
  }

  /** Which window of Chromium has the focus is not asked: the youngest one is taken. */
  static getFocusedWindow(): BrowserWindow | null {
    return [...open].at(-1) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    this.emit("show");
  }

  /** Only what is behind the page. */
  setBackgroundColor(_color: string): void {}

  focus(): void {
    this.#bringToFront().catch((error: unknown) => {
      if (!this.#destroyed) console.error(error);
    });
    this.emit("focus");
  }

  minimize(): void {
    this.#minimized = true;
    this.emit("minimize");
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  restore(): void {
    this.#minimized = false;
    this.emit("restore");
  }

  isVisible(): boolean {
    return !this.#destroyed && !this.#minimized;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  setProgressBar(_progress: number, _options?: ProgressBarOptions): void {}

  setMenuBarVisibility(_visible: boolean): void {}

  close(): void {
    if (this.#destroyed) return;
    const event = new PreventableEvent();
    this.emit("close", event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    const { webContents } = this;
    this.#gone();
    WebContents.inner
      .ready(webContents)
      .then(() => closeTarget(WebContents.inner.targetOf(webContents) ?? ""))
      // The window, or the whole browser, was gone before.
      .catch(() => undefined);
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Internal: what the app and the browser have to do with windows. */
  static readonly inner = {
    watch: (watcher: { created: (window: BrowserWindow) => void; closed: () => void }): void => {
      watchers.add(watcher);
    },
    /** The user has closed it, or Playwright has. */
    closedOutside: (targetId: string): void => {
      const window = [...open].find(({ webContents }) => WebContents.inner.targetOf(webContents) === targetId);
      if (window === undefined) return;
      window.emit("close", new PreventableEvent());
      window.#gone();
    },
  };

  async #bringToFront(): Promise<void> {
    await WebContents.inner.ready(this.webContents);
    await WebContents.inner.sessionOf(this.webContents)?.send("Page.bringToFront");
  }

  #gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    open.delete(this);
    WebContents.inner.destroy(this.webContents);
    this.emit("closed");
    for (const { closed } of watchers) closed();
  }
}
