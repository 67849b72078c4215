import { protocol } from "electron";
import { appAnswers } from "./app-files.ts";

/** Must run before the app is ready: `app:` gets an origin of its own and counts as a secure context. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built window from `folder`, and nothing that was not in it when the program started. */
export function serveAppProtocol(folder: string): void {
  protocol.handle("app", appAnswers(folder));
}
