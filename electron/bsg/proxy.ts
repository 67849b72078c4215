/** One way to the service, as the system's proxy settings name it. */
export type ProxyRoute =
  | { kind: "direct" }
  | { kind: "proxy"; secure: boolean; host: string; port: number }
  | { kind: "unsupported"; scheme: string };

/**
 * Reads the answer of the system's proxy resolution (the format of a PAC script's result).
 * @param answer such as "DIRECT" or "PROXY proxy.example:8080; DIRECT"; the entries are to be tried in order.
 */
export function proxyRoutes(answer: string): ProxyRoute[] {
  const entries = answer
    .split(";")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  return entries.length === 0 ? [{ kind: "direct" }] : entries.map(routeOf);
}

function routeOf(entry: string): ProxyRoute {
  const [word = "", address = ""] = entry.split(/\s+/);
  const scheme = word.toUpperCase();
  if (scheme === "DIRECT") return { kind: "direct" };
  const secure = scheme === "HTTPS";
  const parsed = secure || scheme === "PROXY" ? URL.parse(`${secure ? "https" : "http"}://${address}`) : null;
  if (parsed === null) return { kind: "unsupported", scheme };
  const port = parsed.port === "" ? (secure ? 443 : 80) : Number(parsed.port);
  return { kind: "proxy", secure, host: bareHost(parsed.hostname), port };
}

/** The host of a URL as sockets want it: an IPv6 address without its brackets. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}
