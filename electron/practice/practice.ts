import type { Store } from "./store.ts";
import type { PracticeSwitches } from "./switches.ts";

/** What every handler works with. */
export type Practice = {
  readonly store: Store;
  readonly seed: number;
  /** Whether a new account has campaigns from before. */
  readonly past: boolean;
  /** The service's clock, ms. */
  now: () => number;
  switches: () => PracticeSwitches;
};

/** One request after its token was read. */
export type Call = {
  practice: Practice;
  account: number;
  query: URLSearchParams;
  /** What stood for `{id}` in the path. */
  id: number;
  /** The parsed JSON of the body; undefined where there was none. */
  body: unknown;
};
