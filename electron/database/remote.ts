import type { MessagePort, Worker } from "node:worker_threads";

/**
 * The same object seen from another thread: every method answers a promise. Arguments and answers cross by
 * structured clone; an exception comes back as the same kind of Error with its message and code.
 */
export type Remote<T> = {
  [K in keyof T as T[K] extends (...args: never[]) => unknown ? K : never]: T[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
};

export type RemoteRequest = { id: number; service: string; method: string; args: unknown[] };
export type RemoteAnswer =
  | { id: number; value: unknown }
  | { id: number; failure: { message: string; code: string | null; stack: string | null } };

/** An exception of the database thread, with the code that SQLite or Node gave it. */
export class RemoteFailure extends Error {
  override readonly name = "RemoteFailure";
  readonly code: string | null;
  constructor(message: string, code: string | null, stack: string | null) {
    super(message);
    this.code = code;
    if (stack !== null) this.stack = stack;
  }
}

/** Sends requests to the thread behind `port` in order and matches the answers. */
export class RemoteCaller {
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  private readonly port: Worker | MessagePort;
  private next = 1;
  private ended: Error | null = null;

  constructor(port: Worker | MessagePort) {
    this.port = port;
    port.on("message", (answer: RemoteAnswer) => {
      this.settle(answer);
    });
    port.on("error", (error: Error) => {
      this.end(error);
    });
    port.on("exit", () => {
      this.end(new Error("The database thread has ended"));
    });
  }

  call(service: string, method: string, args: unknown[]): Promise<unknown> {
    if (this.ended !== null) return Promise.reject(this.ended);
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.port.postMessage({ id, service, method, args } satisfies RemoteRequest);
    });
  }

  /** The methods of one service of the thread as functions. */
  service<T extends object>(name: string): Remote<T> {
    const methods = new Map<PropertyKey, (...args: unknown[]) => Promise<unknown>>();
    return new Proxy({} as Remote<T>, {
      get: (_target, method) => {
        // A proxy that answered to `then` would be taken for a promise by `await`.
        if (typeof method !== "string" || method === "then") return undefined;
        let call = methods.get(method);
        if (call === undefined) {
          call = (...args) => this.call(name, method, args);
          methods.set(method, call);
        }
        return call;
      },
    });
  }

  private settle(answer: RemoteAnswer): void {
    const waiting = this.waiting.get(answer.id);
    if (waiting === undefined) return;
    this.waiting.delete(answer.id);
    if ("failure" in answer) {
      const { message, code, stack } = answer.failure;
      waiting.reject(new RemoteFailure(message, code, stack));
    } else {
      waiting.resolve(answer.value);
    }
  }

  private end(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }
}

/** https://www.sqlite.org/rescode.html#full */
const sqliteFull = 13;
/** The code of a failure for which there was no room on the disk. */
export const diskFull = "SQLITE_FULL";

/** The other side: runs requests one after the other on the given services. `failed` is told of every exception. */
export function serveRemote(
  port: MessagePort,
  services: Record<string, object>,
  failed: (error: unknown) => void = () => undefined,
): void {
  port.on("message", (request: RemoteRequest) => {
    void run(services, request, failed).then((answer) => port.postMessage(answer));
  });
}

async function run(
  services: Record<string, object>,
  request: RemoteRequest,
  failed: (error: unknown) => void,
): Promise<RemoteAnswer> {
  try {
    const service = services[request.service];
    const method: unknown = service === undefined ? undefined : Reflect.get(service, request.method);
    if (typeof method !== "function") throw new Error(`No ${request.service}.${request.method}`);
    return { id: request.id, value: await Reflect.apply(method, service, request.args) };
  } catch (error) {
    failed(error);
    const failure = error instanceof Error ? error : new Error(String(error));
    // Of SQLite's own codes only one means something to the user by itself; of all others Node's name will do.
    const isFull = Number(Reflect.get(failure, "errcode") ?? 0) === sqliteFull;
    const code: unknown = isFull ? diskFull : (Reflect.get(failure, "code") ?? Reflect.get(failure, "errcode"));
    return {
      id: request.id,
      failure: {
        message: failure.message,
        code: typeof code === "string" || typeof code === "number" ? String(code) : null,
        stack: failure.stack ?? null,
      },
    };
  }
}
