import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { CdpSession } from "./cdp.ts";
import { type Chromium, startChromium } from "./chromium.ts";
import { type OpenPage, WebContents } from "./web-contents.ts";

type TargetInfo = { targetId: string; type: string; url: string; openerId?: string };
type Attached = { sessionId: string; targetInfo: TargetInfo; waitingForDebugger: boolean };
type Expected = { matches: (target: TargetInfo) => boolean; attach: (target: TargetInfo, session: CdpSession) => void };

const { inner } = WebContents;
let starting: Promise<Chromium> | undefined;
const ending = new AbortController();
const expected: Expected[] = [];
let opened = 0;

/** Told when a page's target has gone, and when the browser has. */
type Watcher = { pageGone: (targetId: string) => void; browserGone: () => void };

/** Starts Chromium for this app, with its profile beside the app's own data. */
export async function startBrowser(
  userData: string,
  options: { headless: boolean; debuggable: boolean },
  watcher: Watcher,
): Promise<void> {
  const { signal } = ending;
  starting = startChromium(join(userData, "stand-in-chromium"), { ...options, signal });
  const chromium = await starting.catch((error: unknown) => {
    if (!signal.aborted) throw error;
    // Ended before it began, as a second instance is: the app never gets ready.
    return new Promise<never>(() => undefined);
  });
  const { browser } = chromium.cdp;
  browser.on("Target.attachedToTarget", (event: Attached) => attached(chromium, event));
  browser.on("Target.targetDestroyed", ({ targetId }: { targetId: string }) => watcher.pageGone(targetId));
  browser.on("Target.targetCrashed", ({ targetId, status }: { targetId: string; status: string }) => {
    const contents = WebContents.fromDevToolsTargetId(targetId);
    if (contents !== undefined) inner.crash(contents, status);
  });
  browser.on("Target.detachedFromTarget", ({ sessionId }: { sessionId: string }) => chromium.cdp.forget(sessionId));
  chromium.process.once("exit", () => {
    chromium.cdp.close();
    if (!signal.aborted) watcher.browserGone();
  });
  await browser.send("Target.setDiscoverTargets", { discover: true });
  await browser.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
}

/** Opens a page in a window of its own of that size. */
export function pageOpener(size: { width: number; height: number }): OpenPage {
  return async (attach) => {
    if (starting === undefined) throw new Error("Cannot create BrowserWindow before app is ready");
    const { cdp, headed, openAppWindow } = await starting;
    opened += 1;
    // The first page of a visible window names itself, so that it is known when it comes.
    const first = headed ? `data:text/html,<title>${process.pid}-${opened}</title>` : "about:blank";
    const found = new Promise<{ targetId: string; session: CdpSession }>((resolve) => {
      expected.push({
        matches: ({ url, openerId }) => openerId === undefined && (url === first || url === encodeURI(first)),
        attach: ({ targetId }, session) => {
          adoptChildren(cdp, attach(targetId, session).session, targetId);
          resolve({ targetId, session });
        },
      });
    });
    if (headed) openAppWindow(first);
    else await cdp.browser.send("Target.createTarget", { url: first, newWindow: true, ...size });
    const { targetId, session } = await found;
    await session.send("Runtime.runIfWaitingForDebugger");
    await fitContent(cdp.browser, targetId, session, size);
    return cdp.browser;
  };
}

/** A window of Chromium has a frame, and a bar where it has tabs; Electron's has next to nothing around its page. */
async function fitContent(
  browser: CdpSession,
  targetId: string,
  session: CdpSession,
  size: { width: number; height: number },
): Promise<void> {
  const { cssLayoutViewport: inside } = await session.send("Page.getLayoutMetrics");
  const { windowId, bounds } = await browser.send("Browser.getWindowForTarget", { targetId });
  const width = (bounds.width ?? size.width) + size.width - inside.clientWidth;
  const height = (bounds.height ?? size.height) + size.height - inside.clientHeight;
  await browser.send("Browser.setWindowBounds", { windowId, bounds: { width, height } });
}

/** Ends Chromium in order, so that what pages stored is on the disk; by force when it takes too long. */
export async function stopBrowser(): Promise<void> {
  ending.abort();
  const chromium = await starting?.catch(() => undefined);
  if (chromium === undefined || chromium.process.exitCode !== null) return;
  const gone = once(chromium.process, "exit");
  chromium.cdp.browser.send("Browser.close").catch(() => undefined);
  const inTime = await Promise.race([gone.then(() => true), wait(5000, false, { ref: false })]);
  if (!inTime) chromium.process.kill("SIGKILL");
  await gone;
}

/** Closes a page's window. */
export async function closeTarget(targetId: string): Promise<void> {
  const chromium = await starting;
  await chromium?.cdp.browser.send("Target.closeTarget", { targetId });
}

function attached(chromium: Chromium, { sessionId, targetInfo }: Attached): void {
  const session = chromium.cdp.session(sessionId);
  const at = expected.findIndex(({ matches }) => targetInfo.type === "page" && matches(targetInfo));
  const [match] = at < 0 ? [] : expected.splice(at, 1);
  if (match !== undefined) {
    match.attach(targetInfo, session);
    return;
  }
  const opener = targetInfo.openerId === undefined ? undefined : WebContents.fromDevToolsTargetId(targetInfo.openerId);
  if (targetInfo.type === "page" && opener !== undefined) {
    inner.askForWindow(opener);
    // A page that waits at its beginning holds the thread that it shares with its opener, and one that is closed while it
    // waits may hold it for ever: it goes on first. It may have closed itself by now.
    session.send("Runtime.runIfWaitingForDebugger").catch(() => undefined);
    chromium.cdp.browser.send("Target.closeTarget", { targetId: targetInfo.targetId }).catch(() => undefined);
    return;
  }
  session.send("Runtime.runIfWaitingForDebugger").catch(() => undefined);
}

/** Workers and frames of a page arrive at the session of what started them. */
function adoptChildren(cdp: Chromium["cdp"], parent: CdpSession, pageTarget: string): void {
  parent.on("Target.attachedToTarget", ({ sessionId }: Attached) => {
    const child = cdp.session(sessionId);
    adoptChildren(cdp, child, pageTarget);
    const contents = WebContents.fromDevToolsTargetId(pageTarget);
    if (contents !== undefined) void inner.adopt(contents, child);
  });
}
