import type { z } from "zod";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Http, HttpAnswer, HttpRequest } from "./http.ts";
import { commonHeaders, jsonHeaders } from "./login.ts";
import type { Answer, Refusal } from "./port.ts";
import { refusalOf } from "./refusals.ts";

/** Who the calls are made for. Kept by `electron/account/session.ts`. */
export interface BearerSource {
  /** A JWT that is not about to expire, logging in if there is none. */
  bearer(): Promise<Result<string, AppError>>;
  /** The JWT's `id` claim. */
  identity(): Promise<Result<string, AppError>>;
  /**
   * Another JWT by the key.
   * @param refused the one that was answered 401; where somebody else has replaced it already, nothing is asked.
   */
  renew(refused?: string): Promise<Result<string, AppError>>;
}

/** One call: a method, a path below the base with its query, and for a POST the body. */
export type Call = { method: HttpRequest["method"]; path: string; body?: unknown };

/** What a call answered, read by its schema; `date` is the `Date` header. */
export type Read<T> = { value: T; date: string | null };

/** Makes one call and reads its answer by a schema. */
export type Calls = <T>(call: Call, schema: z.ZodType<T>) => Answer<Read<T>>;

/**
 * Reads and small POSTs in the name of an account. A 401 is answered by one login and one more try; a second 401 is
 * `key.refused`. Never for campaign POSTs.
 */
export function createCalls(
  base: string,
  http: Http,
  session: BearerSource,
  onDate: (date: string) => void = () => {},
): Calls {
  const ask = async ({ method, path, body }: Call, bearer: string): Promise<Result<HttpAnswer, AppError>> => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { ...(body === undefined ? commonHeaders : jsonHeaders), authorization: `Bearer ${bearer}` };
    const answer = await http.ask({ method, url: new URL(path, base), headers, ...content });
    if (answer.ok && answer.value.date !== null) onDate(answer.value.date);
    return answer;
  };
  return async (call, schema) => {
    const bearer = await session.bearer();
    if (!bearer.ok) return bearer;
    let answer = await ask(call, bearer.value);
    if (answer.ok && answer.value.status === 401) {
      const renewed = await session.renew(bearer.value);
      if (!renewed.ok) return renewed;
      answer = await ask(call, renewed.value);
    }
    return answer.ok ? readAnswer(answer.value, schema) : answer;
  };
}

function readAnswer<T>(answer: HttpAnswer, schema: z.ZodType<T>): Result<Read<T>, Refusal> {
  const read = answer.status < 300 && answer.json !== undefined ? schema.safeParse(answer.json) : null;
  if (read?.success !== true) return err(refusalOf(answer));
  return ok({ value: read.data, date: answer.date });
}
