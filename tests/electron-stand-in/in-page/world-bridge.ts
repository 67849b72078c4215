/** One side of the bridge between the preload's world and the page's. */
export type WorldBridge = {
  /** Makes `api` appear as `window[name]` in the other world. */
  expose: (name: string, api: unknown) => void;
};

/**
 * What `contextBridge` does: two worlds of one document call each other. Events on the window reach both, and Chromium
 * clones an event's `detail` for the other world, so everything cloneable crosses as it is. Functions and promises cross
 * as numbered stand-ins. An event is handled before `dispatchEvent` answers, so a call answers at once.
 *
 * The channel's name is a secret of the two worlds, and the functions used are taken before a page can change them.
 * Sent to the page as source text, so it uses nothing from outside itself.
 */
export function createWorldBridge(channel: string, side: "preload" | "page"): WorldBridge {
  type Message =
    | { kind: "expose"; name: string; api: unknown }
    | { kind: "call"; call: number; function: number; args: unknown[] }
    | { kind: "answer"; call: number; value?: unknown; error?: unknown }
    | { kind: "settle"; promise: number; value?: unknown; error?: unknown };
  type Settle = { resolve: (value: unknown) => void; reject: (error: unknown) => void };

  const marker = "\u0001bridge";
  const other = side === "preload" ? "page" : "preload";
  const dispatch = EventTarget.prototype.dispatchEvent.bind(window);
  const NewEvent = CustomEvent;
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const answers = new Map<number, { value?: unknown; error?: unknown }>();
  const promises = new Map<number, Settle>();
  let last = 0;
  const next = (): number => {
    last += 1;
    return last;
  };
  const tell = (message: Message): void => {
    dispatch(new NewEvent(`${channel}:${other}`, { detail: message }));
  };
  const isPlain = (value: unknown): value is Record<string, unknown> => {
    if (typeof value !== "object" || value === null) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
  };
  const mapped = (value: Record<string, unknown>, change: (item: unknown) => unknown): Record<string, unknown> =>
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));

  const settle = async (promise: number, value: Promise<unknown>): Promise<void> => {
    try {
      tell({ kind: "settle", promise, value: wrap(await value) });
    } catch (error) {
      tell({ kind: "settle", promise, error: wrap(error) });
    }
  };
  const wrap = (value: unknown): unknown => {
    if (typeof value === "function") {
      const id = next();
      functions.set(id, value as (...args: unknown[]) => unknown);
      return { [marker]: "function", id };
    }
    if (value instanceof Promise) {
      const promise = next();
      void settle(promise, value);
      return { [marker]: "promise", id: promise };
    }
    if (Array.isArray(value)) return value.map(wrap);
    return isPlain(value) ? mapped(value, wrap) : value;
  };
  const unwrap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unwrap);
    if (!isPlain(value)) return value;
    const id = value["id"] as number;
    if (value[marker] === "function") return (...args: unknown[]) => callOther(id, args);
    if (value[marker] === "promise") {
      return new Promise((resolve, reject) => {
        promises.set(id, { resolve, reject });
      });
    }
    return mapped(value, unwrap);
  };
  const callOther = (id: number, args: unknown[]): unknown => {
    const call = next();
    tell({ kind: "call", call, function: id, args: args.map(wrap) });
    const answer = answers.get(call);
    answers.delete(call);
    if (answer === undefined) throw new TypeError("An object could not be cloned.");
    if ("error" in answer) throw unwrap(answer.error);
    return unwrap(answer.value);
  };
  const frozen = (value: unknown): unknown => {
    if (isPlain(value)) Object.values(value).forEach(frozen);
    return Object.freeze(value);
  };
  const serve = (message: Message): void => {
    if (message.kind === "expose") {
      Object.defineProperty(window, message.name, { value: frozen(unwrap(message.api)), enumerable: true });
    } else if (message.kind === "answer") {
      answers.set(message.call, message);
    } else if (message.kind === "settle") {
      const waiting = promises.get(message.promise);
      promises.delete(message.promise);
      if ("error" in message) waiting?.reject(unwrap(message.error));
      else waiting?.resolve(unwrap(message.value));
    } else {
      const { call } = message;
      try {
        const value = functions.get(message.function)?.(...(unwrap(message.args) as unknown[]));
        tell({ kind: "answer", call, value: wrap(value) });
      } catch (error) {
        tell({ kind: "answer", call, error: wrap(error) });
      }
    }
  };
  window.addEventListener(`${channel}:${side}`, (event) => {
    event.stopImmediatePropagation();
    const { detail } = event as CustomEvent<Message | null>;
    // Null is what Chromium makes of something that cannot be cloned; the caller, left without an answer, throws.
    if (detail !== null) serve(detail);
  });
  return {
    expose: (name, api) => {
      tell({ kind: "expose", name, api: wrap(api) });
    },
  };
}
