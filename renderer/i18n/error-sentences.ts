import type { ErrorCode } from "../../shared/errors.ts";

/** The three sentences of a refusal: what happened, what it means for the campaign, what to do. */
export type ErrorSentences = readonly [what: string, means: string, todo: string];

type Key = `error.${ErrorCode}.${"what" | "means" | "do"}`;

/** Turns the table of refusals into flat keys, as the other namespaces have them. */
export function errorKeys(table: Record<ErrorCode, ErrorSentences>): Record<Key, string> {
  const keys = Object.entries(table).flatMap(([code, [what, means, todo]]) => [
    [`error.${code}.what`, what],
    [`error.${code}.means`, means],
    [`error.${code}.do`, todo],
  ]);
  return Object.fromEntries(keys) as Record<Key, string>;
}
