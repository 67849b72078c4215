import { ListEngine } from "./list-engine.ts";
import type { ListReply, ListRequest } from "./messages.ts";
import { inSteps } from "./progress-steps.ts";
import type { CountingWatch, ListWorker, Progress } from "./protocol.ts";
import { contentBytes } from "./source/content.ts";

/** Where replies go. `transfer` lists the buffers to hand over instead of copying. */
export type Post = (reply: ListReply, transfer: ArrayBuffer[]) => void;

type Call = Exclude<ListRequest, { method: "abandon" }>;

/** Fetches the bytes of a content, and has the engine read them. */
export async function openContent(
  engine: ListEngine,
  { content, ...source }: Parameters<ListWorker["open"]>[0],
  tell: (progress: Progress) => void,
): ReturnType<ListWorker["open"]> {
  // A sign of life and no share: the bytes are there before their reading has begun.
  const bytes = await contentBytes(content, (done) => tell({ phase: "reading", done, total: null }));
  return bytes.ok ? engine.open({ ...source, bytes: bytes.value }) : bytes;
}

function call(
  engine: ListEngine,
  request: Call,
  watch: CountingWatch,
  tell: (progress: Progress) => void,
): Promise<unknown> {
  switch (request.method) {
    case "open":
      return openContent(engine, ...request.args, tell);
    case "reread":
      return engine.reread(...request.args);
    case "state":
      return engine.state(...request.args);
    case "rows":
      return engine.rows(...request.args);
    case "applyEdit":
      return engine.applyEdit(...request.args);
    case "undoEdit":
      return engine.undoEdit(...request.args);
    case "redoEdit":
      return engine.redoEdit(...request.args);
    case "rowsAlike":
      return engine.rowsAlike(...request.args);
    case "foreseeReplace":
      return engine.foreseeReplace(...request.args, watch);
    case "rowsTextedLately":
      return engine.rowsTextedLately(...request.args);
    case "rowsCrossedOut":
      return engine.rowsCrossedOut(...request.args);
    case "setNeverText":
      return engine.setNeverText(...request.args);
    case "people":
      return engine.people(...request.args);
    case "fields":
      return engine.fields(...request.args);
    case "tally":
      return engine.tally(...request.args, watch);
    case "preview":
      return engine.preview(...request.args);
    case "group":
      return engine.group(...request.args);
    case "find":
      return engine.find(...request.args);
    case "digest":
      return engine.digest(...request.args);
    case "problemRows":
      return engine.problemRows(...request.args);
    default:
      return request satisfies never;
  }
}

type Counting = Extract<Call, { method: "tally" | "foreseeReplace" }>;

function isCounting(request: Call): request is Counting {
  return request.method === "tally" || request.method === "foreseeReplace";
}

/**
 * Answers the window's calls one after the other, each exactly once. Only countings, which take seconds for a million
 * people, wait for those of their kind and not the others for them: in a counting's pauses the next calls are answered.
 */
export function serveList(post: Post): (request: ListRequest) => Promise<void> {
  let current = 0;
  let previous: Promise<void> = Promise.resolve();
  const countings = { tally: Promise.resolve(), foreseeReplace: Promise.resolve() };
  const tell = inSteps((progress) => post({ kind: "progress", id: current, progress }, []));
  const engine = new ListEngine(tell);
  const counted = new Map<number, AbortController>();
  const watchOf = (id: number): CountingWatch => {
    const { signal } = counted.get(id) ?? new AbortController();
    const onProgress = (done: number, total: number) => post({ kind: "counting", id, done, total }, []);
    return { signal, onProgress };
  };
  const answer = async (request: Call): Promise<void> => {
    if (!isCounting(request)) current = request.id;
    try {
      const value = await call(engine, request, watchOf(request.id), tell);
      const transfer = value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
      post({ kind: "answer", id: request.id, value }, transfer);
    } catch (problem) {
      post({ kind: "failure", id: request.id, message: problem instanceof Error ? problem.name : "Unknown" }, []);
    }
  };
  return (request) => {
    if (request.method === "abandon") {
      counted.get(request.id)?.abort();
      return Promise.resolve();
    }
    if (isCounting(request)) {
      counted.set(request.id, new AbortController());
      const before = Promise.all([previous, countings[request.method]]);
      return (countings[request.method] = before.then(() => answer(request)).finally(() => counted.delete(request.id)));
    }
    previous = previous.then(() => answer(request));
    return previous;
  };
}
