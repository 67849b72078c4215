import { appErrorOf, type AppError } from "../../shared/errors.ts";

/** Ended by one of our own time limits. */
export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError";
}

const unreachable = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAI_NODATA",
  "EAI_NONAME",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "ENETUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
]);

/** Codes of OpenSSL's verification and of Node's TLS layer. */
const untrusted =
  /^(CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|HOSTNAME_MISMATCH|ERR_TLS_|ERR_SSL_|EPROTO$)/;

/**
 * Says in our terms what ended a connection. Only the code of the failure is passed on, never its message, which may
 * quote an address or a header.
 */
export function networkErrorOf(failure: unknown): AppError {
  if (failure instanceof TimeLimitError) return appErrorOf("network.timeout");
  const code = codeOf(failure);
  if (code === "ETIMEDOUT") return appErrorOf("network.timeout");
  if (unreachable.has(code)) return appErrorOf("network.down", { reason: code });
  if (untrusted.test(code)) return appErrorOf("network.tls", { reason: code });
  return appErrorOf("network.broken", { reason: code });
}

function codeOf(failure: unknown): string {
  const code: unknown = failure instanceof Error ? Reflect.get(failure, "code") : undefined;
  return typeof code === "string" ? code : "";
}
