import { createSecureContext, getCACertificates, type SecureContext } from "node:tls";

/**
 * Whom to trust: Node's own list with what the system trusts beside it, because offices that inspect TLS put their
 * certificate there. Made once on first use; reading a system's store takes a noticeable moment.
 * @param extra further certificates in PEM, for tests.
 */
export function trustedCertificates(extra: readonly string[] = []): () => SecureContext {
  let context: SecureContext | null = null;
  return () => (context ??= contextTrusting(extra));
}

function contextTrusting(extra: readonly string[]): SecureContext {
  const certificates = new Set([...getCACertificates("default"), ...getCACertificates("system"), ...extra]);
  return createSecureContext({ ca: [...certificates], minVersion: "TLSv1.2" });
}
