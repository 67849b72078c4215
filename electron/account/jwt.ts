import { z } from "zod";

/** What the program reads of a JWT. Its signature is the service's business. */
export type Claims = {
  /** The account; null when the service names none. */
  id: string | null;
  /** Milliseconds from its making to its end; null when it names no end. */
  life: number | null;
  /** Its end, ms since 1970; null when it names none. */
  end: number | null;
};

const seconds = z.number().nullable().catch(null);
const payload = z.object({
  id: z
    .union([z.string().min(1), z.number().int().transform(String)])
    .nullable()
    .catch(null),
  iat: seconds,
  exp: seconds,
});

/** Reads the claims `id`, `iat` and `exp`; all null when it is not a JWT. */
export function claimsOf(jwt: string): Claims {
  const { id, iat, exp } = payload.safeParse(payloadOf(jwt)).data ?? { id: null, iat: null, exp: null };
  return { id, life: exp === null || iat === null ? null : (exp - iat) * 1000, end: exp === null ? null : exp * 1000 };
}

function payloadOf(jwt: string): unknown {
  const [, body = ""] = jwt.split(".");
  try {
    return JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
