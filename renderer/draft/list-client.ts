import { appErrorOf } from "../../shared/errors.ts";
import { err } from "../../shared/result.ts";
import type { ListMethod, ListReply, ListRequest } from "../list-worker/messages.ts";
import type { CountingWatch, ListWorker, Progress } from "../list-worker/protocol.ts";

/** The list worker as the window uses it. */
export type ListClient = ListWorker & {
  /** Starts the worker, where there is none, before it is asked anything: it rehearses until then. */
  getReady: () => void;
  /** Listens to the progress of long acts until the answered function is called. */
  onProgress: (listener: (progress: Progress) => void) => () => void;
  /**
   * Ends what is under way: the worker is stopped and a fresh one, without content, takes its place at the next call. A reading that
   * was under way answers `file.gave-up`; every other call fails.
   */
  cancel: () => void;
  /** Ends the worker for good: what is asked from now on fails. */
  end: () => void;
  /** Whether what was read is gone with its worker: until something is read again every other call fails. */
  isLost: () => boolean;
  /** Listens to workers that die with what they had read, until the answered function is called. */
  onLost: (listener: () => void) => () => void;
};

/** A running worker, as the client sees it. */
export type RunningWorker = { post(request: ListRequest): void; terminate(): void };

/** Starts a worker; `receive` gets what it says, `failed` is called when it dies. */
export type StartWorker = (receive: (reply: ListReply) => void, failed: () => void) => RunningWorker;

type Opened = Awaited<ReturnType<ListWorker["open"]>>;

type Pending = {
  method: ListMethod;
  resolve: (value: unknown) => void;
  reject: (problem: unknown) => void;
  onProgress: CountingWatch["onProgress"];
};

/** A worker that says nothing for so long, in milliseconds, while it reads is given up: a damaged file has it looping. */
const silenceLimit = 20_000;

const startWorker: StartWorker = (receive, failed) => {
  const worker = new Worker(new URL("../list-worker/worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", (event: MessageEvent<ListReply>) => receive(event.data));
  worker.addEventListener("error", failed);
  worker.addEventListener("messageerror", failed);
  return {
    post: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
  };
};

/** Makes the client; its worker starts with the first call or before. `start` and `patience` (milliseconds) differ in tests only. */
export function createListClient(start: StartWorker = startWorker, patience = silenceLimit): ListClient {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(progress: Progress) => void>();
  let nextId = 1;
  let worker: RunningWorker | null = null;
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const bereft = new Set<() => void>();
  let [holds, lost, ended] = [false, false, false];

  function isReading(): boolean {
    return [...pending.values()].some(({ method }) => method === "open" || method === "reread");
  }

  /** The worker is alive: wait as long again, if it has reading to do. */
  function wind(): void {
    clearTimeout(alarm);
    alarm = isReading() ? setTimeout(die, patience) : undefined;
  }

  function receive(reply: ListReply): void {
    if (reply.kind === "counting") {
      pending.get(reply.id)?.onProgress?.(reply.done, reply.total);
    } else if (reply.kind === "progress") {
      for (const listener of listeners) listener(reply.progress);
    } else {
      const call = pending.get(reply.id);
      pending.delete(reply.id);
      if (call?.method === "open" && reply.kind === "answer" && (reply.value as Opened).ok)
        [holds, lost] = [true, false];
      if (reply.kind === "answer") call?.resolve(reply.value);
      else if (call) fail(call, reply.message);
    }
    wind();
  }

  function fail(call: Pending, message: string): void {
    if (call.method === "open" || call.method === "reread") call.resolve(err(appErrorOf("file.gave-up")));
    else call.reject(new Error(`The list worker stopped: ${message}`));
  }

  function restart(): void {
    worker?.terminate();
    worker = null;
    lost ||= holds;
    holds = false;
    const calls = [...pending.values()];
    pending.clear();
    for (const call of calls) fail(call, "restarted");
    wind();
  }

  function die(): void {
    const held = holds;
    restart();
    if (held) for (const listener of bereft) listener();
  }

  /** Nobody waits for this call any more. */
  function abandon(id: number, reason: unknown): void {
    const call = pending.get(id);
    if (call === undefined) return;
    pending.delete(id);
    worker?.post({ id, method: "abandon" });
    call.reject(reason);
    wind();
  }

  function ask<M extends ListMethod>(
    method: M,
    args: Parameters<ListWorker[M]>,
    watch: CountingWatch = {},
  ): ReturnType<ListWorker[M]> {
    const id = nextId++;
    const answer = new Promise((resolve, reject) => {
      // A worker that has read nothing would answer as if nobody were there.
      if (ended || (lost && method !== "open")) throw new Error("The list is gone with its worker");
      pending.set(id, { method, resolve, reject, onProgress: watch.onProgress });
      watch.signal?.addEventListener("abort", () => abandon(id, watch.signal?.reason), { once: true });
      worker ??= start(receive, die);
      worker.post({ id, method, args } as ListRequest);
      wind();
    });
    return answer as ReturnType<ListWorker[M]>;
  }

  return {
    getReady: () => void (worker ??= start(receive, die)),
    open: (source) => ask("open", [source]),
    reread: (reading, remembered) => ask("reread", [reading, remembered]),
    state: () => ask("state", []),
    rows: (query) => ask("rows", [query]),
    applyEdit: (edit) => ask("applyEdit", [edit]),
    undoEdit: () => ask("undoEdit", []),
    redoEdit: () => ask("redoEdit", []),
    rowsAlike: (row) => ask("rowsAlike", [row]),
    foreseeReplace: (edit, watch = {}) => ask("foreseeReplace", [edit], watch),
    rowsTextedLately: () => ask("rowsTextedLately", []),
    rowsCrossedOut: () => ask("rowsCrossedOut", []),
    setNeverText: (list) => ask("setNeverText", [list]),
    people: (offset) => ask("people", [offset]),
    fields: () => ask("fields", []),
    tally: (text, latin = null, watch = {}) => ask("tally", [text, latin], watch),
    preview: (text, position, latin) => ask("preview", [text, position, latin]),
    group: (query) => ask("group", [query]),
    find: (search, limit) => ask("find", [search, limit]),
    digest: (text, latin) => ask("digest", [text, latin]),
    problemRows: (reasonTexts, from) => ask("problemRows", [reasonTexts, from]),
    onProgress(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    cancel: restart,
    end() {
      restart();
      ended = true;
    },
    isLost: () => lost,
    onLost(listener) {
      bereft.add(listener);
      return () => void bereft.delete(listener);
    },
  };
}
