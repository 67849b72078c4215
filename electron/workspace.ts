import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { AppError } from "../shared/errors.ts";
import type { Result } from "../shared/result.ts";
import { err, ok } from "../shared/result.ts";
import { zoneOffset } from "../shared/campaign/zone-offset.ts";
import { type Account, createAccount } from "./account/account.ts";
import { accountClient } from "./account/account-client.ts";
import { createMemoryKeyStore, type KeyStore } from "./account/key-store.ts";
import type { Http } from "./bsg/http.ts";
import { type Database, openDatabases } from "./database/database.ts";
import { logFailure } from "./log.ts";
import { createPrivacy, type Privacy } from "./privacy/privacy.ts";
import { practiceKey } from "./practice/account.ts";
import { startPracticeWorker } from "./practice/start.ts";
import { inconvenientHours, zonesOfCountry } from "./review/hours.ts";
import { StopList } from "./review/never-text.ts";
import { Prices } from "./review/price.ts";
import type { SendingDeps } from "./sending/context.ts";
import { createNoSending } from "./sending/no-sending.ts";
import { createSending, type Sending } from "./sending/sending.ts";

/** Everything that belongs to one side of the program: your account, or practice mode. */
export type Workspace = {
  kind: "account" | "practice";
  database: Database;
  account: Account;
  prices: Prices;
  stopList: StopList;
  sending: Sending;
  privacy: Privacy;
  /** Ends what is under way in order and closes the files. */
  close: () => Promise<void>;
};

/** What a side tells while it works. */
export type WorkspaceEvents = {
  /** The account, its balance or a count of the side bar may have changed. */
  stateChanged: () => void;
  /** Something about these campaigns of ours changed; none: about campaigns made elsewhere. */
  campaignsChanged: (ids: string[]) => void;
};

/** The built entries of the threads. */
export type ThreadEntries = { database: URL; practice: URL };

type Parts = {
  kind: Workspace["kind"];
  folder: string;
  entry: URL;
  base: string;
  http: Http;
  keyStore: KeyStore;
  /** Where the key is by which erased people are known again. */
  notes: KeyStore;
  sequenceNote: SendingDeps["sequenceNote"];
  events: WorkspaceEvents;
};

/**
 * Your account's side: its key in the keychain, its files in `folder`.
 * @returns why its library cannot be opened; a journal that cannot be used only keeps it from sending.
 */
export function openAccountWorkspace(options: {
  folder: string;
  entries: ThreadEntries;
  base: string;
  http: Http;
  keyStore: KeyStore;
  events: WorkspaceEvents;
}): Promise<Result<Workspace, AppError>> {
  const { entries, ...rest } = options;
  return open({
    ...rest,
    kind: "account",
    entry: entries.database,
    notes: options.keyStore,
    sequenceNote: noteBeside(options.keyStore),
  });
}

/** The address of the practice service for everything above {@link Http}: its real port is another one each time. */
const practiceBase = "http://practice.localhost";

/** Practice mode: a service, an account and files of its own below `folder`. */
export async function openPracticeWorkspace(options: {
  folder: string;
  entries: ThreadEntries;
  http: Http;
  /** Where the key is by which erased people are known again; asked only when somebody was erased. */
  notes: KeyStore;
  events: WorkspaceEvents;
}): Promise<Result<Workspace, AppError>> {
  const { folder, entries, http, notes, events } = options;
  mkdirSync(folder, { recursive: true });
  const service = await startPracticeWorker(entries.practice, { stateFile: join(folder, "service.sqlite") });
  const opened = await open({
    kind: "practice",
    folder,
    entry: entries.database,
    base: practiceBase,
    http: httpAt(http, practiceBase, service.url),
    keyStore: createMemoryKeyStore(practiceKey),
    notes,
    sequenceNote: { read: async () => null, write: async () => {} },
    events,
  });
  if (!opened.ok) {
    await service.close();
    return opened;
  }
  const close = async () => {
    await opened.value.close();
    await service.close();
  };
  return ok({ ...opened.value, close });
}

