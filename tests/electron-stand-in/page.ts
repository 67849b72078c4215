import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { CdpSession } from "./cdp.ts";
import { cloning } from "./cloning.ts";
import type { ToMain, ToPreload } from "./in-page/preload-world.ts";
import { pageScript, preloadScript } from "./in-page/scripts.ts";
import { answerFor, interceptedUrls } from "./protocol.ts";
import { WebFrameMain } from "./web-frame-main.ts";

type FrameInfo = { id: string; parentId?: string; url: string; urlFragment?: string };
type Paused = {
  requestId: string;
  request: { url: string; method: string; headers: Record<string, string>; postData?: string };
  frameId: string;
  resourceType: string;
  redirectedRequestId?: string;
};

/** What a page asks or tells the `WebContents` that it belongs to. */
export type PageHost = {
  received: (frame: WebFrameMain, message: ToMain) => void;
  mayNavigate: (url: string, frame: WebFrameMain | null, redirected: boolean) => boolean;
  windowWanted: (url: string) => void;
  loaded: () => void;
};

/** One page of Chromium, made ready for the app: its own scheme answered, its preload in an isolated world. */
export class Page {
  readonly targetId: string;
  readonly session: CdpSession;
  readonly mainFrame: WebFrameMain;
  readonly #host: PageHost;
  readonly #frames = new Map<string, { frame: WebFrameMain; shown: { url: string } }>();
  /** Random, so that a page can neither guess the bridge's events nor the binding. */
  readonly #secret = `standIn${randomBytes(12).toString("hex")}`;
  #preloadContext: { id: number; frame: WebFrameMain } | undefined;
  #expected: string | undefined;

