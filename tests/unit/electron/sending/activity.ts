import type { Http } from "../../../../electron/bsg/http.ts";
import type { Remote } from "../../../../electron/database/remote.ts";
import type { Journal } from "../../../../electron/sending/journal.ts";

/** Counts what is under way, so that a test knows when a program that waits for nothing but timers has come to rest. */
export class Activity {
  private underWay = 0;

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.underWay += 1;
    try {
      return await work();
    } finally {
      this.underWay -= 1;
    }
  }

  /** Resolves when nothing is under way and nothing begins any more. */
  async rest(): Promise<void> {
    const patience = performance.now() + 20_000;
    for (let calm = 0; calm < 3;) {
      await new Promise((resolve) => setImmediate(resolve));
      calm = this.underWay === 0 ? calm + 1 : 0;
      if (performance.now() > patience) throw new Error("The program does not come to rest");
    }
  }

  /** The same network, counted. */
  http(http: Http): Http {
    return {
      ask: (request) => this.during(() => http.ask(request)),
      postCampaign: (request, mayPass) => this.during(() => http.postCampaign(request, mayPass)),
    };
  }

  /** The same journal, counted. */
  journal(journal: Remote<Journal>): Remote<Journal> {
    return new Proxy(journal, {
      get: (target, method, receiver) => {
        const call: unknown = Reflect.get(target, method, receiver);
        if (typeof call !== "function") return call;
        return (...args: unknown[]) => this.during(async () => (await Reflect.apply(call, target, args)) as unknown);
      },
    });
  }
}
