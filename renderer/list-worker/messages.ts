import type { LatinStandard } from "../../shared/message/latin.ts";
import type { ListWorker, Progress } from "./protocol.ts";

export type ListMethod = keyof ListWorker;

/** A counting is watched by its id: nothing but what is counted can be posted. */
type PostedArgs<M extends ListMethod> = M extends "tally"
  ? [text: string, latin: LatinStandard | null]
  : M extends "foreseeReplace"
    ? [edit: Parameters<ListWorker[M]>[0]]
    : Parameters<ListWorker[M]>;

/** A call of the window; `id` comes back with its answer. `abandon` ends the counting with that id and has no answer. */
export type ListRequest =
  | { [M in ListMethod]: { id: number; method: M; args: PostedArgs<M> } }[ListMethod]
  | { id: number; method: "abandon" };

/** What the worker says: the answer to a call, that it failed for a reason nobody expected, or how far it is. */
export type ListReply =
  | { kind: "answer"; id: number; value: unknown }
  | { kind: "failure"; id: number; message: string }
  | { kind: "progress"; id: number; progress: Progress }
  /** How far a counting is. */
  | { kind: "counting"; id: number; done: number; total: number };
