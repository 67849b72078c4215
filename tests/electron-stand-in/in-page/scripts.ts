import { createCloning } from "../cloning.ts";
import { runPreload } from "./preload-world.ts";
import { createWorldBridge } from "./world-bridge.ts";

// Node strips the types in place, so a function's own text is JavaScript.

/** Runs in the page's own world before any script of the page. Only main frames have a preload, as in Electron. */
export function pageScript(channel: string): string {
  return `if (window === window.top) (${createWorldBridge.toString()})(${JSON.stringify(channel)}, "page");`;
}

/** Runs in the preload's isolated world: Electron's part of it, and then the preload itself. */
export function preloadScript(channel: string, binding: string, preload: string): string {
  const base64 = "{ to: (bytes) => bytes.toBase64(), from: (text) => Uint8Array.fromBase64(text) }";
  return `if (window === window.top) (${runPreload.toString()})(
    ${JSON.stringify(binding)},
    (${createCloning.toString()})(${base64}),
    (${createWorldBridge.toString()})(${JSON.stringify(channel)}, "preload"),
    (require, module, exports) => {
${preload}
    },
  );`;
}
