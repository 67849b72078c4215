import { appErrorOf, type AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { isLoopbackHost, mayCarryTheKey } from "../bsg/address.ts";

const serviceUrl = "https://one-api.bsg.world";

/**
 * Where the service is: its own address, or what `BSG_API_URL` says instead.
 * @param override the variable's value, if it is set; https or loopback, and of a packaged program loopback only:
 *   any other address could be somebody's who wants the key.
 * @returns the origin without a slash at the end, or `network.address`.
 */
export function baseUrl(override: string | undefined, packaged: boolean): Result<string, AppError> {
  if (override === undefined || override === "") return ok(serviceUrl);
  const url = URL.parse(override);
  if (url === null || !mayCarryTheKey(url)) return err(appErrorOf("network.address"));
  if (packaged && !isLoopbackHost(url.hostname)) return err(appErrorOf("network.address"));
  const isBare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username + url.password === "";
  return isBare ? ok(url.origin) : err(appErrorOf("network.address"));
}