  constructor(targetId: string, session: CdpSession, host: PageHost) {
    this.targetId = targetId;
    this.session = session;
    this.#host = host;
    // The main frame of a target has the target's own id.
    this.mainFrame = this.#frame({ id: targetId, url: "about:blank" });
    this.#followFrames();
    this.#listenToPreload();
    session.on("Page.loadEventFired", () => host.loaded());
    session.on("Page.windowOpen", ({ url }: { url: string }) => host.windowWanted(url));
    session.on("Fetch.requestPaused", (paused: Paused) => void this.#answer(session, paused));
  }

  /** Puts everything in place in a page that still waits at its beginning, then lets it go. */
  async prepare(preload: string | undefined): Promise<void> {
    const { session } = this;
    const scripts =
      preload === undefined
        ? []
        : [
            session.send("Runtime.addBinding", { name: this.#secret, executionContextName: this.#secret }),
            session.send("Page.addScriptToEvaluateOnNewDocument", { source: pageScript(this.#secret) }),
            session.send("Page.addScriptToEvaluateOnNewDocument", {
              source: preloadScript(this.#secret, this.#secret, readFileSync(preload, "utf8")),
              worldName: this.#secret,
            }),
          ];
    await Promise.all([
      session.send("Page.enable"),
      session.send("Runtime.enable"),
      session.send("Fetch.enable", {
        patterns: [{ urlPattern: interceptedUrls }, { urlPattern: "*", resourceType: "Document" }],
      }),
      session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      ...scripts,
      session.send("Runtime.runIfWaitingForDebugger"),
    ]);
  }

  /** A worker or a frame of another process: its requests for the app's scheme are answered in the same way. */
  async adopt(child: CdpSession): Promise<void> {
    child.on("Fetch.requestPaused", (paused: Paused) => void this.#answer(child, paused));
    await Promise.allSettled([
      // Not every kind of target knows these; what the page's own session sees is enough for those.
      child.send("Fetch.enable", { patterns: [{ urlPattern: interceptedUrls }] }),
      child.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      child.send("Runtime.runIfWaitingForDebugger"),
    ]);
  }

  /** Goes to an address because main says so. */
  async navigate(shown: string): Promise<void> {
    this.#expected = shown;
    const { errorText } = await this.session.send("Page.navigate", { url: shown });
    if (errorText !== undefined && errorText !== "") throw new Error(errorText);
  }

  async reload(): Promise<void> {
    this.#expected = this.#frames.get(this.targetId)?.shown.url;
    await this.session.send("Page.reload");
  }

  /** Hands a message to the preload, when the page has one now. */
  async tell(message: ToPreload): Promise<void> {
    const context = this.#preloadContext?.id;
    if (context === undefined) return;
    const packed = cloning.pack(message);
    await this.session
      .send("Runtime.callFunctionOn", {
        functionDeclaration: `(packed) => { ${this.#secret}Receive(packed); }`,
        executionContextId: context,
        arguments: [{ value: packed }],
      })
      .catch((error: unknown) => {
        // A document that went away in the meantime gets nothing more, as in Electron.
        if (this.#preloadContext?.id === context) throw error;
      });
  }

  #followFrames(): void {
    const { session } = this;
    session.on("Page.frameAttached", ({ frameId, parentFrameId }: { frameId: string; parentFrameId: string }) => {
      this.#frame({ id: frameId, parentId: parentFrameId, url: "about:blank" });
    });
    session.on("Page.frameNavigated", ({ frame }: { frame: FrameInfo }) => {
      this.#frame(frame);
    });
    session.on("Page.navigatedWithinDocument", ({ frameId, url }: { frameId: string; url: string }) => {
      const known = this.#frames.get(frameId);
      if (known !== undefined) known.shown.url = url;
    });
    session.on("Page.frameDetached", ({ frameId, reason }: { frameId: string; reason: string }) => {
      if (reason === "remove") this.#frames.delete(frameId);
    });
  }

  #frame(info: FrameInfo): WebFrameMain {
    const url = info.url + (info.urlFragment ?? "");
    const known = this.#frames.get(info.id);
    if (known !== undefined) {
      known.shown.url = url;
      return known.frame;
    }
    const parent = info.parentId === undefined ? undefined : this.#frames.get(info.parentId);
    const shown = { url };
    const frame = new WebFrameMain(parent?.frame ?? null, shown);
    this.#frames.set(info.id, { frame, shown });
    return frame;
  }

  #listenToPreload(): void {
    type Context = { id: number; name: string; auxData?: { frameId?: string } };
    const { session } = this;
    session.on("Runtime.executionContextCreated", ({ context }: { context: Context }) => {
      if (context.name !== this.#secret || context.auxData?.frameId !== this.targetId) return;
      this.#preloadContext = { id: context.id, frame: this.mainFrame };
    });
    session.on("Runtime.executionContextDestroyed", ({ executionContextId }: { executionContextId: number }) => {
      if (this.#preloadContext?.id === executionContextId) this.#preloadContext = undefined;
    });
    session.on("Runtime.executionContextsCleared", () => {
      this.#preloadContext = undefined;
    });
    type Called = { name: string; payload: string; executionContextId: number };
    session.on("Runtime.bindingCalled", ({ name, payload, executionContextId }: Called) => {
      const context = this.#preloadContext;
      if (name !== this.#secret || context?.id !== executionContextId) return;
      this.#host.received(context.frame, cloning.unpack(payload) as ToMain);
    });
  }

  async #answer(session: CdpSession, paused: Paused): Promise<void> {
    const { requestId, request, resourceType } = paused;
    try {
      if (resourceType === "Document" && !this.#mayNavigate(paused)) {
        await session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" });
      } else if (/^https:\/\/[^/]+\.app\.invalid\//.test(request.url)) {
        const answer = await answerFor({ ...request, body: request.postData });
        await session.send("Fetch.fulfillRequest", {
          requestId,
          responseCode: answer.status,
          responseHeaders: answer.headers,
          body: answer.body,
        });
      } else {
        await session.send("Fetch.continueRequest", { requestId });
      }
    } catch (error) {
      // A page that was closed or left in the meantime wants no answer; anything else is the app's own failure.
      const refused = session.send("Fetch.failRequest", { requestId, errorReason: "Failed" });
      const wanted = await refused.then(
        () => true,
        () => false,
      );
      if (wanted) console.error(error);
    }
  }

  #mayNavigate({ request, frameId, redirectedRequestId }: Paused): boolean {
    const redirected = redirectedRequestId !== undefined;
    if (frameId === this.targetId && !redirected && request.url === withoutHash(this.#expected)) {
      this.#expected = undefined;
      return true;
    }
    // Electron asks `will-navigate` about main frames only.
    if (frameId !== this.targetId) return true;
    return this.#host.mayNavigate(request.url, this.#frames.get(frameId)?.frame ?? null, redirected);
  }
}

function withoutHash(url: string | undefined): string | undefined {
  return url?.split("#")[0];
}
