import type { ListWorker, Progress } from "./protocol.ts";

export type ListMethod = keyof ListWorker;

/** A call of the window; `id` comes back with its answer. */
export type ListRequest = { [M in ListMethod]: { id: number; method: M; args: Parameters<ListWorker[M]> } }[ListMethod];

/** What the worker says: the answer to a call, that it failed for a reason nobody expected, or how far it is. */
export type ListReply =
  | { kind: "answer"; id: number; value: unknown }
  | { kind: "failure"; id: number; message: string }
  | { kind: "progress"; id: number; progress: Progress };
