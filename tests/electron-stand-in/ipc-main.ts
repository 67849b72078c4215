import { EventEmitter } from "node:events";
import type { WebContents } from "./web-contents.ts";
import type { WebFrameMain } from "./web-frame-main.ts";

type InvokeEvent = { type: "frame"; sender: WebContents; senderFrame: WebFrameMain | null };
type Handler = (event: InvokeEvent, ...args: any[]) => unknown; // oxlint-disable-line typescript/no-explicit-any -- Electron's own signature

/** Electron's `ipcMain`. */
class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return listener(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Not Electron's: runs the handler for a page that called `ipcRenderer.invoke`. */
  static readonly answer = async (channel: string, event: InvokeEvent, args: unknown[]): Promise<unknown> => {
    const handler = ipcMain.#handlers.get(channel);
    if (handler === undefined) {
      throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`);
    }
    try {
      return await handler(event, ...args);
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
    }
  };
}

export const ipcMain = new IpcMain();
export const answerInvocation = IpcMain.answer;
