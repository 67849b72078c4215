import type { CustomScheme } from "electron";

type Answer = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Answer>();
const shownSuffix = "app.invalid";

/**
 * A scheme of the app as Chromium is shown it: `app://local/x` becomes `https://local.app.invalid/x`, an address that no
 * network can answer. So the page is a secure context with an origin of its own and a browser enforces its policy;
 * what differs is what the page sees of itself: `location.origin` is the https one. Main always sees `app://…`.
 */
export function toShown(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url);
  const scheme = protocol.slice(0, -1);
  if (!handlers.has(scheme)) return url;
  const suffix = scheme === "app" ? shownSuffix : `${scheme}.${shownSuffix}`;
  return `https://${host}.${suffix}${pathname}${search}${hash}`;
}

/** The app's own address of what Chromium is shown; any other address stays as it is. */
export function toApp(url: string): string {
  return url.replace(/^https:\/\/([^/?#]+)\.app\.invalid(?=[/?#]|$)/, (_whole, host: string) => {
    const scheme = [...handlers.keys()].find((name) => host.endsWith(`.${name}`));
    return scheme === undefined ? `app://${host}` : `${scheme}://${host.slice(0, -scheme.length - 1)}`;
  });
}

/** What to intercept: whatever an own scheme is shown as. */
export const interceptedUrls = `https://*.${shownSuffix}/*`;

/** Lets the app's own function answer a request for an address that Chromium was shown. */
export async function answerFor(request: {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
}): Promise<{ status: number; headers: { name: string; value: string }[]; body: string }> {
  const url = toApp(request.url);
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) throw new Error(`No protocol.handle for ${url}`);
  const init = { method: request.method, headers: request.headers, body: request.body ?? null };
  const response = await handler(new Request(url, init));
  return {
    status: response.status,
    headers: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString("base64"),
  };
}

/** Electron's `protocol`. Privileges are taken as read: https has all of them. */
export const protocol = {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    for (const { scheme } of schemes) {
      if (!/^[a-z][a-z0-9+.-]*$/.test(scheme)) throw new TypeError(`Not a scheme: ${scheme}`);
    }
  },
  handle(scheme: string, handler: Answer): void {
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} is handled already`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
  isProtocolHandled(scheme: string): boolean {
    return handlers.has(scheme);
  },
};