async function open(parts: Parts): Promise<Result<Workspace, AppError>> {
  const { kind, folder, entry, base, http, keyStore, events } = parts;
  const database = await openDatabases(entry, folder);
  if (database.libraryProblem !== null) {
    await database.close();
    return err(database.libraryProblem);
  }
  // A disk that was too full for the end of a source may be too full for taking its beginning away: it lies there, unseen.
  database.drafts.forgetUnfinished().catch((error: unknown) => logFailure("beginning", error));
  const now = () => Date.now();
  const account = createAccount({
    kind,
    keyStore,
    now,
    clientFor: (key, onDate) => accountClient(key, { base, http, now, onDate }),
    onChange: events.stateChanged,
  });
  const privacy = createPrivacy({
    database,
    keyStore: parts.notes,
    now,
    changed() {
      events.stateChanged();
      events.campaignsChanged([]);
    },
  });
  const sending =
    database.journalProblem === null
      ? createSending(sendingDeps(parts, database, account, privacy))
      : createNoSending(database.journalProblem);
  const close = async () => {
    await sending.quit();
    await account.close();
    await database.close();
  };
  return ok({ kind, database, account, prices: new Prices(now), stopList: new StopList(now), sending, privacy, close });
}

function sendingDeps(
  { sequenceNote, events }: Parts,
  database: Database,
  account: Account,
  privacy: Privacy,
): SendingDeps {
  const freshBalance = atMostEvery(balancePause, () => account.refresh());
  return {
    journal: database.journal,
    client: () => {
      const client = account.client();
      return client.ok ? client.value : null;
    },
    identity() {
      const state = account.state();
      return state.mode === "account" && state.identity !== "" ? state.identity : null;
    },
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    timers: {
      after(ms, act) {
        // Longer than this and Node would call at once.
        const timer = setTimeout(act, Math.min(ms, 2 ** 31 - 1));
        return () => clearTimeout(timer);
      },
    },
    // Whoever was erased and is to stay out is known by a key; without it these throw, and nothing goes out.
    async neverText(numbers) {
      await privacy.unlock();
      return database.neverText.among(numbers);
    },
    async neverTextIn({ campaignId, index }) {
      await privacy.unlock();
      return database.partGate.neverTextIn(campaignId, index);
    },
    sealed: privacy.sealed,
    sequenceNote,
    isNight: async (numbers) =>
      inconvenientHours(numbers, Date.now(), zonesOfCountry, zoneOffset).some(({ night }) => night),
    changed(ids) {
      events.campaignsChanged(ids);
      if (ids.length > 0) freshBalance();
    },
    failed: logFailure,
  };
}

/** While campaigns move, money does: the balance is asked again, but not for every message. */
const balancePause = 5000;

/** Runs `act` a while after it was first wanted, once for however often it was wanted by then. */
function atMostEvery(ms: number, act: () => Promise<unknown>): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    const run = () => {
      planned = false;
      act().catch((error: unknown) => logFailure("balance", error));
    };
    setTimeout(run, ms).unref();
  };
}

/** The journal's sequence number beside the key: a data folder restored from a backup does not bring it along. */
function noteBeside(keyStore: KeyStore): SendingDeps["sequenceNote"] {
  const name = "journal-sequence";
  return {
    async read() {
      const note = await keyStore.readNote(name);
      return note.ok && note.value !== null && /^\d+$/.test(note.value) ? BigInt(note.value) : null;
    },
    async write(sequence) {
      // Without a keychain a restored copy is found by looking up the ids alone.
      await keyStore.writeNote(name, String(sequence));
    },
  };
}

/** The same network, with requests for the origin `named` going to the origin `actual`. */
function httpAt(http: Http, named: string, actual: string): Http {
  const moved = (url: URL): URL => (url.origin === named ? new URL(url.pathname + url.search, actual) : url);
  return {
    ask: (request) => http.ask({ ...request, url: moved(request.url) }),
    postCampaign: (request, mayPass) => http.postCampaign({ ...request, url: moved(request.url) }, mayPass),
  };
}
