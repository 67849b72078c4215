import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";
import { channelOf, commandNames, eventNames } from "../shared/ipc/bridge.ts";

// Named methods only: the page can neither choose a channel nor see an Electron event.
contextBridge.exposeInMainWorld("desk", {
  ...Object.fromEntries(
    commandNames.map((name) => [
      name,
      (input: unknown): Promise<unknown> => ipcRenderer.invoke(channelOf(name), input),
    ]),
  ),
  on: (event: string, listener: (payload: unknown) => void) => {
    const known = eventNames.find((name) => name === event);
    if (known === undefined) throw new TypeError("No such event");
    const forward = (_event: IpcRendererEvent, payload: unknown): void => {
      listener(payload);
    };
    ipcRenderer.on(channelOf(known), forward);
    return () => {
      ipcRenderer.removeListener(channelOf(known), forward);
    };
  },
});
