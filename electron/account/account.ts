import type { AccountState, KeptAccount } from "../../shared/account.ts";
import { appErrorOf, type AppError } from "../../shared/errors.ts";
import type { Money } from "../../shared/money.ts";
import { createTurns } from "../../shared/in-turn.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { BsgClient } from "../bsg/port.ts";
import { createClockCheck } from "./clock.ts";
import { createKeptAccounts } from "./kept-accounts.ts";
import type { KeyStore } from "./key-store.ts";
import { isTestKey, keyFrom, keyHint } from "./key.ts";

export type AccountOptions = {
  /** A practice account shows neither its key nor an identity. */
  kind: "account" | "practice";
  keyStore: KeyStore;
  /** A client in the name of a key; `onDate` is to be told the `Date` header of every answer. */
  clientFor: (key: string, onDate: (date: string) => void) => BsgClient;
  /** This computer's clock, ms since 1970. */
  now: () => number;
  /** The state may have changed. */
  onChange?: () => void;
};

/** The account the program works for. The key and the JWT never leave it: not in a state, an error or a log. */
export interface Account {
  /** Takes the key from its store, if there is one. Asks nothing of the network. */
  start(): Promise<void>;
  state(): AccountState;
  /** The client of the connected account, or `key.missing`. Another key means another client: do not keep it. */
  client(): Result<BsgClient, AppError>;
  /**
   * Connects with a key that the service accepts, and keeps it: in the keychain, or without one until the program ends.
   * Until the service has accepted it the account before stays. `key.malformed`, `key.refused`, or what kept it from asking.
   */
  connect(pasted: string): Promise<Result<AccountState, AppError>>;
  /** Forgets the key, here and in its store. `keychain.not-removed`: it is still there, and still connected. */
  remove(): Promise<Result<AccountState, AppError>>;
  /** The accounts whose keys are kept, the connected one among them; none while the store does not answer. */
  kept(): Promise<KeptAccount[]>;
  /** Whether any key is in the store; null while it does not answer. */
  keepsKey(): Promise<boolean | null>;
  /** Connects another account whose key is kept; asks nothing of the network. `key.missing` when it is not. */
  switchTo(identity: string): Promise<Result<AccountState, AppError>>;
  /** Forgets the kept key of an account that is not connected. `keychain.not-removed`: it is still there. */
  forget(identity: string): Promise<Result<null, AppError>>;
  /** Whether this computer's clock is known to be wrong, by the last answer of the service. */
  isClockWrong(): boolean;
  /** Asks for identity and balance again; what goes wrong is the state's `problem`. */
  refresh(): Promise<AccountState>;
  /** From then on nothing is written into the store: what is still being checked is not kept. `key.missing` for who tries. */
  close(): Promise<void>;
}

type Connected = {
  client: BsgClient;
  keyHint: string;
  testKey: boolean;
  kept: "keychain" | "session";
  identity: string;
  balance: Money | null;
  refusal: AppError | null;
};

