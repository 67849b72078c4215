import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Http } from "./http.ts";
import { refusalOf } from "./refusals.ts";
import { answers } from "./schema.ts";

/** The two calls that answer with a JWT. */
export interface Login {
  /** A JWT for a key; `key.refused` when the service does not know the key. */
  withKey(key: string): Promise<Result<string, AppError>>;
  /** A JWT for one that is about to expire. */
  withBearer(bearer: string): Promise<Result<string, AppError>>;
}

export type LoginOptions = {
  /** Such as `https://one-api.bsg.world`. */
  base: string;
  http: Http;
  /** Told the `Date` header of every answer. */
  onDate?: (date: string) => void;
};

/** Headers that every request carries. */
export const commonHeaders = { accept: "application/json", "user-agent": "Campaign Desk" };
/** Headers of a request with a JSON body. */
export const jsonHeaders = { ...commonHeaders, "content-type": "application/json" };

/** Logs in at one service. Nothing is kept here: that is the session's part. */
export function createLogin({ base, http, onDate }: LoginOptions): Login {
  const ask = async (
    path: string,
    headers: Record<string, string>,
    body: string,
  ): Promise<Result<string, AppError>> => {
    const url = new URL(path, base);
    const answer = await http.ask({ method: "POST", url, headers: { ...jsonHeaders, ...headers }, body });
    if (!answer.ok) return answer;
    const { status, json, date } = answer.value;
    if (date !== null) onDate?.(date);
    const bearer = status < 300 ? answers.bearer.safeParse(json).data : undefined;
    if (bearer !== undefined) return ok(bearer);
    const { code, params } = refusalOf({ status, json });
    return err({ code, params });
  };
  return {
    async withKey(key) {
      const bearer = await ask("/api/auth/login", {}, JSON.stringify({ api_key: key }));
      if (bearer.ok || !saysNoToTheKey(bearer.error)) return bearer;
      return err(appErrorOf("key.refused", bearer.error.params));
    },
    withBearer: (bearer) => ask("/api/auth/refresh", { authorization: `Bearer ${bearer}` }, ""),
  };
}

/** To a login the service may answer "no" with any 4xx of its own: no document says which. */
function saysNoToTheKey({ code }: AppError): boolean {
  return code === "service.refused" || code === "service.not-found" || code === "key.refused";
}
