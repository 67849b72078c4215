import { appErrorOf, type AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { BearerSource } from "../bsg/calls.ts";
import type { Login } from "../bsg/login.ts";
import { claimsOf } from "./jwt.ts";

/** A JWT is refreshed when this much of it is left, or a tenth of its life where that is less. */
const refreshBefore = 5 * 60_000;

type Token = { bearer: string; id: string | null; refreshAt: number; end: number };

/**
 * The JWT of one key, only ever in memory: logged in when first asked for, refreshed shortly before its end, logged in
 * again after it. Callers who ask at the same time share one login.
 * @param now ms since 1970, by this computer's clock, which may be wrong.
 */
export function createSession(key: string, login: Login, now: () => number): BearerSource {
  let token: Token | null = null;
  let pending: Promise<Result<Token, AppError>> | null = null;

  function share(work: () => Promise<Result<Token, AppError>>): Promise<Result<Token, AppError>> {
    pending ??= work().finally(() => {
      pending = null;
    });
    return pending;
  }

  async function keep(bearer: Result<string, AppError>): Promise<Result<Token, AppError>> {
    if (!bearer.ok) return bearer;
    token = tokenOf(bearer.value, now());
    return ok(token);
  }

  const logIn = () => share(async () => keep(await login.withKey(key)));

  const refresh = (old: Token) =>
    share(async () => {
      const refreshed = await keep(await login.withBearer(old.bearer));
      if (refreshed.ok) return refreshed;
      const again = await keep(await login.withKey(key));
      // The old one is good until its end: a network that is down now may be back by then.
      return again.ok || again.error.code === "key.refused" ? again : ok(old);
    });

  function current(): Promise<Result<Token, AppError>> {
    if (pending !== null) return pending;
    if (token === null || now() >= token.end) return logIn();
    return now() >= token.refreshAt ? refresh(token) : Promise.resolve(ok(token));
  }

  return {
    async bearer() {
      const usable = await current();
      return usable.ok ? ok(usable.value.bearer) : usable;
    },
    async identity() {
      const usable = await current();
      if (!usable.ok) return usable;
      const { id } = usable.value;
      return id === null ? err(appErrorOf("service.malformed", { reason: "no id claim" })) : ok(id);
    },
    async renew(refused) {
      const replaced = refused ?? token?.bearer;
      if (pending !== null) await pending;
      if (token !== null && token.bearer !== replaced) return ok(token.bearer);
      const renewed = await logIn();
      return renewed.ok ? ok(renewed.value.bearer) : renewed;
    },
  };
}

/**
 * When a JWT just received ends by this computer's clock. Its own life is counted from now where it says it; an end
 * that lies in the past already tells that the clock is wrong, and then only a 401 ends the JWT.
 */
function tokenOf(bearer: string, now: number): Token {
  const { id, life, end } = claimsOf(bearer);
  const left = life ?? (end === null ? 0 : end - now);
  if (left <= 0) return { bearer, id, refreshAt: Infinity, end: Infinity };
  return { bearer, id, refreshAt: now + left - Math.min(refreshBefore, left / 10), end: now + left };
}