/** An account that is connected once its key is known. */
export function createAccount({ kind, keyStore, clientFor, now, onChange = () => {} }: AccountOptions): Account {
  const clock = createClockCheck(now);
  const accounts = createKeptAccounts(keyStore);
  let connected: Connected | null = null;
  let storeAnswered = true;
  let closed = false;
  let questions = 0;
  let answered = 0;
  const inTurn = createTurns();
  /** Changes of the store one after another, each begins with what the one before has left; none once it is closed. */
  const changing = <T>(act: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> =>
    inTurn(async () => (closed ? err(appErrorOf("key.missing")) : act()));

  function connectedBy(key: string, client: BsgClient, kept: Connected["kept"], identity = ""): Connected {
    const shown = { keyHint: keyHint(key), testKey: isTestKey(key), kept };
    return { client, ...shown, identity, balance: null, refusal: null };
  }

  async function takeFromStore(): Promise<void> {
    const key = await keyStore.read();
    storeAnswered = key.ok;
    if (!key.ok || key.value === null) return;
    const owner = await accounts.ownerOf(key.value);
    // While the store was slow to answer a key may have been pasted: that one counts.
    if (connected !== null) return;
    connected = connectedBy(
      key.value,
      clientFor(key.value, clock.note),
      "keychain",
      owner.ok ? (owner.value ?? "") : "",
    );
    onChange();
  }

  function state(): AccountState {
    if (connected === null) return { mode: "none" };
    const { keyHint, testKey, kept, identity, balance, refusal } = connected;
    const problem = refusal ?? clock.problem();
    if (kind === "practice") return { mode: "practice", balance, problem };
    return { mode: "account", keyHint, testKey, kept, identity, balance, problem };
  }

  async function refresh(): Promise<AccountState> {
    // A keychain that was locked at the start may be open by now.
    if (connected === null && !storeAnswered) await takeFromStore();
    const asked = connected;
    if (asked === null) return state();
    const question = ++questions;
    const identity = await asked.client.identity();
    const balance = identity.ok ? await asked.client.balance() : identity;
    if (identity.ok) asked.identity = identity.value;
    if (identity.ok) await changing(() => keepAccount(asked));
    // The answer to a later question is there already: this one is of before it.
    if (question < answered) return state();
    answered = question;
    if (balance.ok) asked.balance = balance.value;
    asked.refusal = balance.ok ? null : appErrorOf(balance.error.code, balance.error.params);
    if (asked === connected) onChange();
    return state();
  }

  /** A key that was connected before several could be kept is found by its account from now on. */
  async function keepAccount(asked: Connected): Promise<Result<null, AppError>> {
    const { identity, kept, keyHint: hint } = asked;
    if (kind === "practice" || kept === "session" || asked !== connected) return ok(null);
    const known = await accounts.all();
    if (!known.ok || known.value.some((each) => each.identity === identity && each.keyHint === hint)) return ok(null);
    const key = await keyStore.read();
    // What the keychain refuses now is kept the next time: the account is connected all the same.
    if (!key.ok || key.value === null || keyHint(key.value) !== hint) return ok(null);
    return accounts.keep(identity, key.value);
  }

  /** The account of the connected key; before the service has said it in this run, by its copy among the kept ones. */
  async function ownerOfKey(): Promise<Result<string | null, AppError>> {
    if (connected !== null && connected.identity !== "") return ok(connected.identity);
    const key = await keyStore.read();
    if (!key.ok) return key;
    return key.value === null ? ok(null) : accounts.ownerOf(key.value);
  }

  return {
    start: takeFromStore,
    state,
    isClockWrong: () => clock.problem() !== null,
    client: () => (connected === null ? err(appErrorOf("key.missing")) : ok(connected.client)),
    refresh,
    async connect(pasted) {
      const key = keyFrom(pasted);
      if (key === null) return err(appErrorOf("key.malformed"));
      const client = clientFor(key, clock.note);
      const identity = await client.identity();
      if (!identity.ok) return identity;
      const connecting = await changing(async () => {
        const written = await keyStore.write(key);
        connected = connectedBy(key, client, written.ok ? "keychain" : "session", identity.value);
        if (written.ok) await accounts.keep(identity.value, key);
        return ok(null);
      });
      return connecting.ok ? ok(await refresh()) : connecting;
    },
    async kept() {
      const kept = await accounts.all();
      return kept.ok ? kept.value : [];
    },
    async keepsKey() {
      if (connected?.kept === "keychain") return true;
      const [kept, key] = [await accounts.all(), await keyStore.read()];
      return kept.ok && key.ok ? kept.value.length > 0 || key.value !== null : null;
    },
    switchTo: (identity) =>
      changing(async () => {
        const key = await accounts.keyOf(identity);
        if (!key.ok) return key;
        const written = await keyStore.write(key.value);
        if (!written.ok) return written;
        connected = connectedBy(key.value, clientFor(key.value, clock.note), "keychain", identity);
        onChange();
        return ok(state());
      }),
    forget: (identity) =>
      changing(async () => {
        const forgotten = await accounts.forget(identity);
        if (!forgotten.ok) return err(appErrorOf("keychain.not-removed"));
        onChange();
        return ok(null);
      }),
    remove: () =>
      changing(async () => {
        const owner = await ownerOfKey();
        const forgotten = owner.ok && owner.value !== null ? await accounts.forget(owner.value) : owner;
        const removed = forgotten.ok ? await keyStore.remove() : forgotten;
        // A key that was never written can be forgotten without the keychain.
        if (!removed.ok && connected?.kept !== "session") return err(appErrorOf("keychain.not-removed"));
        connected = null;
        onChange();
        return ok(state());
      }),
    async close() {
      closed = true;
      await inTurn(async () => {});
    },
  };
}
