import type { AppError } from "../../shared/errors.ts";
import { err } from "../../shared/result.ts";
import type { Http } from "./http.ts";

/** A network that is never used: where the address of the service is one that the key must not go to. */
export function createRefusingHttp(why: AppError): Http {
  return {
    ask: async () => err(why),
    postCampaign: async () => ({ kind: "not-begun", why }),
  };
}
