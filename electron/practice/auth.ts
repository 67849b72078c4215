import { createHmac, timingSafeEqual } from "node:crypto";

/** Who a JWT belongs to, or why it is refused, in the service's words. */
export type TokenReading = { account: number } | { refused: string };

export const tokenRefusals = {
  missing: "JWT Token not found",
  invalid: "Invalid JWT Token",
  expired: "Expired JWT Token",
} as const;

const header = encode({ alg: "HS256", typ: "JWT" });

/** A JWT for an account with the claims `id`, `iat` and `exp` (seconds). Moments in ms. */
export function issueToken(secret: string, account: number, now: number, lifeSeconds: number): string {
  const issued = Math.floor(now / 1000);
  const payload = `${header}.${encode({ id: account, iat: issued, exp: issued + Math.ceil(lifeSeconds) })}`;
  return `${payload}.${sign(secret, payload)}`;
}

/** Reads an `Authorization` header. */
export function readToken(secret: string, authorization: string | undefined, now: number): TokenReading {
  const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
  if (token === undefined) return { refused: tokenRefusals.missing };
  const [head, body, signature] = token.split(".");
  if (body === undefined || signature === undefined) return { refused: tokenRefusals.invalid };
  if (!same(signature, sign(secret, `${head}.${body}`))) return { refused: tokenRefusals.invalid };
  const claims: unknown = JSON.parse(Buffer.from(body, "base64url").toString());
  if (!isClaims(claims)) return { refused: tokenRefusals.invalid };
  return claims.exp * 1000 <= now ? { refused: tokenRefusals.expired } : { account: claims.id };
}

function isClaims(value: unknown): value is { id: number; exp: number } {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "number" &&
    "exp" in value &&
    typeof value.exp === "number"
  );
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** The last signature: one token comes with every request. */
let signed = { secret: "", payload: "", signature: "" };

function sign(secret: string, payload: string): string {
  if (signed.secret === secret && signed.payload === payload) return signed.signature;
  const signature = createHmac("sha256", secret).update(payload).digest("base64url");
  signed = { secret, payload, signature };
  return signature;
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
