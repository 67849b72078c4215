import type { Cloning } from "../cloning.ts";
import type { WorldBridge } from "./world-bridge.ts";

/** What the preload's world and the main process say to each other, packed by `Cloning`. */
export type ToMain =
  | { kind: "invoke"; id: number; channel: string; args: unknown[] }
  | { kind: "send"; channel: string; args: unknown[] };
export type ToPreload =
  | { kind: "event"; channel: string; args: unknown[] }
  | { kind: "result"; id: number; value: unknown }
  | { kind: "failure"; id: number; message: string };

type Listener = (event: unknown, ...args: unknown[]) => void;
type Preload = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/**
 * What a sandboxed preload may have: `require("electron")` with `contextBridge` and `ipcRenderer`. `binding` is the
 * name of the function through which this world, and no other, reaches the main process.
 * Sent to the page as source text, so it uses nothing from outside itself.
 */
export function runPreload(binding: string, cloning: Cloning, bridge: WorldBridge, preload: Preload): void {
  const listeners = new Map<string, Listener[]>();
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const toMain = Reflect.get(globalThis, binding) as (packed: string) => void;
  let last = 0;
  const tell = (message: ToMain): void => {
    toMain(cloning.pack(message));
  };
  const receive = (packed: string): void => {
    const message = cloning.unpack(packed) as ToPreload;
    if (message.kind === "event") {
      const event = { sender: ipcRenderer, ports: [], preventDefault: () => undefined };
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args);
      return;
    }
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if (message.kind === "result") waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  };
  Object.defineProperty(globalThis, `${binding}Receive`, { value: receive });

  const listen = (channel: string, listener: Listener): unknown => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  };
  const forget = (channel: string, listener: Listener): unknown => {
    const kept = [...(listeners.get(channel) ?? [])];
    const at = kept.lastIndexOf(listener);
    if (at >= 0) kept.splice(at, 1);
    listeners.set(channel, kept);
    return ipcRenderer;
  };
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        last += 1;
        tell({ kind: "invoke", id: last, channel, args });
        pending.set(last, { resolve, reject });
      }),
    send: (channel: string, ...args: unknown[]): void => {
      tell({ kind: "send", channel, args });
    },
    on: listen,
    once: (channel: string, listener: Listener): unknown => {
      const once: Listener = (event, ...args) => {
        forget(channel, once);
        listener(event, ...args);
      };
      return listen(channel, once);
    },
    removeListener: forget,
    removeAllListeners: (channel: string): unknown => {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };
  const contextBridge = { exposeInMainWorld: bridge.expose };
  const module = { exports: {} };
  preload(
    (name) => {
      if (name === "electron" || name === "electron/renderer") return { contextBridge, ipcRenderer };
      throw new Error(`module not found: ${name}`);
    },
    module,
    module.exports,
  );
}
