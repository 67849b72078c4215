import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { protocol } from "electron";
import { contentSecurityPolicy, newNonce } from "./content-security-policy.ts";

/** The only origin whose pages are ours. */
export const appOrigin = "app://local";
/** The page of the program. */
export const appPage = `${appOrigin}/index.html`;

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

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

/**
 * Answers for a fixed map of files: GET only, exact paths only, so that no path can walk out of the folder.
 * Every answer carries the policy; the page gets its nonce in the place that index.html keeps for it.
 */
export function appAnswers(folder: string): (request: Request) => Promise<Response> {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && types[extname(entry.name)] !== undefined)
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [`${appOrigin}/${file.slice(folder.length + 1).replaceAll("\\", "/")}`, file];
      }),
  );
  return async (request) => {
    const nonce = newNonce();
    const headers = {
      "Content-Security-Policy": contentSecurityPolicy(nonce),
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cache-Control": "no-store",
    };
    const file = files.get(request.url);
    if (request.method !== "GET" || file === undefined) return new Response(null, { status: 404, headers });
    const type = types[extname(file)] ?? "application/octet-stream";
    const bytes = await readFile(file);
    const body =
      extname(file) === ".html" ? bytes.toString("utf8").replaceAll("__NONCE__", nonce) : new Uint8Array(bytes);
    return new Response(body, { headers: { ...headers, "Content-Type": type } });
  };
}
