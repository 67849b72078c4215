import { firstKeys, setBalance } from "./account.ts";
import { seedContactBook } from "./contact-book-seed.ts";
import type { Controls } from "./control.ts";
import { faultBook, type FaultBook } from "./faults.ts";
import { ledgerOf } from "./ledger.ts";
import type { Practice } from "./practice.ts";
import { openStore } from "./store.ts";
import { initialSwitches, patched, switchesPatch, type SwitchesPatch } from "./switches.ts";
import { type Waiting, waitingRoom } from "./waiting.ts";

export type OpenPracticeOptions = {
  /** The SQLite file of the practice account; `:memory:` forgets it. */
  stateFile: string;
  /** Decides what becomes of each message. */
  seed?: number;
  /** The service's time, ms; the computer's unless given. `advance` comes on top. */
  clock?: { now(): number };
  pace?: SwitchesPatch["pace"];
  switches?: SwitchesPatch;
  /** Whether a new account has campaigns from before; unless told otherwise it has. */
  past?: boolean;
  /** Whether the Contact Book and the stop list have somebody in them from the start; unless told otherwise. */
  contacts?: boolean;
  /** Further keys, each with the account it belongs to. */
  keys?: Readonly<Record<string, number>>;
};

/** The practice service without a network: what it remembers, how it behaves, and which faults it plays. */
export type OpenPractice = {
  practice: Practice;
  faults: FaultBook;
  waiting: Waiting;
  controls: Controls;
  /** Closes the state. */
  close(): void;
};

/** Opens the state and prepares the account. Throws when the state file cannot be had. */
export function openPractice(options: OpenPracticeOptions): OpenPractice {
  const store = openStore(options.stateFile);
  const faults = faultBook();
  const waiting = waitingRoom();
  let switches = patched(initialSwitches, { pace: options.pace });
  // Asked several times with each request.
  let ahead = Number(store.setting("clock_ahead") ?? 0);
  const clock = options.clock ?? { now: () => Date.now() };
  const practice: Practice = {
    store,
    seed: options.seed ?? 1,
    past: options.past ?? true,
    now: () => clock.now() + ahead,
    switches: () => switches,
  };
  const controls: Controls = {
    ledger: () => ledgerOf(store.db),
    setSwitches(patch) {
      const read = switchesPatch.parse(patch);
      switches = patched(switches, read);
      if (read.faults !== undefined) faults.replace(read.faults);
      if (read.balance !== undefined) setBalance(practice, read.balance);
    },
    advance(seconds) {
      ahead += seconds * 1000;
      store.keepSetting("clock_ahead", String(ahead));
    },
    release: waiting.release,
  };
  try {
    prepare(practice, options);
    controls.setSwitches(options.switches ?? {});
  } catch (error) {
    store.close();
    throw error;
  }
  return { practice, faults, waiting, controls, close: () => store.close() };
}

function prepare(practice: Practice, { keys = {}, contacts = true }: OpenPracticeOptions): void {
  const { store } = practice;
  store.transaction(() => {
    const add = store.db.prepare("INSERT OR REPLACE INTO api_key VALUES (?, ?)");
    for (const [key, account] of Object.entries({ ...firstKeys, ...keys })) add.run(key, account);
    if (contacts) seedContactBook(practice);
  });
}
