const { contextBridge, ipcRenderer } = require("electron");

const call =
  (channel) =>
  (...args) =>
    ipcRenderer.invoke(channel, ...args);
const names = ["echo", "kinds", "fail", "who", "ask-for-news", "open", "close", "dark", "save"];

contextBridge.exposeInMainWorld("fixture", {
  ...Object.fromEntries(names.map((name) => [name, call(name)])),
  on: (listener) => {
    const forward = (_event, value) => listener(value);
    ipcRenderer.on("news", forward);
    return () => ipcRenderer.removeListener("news", forward);
  },
  twice: (value) => [value, value],
  refuse: () => {
    throw new Error("not this");
  },
  preloadGlobals: () => ({ process: typeof process, require: typeof globalThis.require }),
});
// Must stay in this world.
globalThis.secretOfThePreload = true;
