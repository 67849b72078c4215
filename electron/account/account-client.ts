import { createBsgClient } from "../bsg/client.ts";
import type { Http } from "../bsg/http.ts";
import { createLogin } from "../bsg/login.ts";
import type { BsgClient } from "../bsg/port.ts";
import { createSession } from "./session.ts";

export type AccountClientOptions = {
  /** Such as `https://one-api.bsg.world`. */
  base: string;
  http: Http;
  /** This computer's clock, ms since 1970. */
  now: () => number;
  /** Told the `Date` header of every answer. */
  onDate?: (date: string) => void;
};

/** A client that speaks in the name of one key: the client, the login and the session put together. */
export function accountClient(key: string, { base, http, now, onDate }: AccountClientOptions): BsgClient {
  const told = onDate === undefined ? {} : { onDate };
  const session = createSession(key, createLogin({ base, http, ...told }), now);
  return createBsgClient({ base, http, session, ...told });
}
