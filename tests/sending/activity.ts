import type { Http } from "../../electron/bsg/http.ts";
import type { Remote } from "../../electron/database/remote.ts";
import type { Journal } from "../../electron/sending/journal.ts";

/** A write of the journal, or a step on the network: where a crash makes a difference. */
export type Step = { name: string; on: "journal" | "network" };

/** What becomes of the program at a step; `fails`: the step ends with an error of its own kind. */
export type Interference = "goes-on" | "dies" | "fails";

/** Asked before and after every step. */
export type Watcher = (step: Step, when: "before" | "after") => Interference;

const writes: ReadonlySet<string> = new Set([
  "confirm",
  "release",
  "undo",
  "cancel",
  "isCancelled", // A read, but the last one before the first byte.
  "apply",
  "leaveOut",
  "recordDetail",
  "recordMessages",
  "recordListed",
  "recordElsewhereDetail",
  "recordZone",
  "recordStartSight",
  "setRefreshProblem",
]);

/**
 * What one run of the program does: counts what is under way, so that a test knows when a program that waits for
 * nothing but timers has come to rest, and ends it at any step.
 */
export class Activity {
  private underWay = 0;
  private dead = false;
  private readonly died = Promise.withResolvers<void>();
  private readonly watch: Watcher;

  constructor(watch: Watcher = () => "goes-on") {
    this.watch = watch;
  }

  /** Whether a watcher ended the program. */
  get isDead(): boolean {
    return this.dead;
  }

  /** Resolves when the program ends in the middle of something. */
  get death(): Promise<void> {
    return this.died.promise;
  }

  /** The process is gone: nothing that it began comes to an end, and nothing begins any more. */
  end(): void {
    this.dead = true;
    this.died.resolve();
  }

  private async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.dead) return forever();
    this.underWay += 1;
    try {
      const value = await work();
      return this.isDead ? await forever() : value;
    } finally {
      this.underWay -= 1;
    }
  }

  /** One step, with a watcher on both sides of it. `failure` is what the step says when it fails. */
  private async step<T>(step: Step, work: () => Promise<T>, failure: () => T): Promise<T> {
    return this.during(async () => {
      if (this.interferes(step, "before")) return failure();
      const value = await work();
      return this.interferes(step, "after") ? failure() : value;
    });
  }

  private interferes(step: Step, when: "before" | "after"): boolean {
    if (this.dead) return false;
    const interference = this.watch(step, when);
    if (interference === "dies") this.end();
    return interference === "fails";
  }

  /** Resolves when nothing is under way and nothing begins any more, or the program has ended. */
  async rest(): Promise<void> {
    const patience = performance.now() + 50_000;
    for (let calm = 0; calm < 3 && !this.dead;) {
      await new Promise((resolve) => setImmediate(resolve));
      calm = this.underWay === 0 ? calm + 1 : 0;
      if (performance.now() > patience) throw new Error("The program does not come to rest");
    }
  }

  /** The same network, counted and watched. */
  http(http: Http): Http {
    return {
      ask: (request) =>
        this.step(
          { name: `${request.method} ${request.url.pathname}`, on: "network" },
          () => (this.dead ? forever() : http.ask(request)),
          () => ({ ok: false, error: broken }),
        ),
      postCampaign: (request, mayPass) =>
        this.step(
          { name: `campaign ${request.url.pathname}`, on: "network" },
          () => (this.dead ? forever() : http.postCampaign(request, mayPass)),
          () => ({ kind: "broken", why: broken }),
        ),
    };
  }

  /** The same journal, counted and watched. */
  journal(journal: Remote<Journal>): Remote<Journal> {
    return new Proxy(journal, {
      get: (target, method, receiver) => {
        const call: unknown = Reflect.get(target, method, receiver);
        if (typeof call !== "function") return call;
        return (...args: unknown[]) => {
          const work = async () => (this.dead ? forever() : ((await Reflect.apply(call, target, args)) as unknown));
          if (typeof method !== "string" || !writes.has(method)) return this.during(work);
          return this.step({ name: method, on: "journal" }, work, diskFull);
        };
      },
    });
  }

  /** A note kept elsewhere, such as in the keychain: a step as well. */
  note(work: () => Promise<void>): Promise<void> {
    return this.step({ name: "sequence note", on: "journal" }, work, diskFull);
  }
}

const broken = { code: "network.broken", params: { reason: "ECONNRESET" } } as const;

function forever<T>(): Promise<T> {
  return new Promise(() => {});
}

/** As SQLite says it. */
function diskFull(): never {
  throw Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode: 13 });
}
