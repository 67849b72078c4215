import { randomBytes } from "node:crypto";

/** A fresh, unguessable nonce for one load of the page (CSP Level 3 asks for at least 128 bits). */
export function newNonce(): string {
  return randomBytes(18).toString("base64");
}

/**
 * The policy of every answer of `app://`, workers included: only what is bundled runs, and nothing reaches a network.
 * The nonce allows the component kit's own style elements; scripts have none. `compiles`: WebAssembly may be compiled,
 * which lets no text become a script (CSP Level 3, `wasm-unsafe-eval`).
 */
export function contentSecurityPolicy(nonce: string, { compiles }: { compiles: boolean }): string {
  return [
    "default-src 'none'",
    compiles ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
