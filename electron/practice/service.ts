import { createServer, type Server, type ServerResponse } from "node:http";
import { firstKeys, setBalance } from "./account.ts";
import { seedContactBook } from "./contact-book-seed.ts";
import { control, controlPrefix, type Controls } from "./control.ts";
import { exchange } from "./exchange.ts";
import { faultBook } from "./faults.ts";
import { ledgerOf } from "./ledger.ts";
import type { Practice } from "./practice.ts";
import { openStore, type Store } from "./store.ts";
import { initialSwitches, patched, switchesPatch, type PracticeSwitches, type SwitchesPatch } from "./switches.ts";
import { waitingRoom } from "./waiting.ts";

export type PracticeOptions = {
  /** The SQLite file of the practice account; `:memory:` forgets it. */
  stateFile: string;
  /** 0 (the usual) takes a free one. */
  port?: number;
  /** Decides what becomes of each message. */
  seed?: number;
  /** The service's time, ms; the computer's unless given. `advance` comes on top. */
  clock?: { now(): number };
  pace?: SwitchesPatch["pace"];
  /** Offers `/__practice/…` to tests. */
  control?: boolean;
  switches?: SwitchesPatch;
  /** Further keys, each with the account it belongs to. */
  keys?: Readonly<Record<string, number>>;
};

export type PracticeService = Controls & {
  /** `http://127.0.0.1:…` without a slash at the end. */
  url: string;
  port: number;
  /** Closes every connection and the state, once. */
  close(): Promise<void>;
};

/** Starts the practice service on a loopback port. Rejects when the port or the state file cannot be had. */
export async function startPracticeService(options: PracticeOptions): Promise<PracticeService> {
  const store = openStore(options.stateFile);
  const faults = faultBook();
  const waiting = waitingRoom();
  let switches = patched(initialSwitches, { pace: options.pace });
  const practice = practiceOf(store, options, () => switches);
  const controls: Controls = {
    ledger: () => ledgerOf(store.db),
    setSwitches(patch) {
      const read = switchesPatch.parse(patch);
      switches = patched(switches, read);
      if (read.faults !== undefined) faults.replace(read.faults);
      if (read.balance !== undefined) setBalance(practice, read.balance);
    },
    advance: (seconds) =>
      store.keepSetting("clock_ahead", String(Number(store.setting("clock_ahead") ?? 0) + seconds * 1000)),
    release: waiting.release,
  };
  const server = createServer((request, response) => {
    const controlled = options.control === true && (request.url ?? "").startsWith(controlPrefix);
    const work = controlled
      ? control(controls, request, response)
      : exchange({ practice, faults, waiting }, request, response);
    work.catch((error: unknown) => answerFailure(response, error));
  });
  try {
    prepare(practice, options.keys ?? {});
    controls.setSwitches(options.switches ?? {});
    const port = await listening(server, options.port ?? 0);
    let closing: Promise<void> | null = null;
    const end = async (): Promise<void> => {
      waiting.close();
      await closed(server);
      store.close();
    };
    return {
      ...controls,
      url: `http://127.0.0.1:${port}`,
      port,
      close: () => (closing ??= end()),
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

function practiceOf(store: Store, options: PracticeOptions, switches: () => PracticeSwitches): Practice {
  const clock = options.clock ?? { now: () => Date.now() };
  return {
    store,
    seed: options.seed ?? 1,
    now: () => clock.now() + Number(store.setting("clock_ahead") ?? 0),
    switches,
  };
}

function prepare(practice: Practice, keys: Readonly<Record<string, number>>): void {
  const { store } = practice;
  store.transaction(() => {
    const add = store.db.prepare("INSERT OR REPLACE INTO api_key VALUES (?, ?)");
    for (const [key, account] of Object.entries({ ...firstKeys, ...keys })) add.run(key, account);
    seedContactBook(practice);
  });
}

function listening(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once("error", reject);
  server.listen(port, "127.0.0.1", () => {
    const address = server.address();
    if (address === null || typeof address === "string") reject(new Error("no port"));
    else resolve(address.port);
  });
  return promise;
}

function closed(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}

/** A fault of the practice service itself: a test must see it, so it is said in the answer. */
function answerFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  response.writeHead(500, { "Content-Type": "application/json" });
  response.end(
    JSON.stringify({ message: `practice service: ${error instanceof Error ? error.stack : String(error)}` }),
  );
}
