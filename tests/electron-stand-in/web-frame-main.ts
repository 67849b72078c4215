import { toApp } from "./protocol.ts";

/** Electron's `WebFrameMain`: one frame of a page, the same object for as long as the frame lives. */
export class WebFrameMain {
  readonly parent: WebFrameMain | null;
  readonly #shown: { url: string } = { url: "about:blank" };

  constructor(parent: WebFrameMain | null, shown: { url: string }) {
    this.parent = parent;
    this.#shown = shown;
  }

  /** As the app named it, such as `app://local/index.html`. */
  get url(): string {
    return toApp(this.#shown.url);
  }

  get origin(): string {
    const { protocol, host, origin } = new URL(this.url);
    return origin === "null" && host !== "" ? `${protocol}//${host}` : origin;
  }

  get top(): WebFrameMain {
    return this.parent?.top ?? this;
  }
}
