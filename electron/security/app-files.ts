import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { contentSecurityPolicy, newNonce } from "./content-security-policy.ts";

/** The only origin whose pages are ours. */
export const appOrigin = "app://local";
/** The page of the program. */
export const appPage = `${appOrigin}/index.html`;

/** The page on the draft that an address names; the page alone for any other address. */
export function draftPage(address: string): string {
  const fragment = address.startsWith(appPage) ? address.slice(appPage.length) : "";
  return /^#draft\/[\w-]{1,60}(\/[\w.!~*'()%-]{1,3100})?$/.test(fragment) ? appPage + fragment : appPage;
}

/** The page that does at once what was chosen in the menu while there was no window. */
export function menuPage(command: string): string {
  return `${appPage}#menu/${command}`;
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** The list worker, whose kernel is WebAssembly. The page, which people and drafts are shown in, compiles nothing. */
const listWorker = /^app:\/\/local\/assets\/worker-[\w-]+\.js$/;

/**
 * Answers for the files that are in `folder` now, and nothing else: GET only, exact addresses only, so that no path
 * can walk out of it. Every answer carries the policy (a worker takes the policy of its own answer); the page gets a
 * fresh nonce in the place that index.html keeps for it.
 */
export function appAnswers(folder: string): (request: Request) => Promise<Response> {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && types[extname(entry.name)] !== undefined)
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [`${appOrigin}/${relative(folder, file).split(sep).join("/")}`, file];
      }),
  );
  return async (request) => {
    const nonce = newNonce();
    const headers = {
      "Content-Security-Policy": contentSecurityPolicy(nonce, { compiles: listWorker.test(request.url) }),
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cache-Control": "no-store",
    };
    // What is behind the # is the page's own business.
    const file = files.get(request.url.replace(/#.*$/s, ""));
    if (request.method !== "GET" || file === undefined) return new Response(null, { status: 404, headers });
    const type = types[extname(file)] ?? "application/octet-stream";
    const bytes = await readFile(file);
    const page = type.startsWith("text/html");
    const body = page ? bytes.toString("utf8").replaceAll("__NONCE__", nonce) : new Uint8Array(bytes);
    return new Response(body, { headers: { ...headers, "Content-Type": type } });
  };
}
