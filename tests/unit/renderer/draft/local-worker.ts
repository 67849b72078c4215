import type { StartWorker } from "../../../../renderer/draft/list-client.ts";
import type { ListMethod } from "../../../../renderer/list-worker/messages.ts";
import { serveList } from "../../../../renderer/list-worker/serve.ts";

/** Workers within the test's own thread; messages are cloned as between threads. `die` ends the one that runs now. */
export function localWorker() {
  let started = 0;
  let terminated = 0;
  let die: () => void = () => undefined;
  let fatal: ListMethod | null = null;
  const start: StartWorker = (receive, failed) => {
    started++;
    let alive = true;
    const serve = serveList((reply, transfer) => {
      const clone = structuredClone(reply, { transfer });
      if (alive) queueMicrotask(() => receive(clone));
    });
    die = () => {
      alive = false;
      failed();
    };
    return {
      post: (request) => {
        const dies = request.method === fatal;
        if (dies) fatal = null;
        if (dies) die();
        else void serve(structuredClone(request));
      },
      terminate: () => {
        alive = false;
        terminated++;
      },
    };
  };
  return {
    start,
    started: () => started,
    terminated: () => terminated,
    die: () => die(),
    /** The worker that is asked this next dies over it. */
    dieOver: (method: ListMethod) => (fatal = method),
  };
}
