import { EventEmitter } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { CDPSession } from "@playwright/test";

type Send = CDPSession["send"];
type Incoming = {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
};
type Pending = { resolve: (result: unknown) => void; reject: (error: Error) => void };

/** One conversation with a target of the browser (or with the browser itself) in the DevTools protocol. */
export type CdpSession = {
  readonly id: string | undefined;
  send: Send;
  /** The listener names the type of the parameters that this event has. */
  on: (method: string, listener: (params: never) => void) => void;
};

/** The DevTools protocol over the pipe that `--remote-debugging-pipe` opens: JSON texts, each ended by a NUL. */
export class CdpPipe {
  readonly browser: CdpSession;
  readonly #out: Writable;
  readonly #pending = new Map<number, Pending>();
  readonly #events = new EventEmitter({ captureRejections: true }).setMaxListeners(0);
  #last = 0;
  #closed = false;

  constructor(out: Writable, incoming: Readable) {
    this.#out = out;
    this.browser = this.session(undefined);
    let parts: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => {
      let rest = chunk;
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.#receive(Buffer.concat([...parts, rest.subarray(0, end)]).toString("utf8"));
        parts = [];
        rest = rest.subarray(end + 1);
      }
      if (rest.length > 0) parts.push(rest);
    });
    // A browser that has gone closes its ends; what waits for it is told so by `close`.
    for (const stream of [out, incoming]) stream.on("error", () => this.close());
  }

  /** The conversation with that session id; undefined is the browser. */
  session(id: string | undefined): CdpSession {
    const send = (method: string, params?: object): Promise<unknown> => this.#send(method, params, id);
    return {
      id,
      send: send as Send,
      on: (method, listener) => {
        this.#events.on(`${id ?? ""} ${method}`, (params: unknown) => listener(params as never));
      },
    };
  }

  /** Forgets who listens to a session that is over. */
  forget(id: string): void {
    for (const name of this.#events.eventNames()) {
      if (String(name).startsWith(`${id} `)) this.#events.removeAllListeners(name);
    }
  }

  /** Everything that still waits for an answer fails. */
  close(): void {
    this.#closed = true;
    for (const { reject } of this.#pending.values()) reject(new Error("The browser has gone"));
    this.#pending.clear();
  }

  #send(method: string, params: object | undefined, sessionId: string | undefined): Promise<unknown> {
    if (this.#closed) return Promise.reject(new Error("The browser has gone"));
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, {
        resolve,
        reject: (error) => reject(new Error(`${method}: ${error.message}`)),
      });
      this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as Incoming;
    if (message.id === undefined) {
      this.#events.emit(`${message.sessionId ?? ""} ${message.method ?? ""}`, message.params);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error === undefined) pending?.resolve(message.result);
    else pending?.reject(new Error(message.error.message));
  }
}
