import { app, type Event, type WebContents } from "electron";

const refuse = (event: Event): void => {
  event.preventDefault();
};

/** No page of this program ever goes anywhere: navigation, redirects, new windows and webviews are all refused. */
export function forbidNavigation(): void {
  app.on("web-contents-created", (_event: Event, contents: WebContents) => {
    contents.on("will-navigate", refuse);
    contents.on("will-redirect", refuse);
    contents.on("will-attach-webview", refuse);
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}
