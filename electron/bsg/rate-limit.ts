import type { IncomingHttpHeaders } from "node:http";

const second = 1000;
/** Whoever asks for longer is not believed: nothing of ours would be followed for days. */
const longest = 60 * 60 * second;

/**
 * How long (ms) an answer asks to wait before the next request: `Retry-After` in seconds or as a date (RFC 9110,
 * 10.2.3), or the reset of a rate limit of which nothing is left. 0: it asks for nothing. The service documents neither.
 */
export function askedWait(headers: IncomingHttpHeaders): number {
  const asked = Math.max(retryAfter(headers), limitReset(headers));
  return Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), longest);
}

function retryAfter({ "retry-after": value, date }: IncomingHttpHeaders): number {
  if (value === undefined) return 0;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * second;
  // Against the service's own clock: the computer's may be off by hours.
  const wait = Date.parse(value) - Date.parse(date ?? "");
  return Number.isNaN(wait) ? 0 : wait;
}

function limitReset(headers: IncomingHttpHeaders): number {
  for (const prefix of ["ratelimit-", "x-ratelimit-"]) {
    if (headerOf(headers, `${prefix}remaining`) !== 0) continue;
    const reset = headerOf(headers, `${prefix}reset`);
    // Seconds from now, or a moment in seconds since 1970: both are in use.
    if (reset !== null) return reset < 1e9 ? reset * second : reset * second - Date.parse(headers.date ?? "");
  }
  return 0;
}

function headerOf(headers: IncomingHttpHeaders, name: string): number | null {
  const value = headers[name];
  return typeof value === "string" && /^\s*\d+\s*$/.test(value) ? Number(value) : null;
}
