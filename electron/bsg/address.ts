import { isIPv4 } from "node:net";

/** Whether a host name, as `URL.hostname` gives it, is this computer: `localhost`, 127.0.0.0/8 or `[::1]`. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || (isIPv4(hostname) && hostname.startsWith("127."));
}

/** Whether the key may travel to this address: https anywhere, http only within this computer. */
export function mayCarryTheKey(url: URL): boolean {
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopbackHost(url.hostname));
}
