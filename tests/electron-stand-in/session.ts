import { EventEmitter } from "node:events";
import type { Session as ElectronSession } from "electron";
import type { CdpSession } from "./cdp.ts";
import type { WebContents } from "./web-contents.ts";

type RequestHandler = (
  contents: WebContents,
  permission: PermissionName,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string; isMainFrame: boolean },
) => void;
type CheckHandler = (
  contents: WebContents | null,
  permission: PermissionName,
  origin: string,
  details: { requestingUrl: string; isMainFrame: boolean },
) => boolean;
type PermissionName = Parameters<NonNullable<Parameters<ElectronSession["setPermissionRequestHandler"]>[0]>>[1];

/** Electron's name of a permission, and what the DevTools protocol calls the same thing. */
const permissions: readonly (readonly [PermissionName, ...string[]])[] = [
  ["geolocation", "geolocation"],
  ["notifications", "notifications"],
  ["media", "camera", "microphone"],
  ["midi", "midi"],
  ["clipboard-read", "clipboard-read"],
  ["clipboard-sanitized-write", "clipboard-write"],
  ["idle-detection", "idle-detection"],
  ["window-management", "window-management"],
  ["storage-access", "storage-access"],
];

let requestHandler: RequestHandler | null = null;
let checkHandler: CheckHandler | null = null;

/** Electron's `Session`, the default one: the profile that all windows share. */
class Session extends EventEmitter {
  setPermissionRequestHandler(handler: RequestHandler | null): void {
    requestHandler = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    checkHandler = handler;
  }

  /** Taken as read: without a chooser to click on, Chromium gives no page a device. */
  setDevicePermissionHandler(_handler: ((details: never) => boolean) | null): void {}

  /** The browser has no proxy to tell of. */
  resolveProxy(_url: string): Promise<string> {
    return Promise.resolve("DIRECT");
  }
}

export const session = { defaultSession: new Session() };

/**
 * Puts the app's own answers into Chromium for an origin that is about to be shown: each permission is asked for once,
 * before the page loads, where Electron would ask at the moment of use.
 */
export async function applyPermissions(browser: CdpSession, contents: WebContents, shown: string): Promise<void> {
  const origin = new URL(shown).origin;
  if (origin === "null" || (requestHandler === null && checkHandler === null)) return;
  const details = { requestingUrl: contents.getURL(), isMainFrame: true };
  for (const [permission, ...names] of permissions) {
    const checked = checkHandler?.(contents, permission, contents.getURL(), details) ?? true;
    const setting = checked && (await asked(contents, permission, details)) ? "granted" : "denied";
    for (const name of names) {
      await browser.send("Browser.setPermission", { permission: { name }, setting, origin });
    }
  }
}

function asked(contents: WebContents, permission: PermissionName, details: Parameters<RequestHandler>[3]) {
  const handler = requestHandler;
  if (handler === null) return Promise.resolve(true);
  return new Promise<boolean>((resolve) => {
    handler(contents, permission, resolve, details);
  });
}
