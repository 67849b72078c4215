import { z } from "zod";
import type { KeptAccount } from "../../shared/account.ts";
import { appErrorOf, type AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { KeyStore } from "./key-store.ts";
import { isTestKey, keyHint } from "./key.ts";

const indexNote = (page: number) => (page === 0 ? "accounts" : `accounts-${page}`);
const keyNote = (identity: string) => `key-${identity}`;
/** Windows keeps 2,560 bytes in one entry: so many accounts are named in each. */
const pageSize = 20;

const index = z.array(z.strictObject({ identity: z.string(), keyHint: z.string(), testKey: z.boolean() }));

/** Keys of several accounts in the keychain, by the account's identity: a key may be replaced, the account stays. */
export type KeptAccounts = {
  /** Without keys, in the order in which they were first connected. */
  all: () => Promise<Result<KeptAccount[], AppError>>;
  /** Keeps the key of an account, in the place of an older one of the same. */
  keep: (identity: string, key: string) => Promise<Result<null, AppError>>;
  /** `key.missing` when none is kept. */
  keyOf: (identity: string) => Promise<Result<string, AppError>>;
  /** Whose a key is, as far as it is kept; null when it is not. */
  ownerOf: (key: string) => Promise<Result<string | null, AppError>>;
  forget: (identity: string) => Promise<Result<null, AppError>>;
};

export function createKeptAccounts(keyStore: KeyStore): KeptAccounts {
  const all = async (): Promise<Result<KeptAccount[], AppError>> => {
    const found: KeptAccount[] = [];
    for (let page = 0; ; page += 1) {
      const note = await keyStore.readNote(indexNote(page));
      if (!note.ok) return note;
      const named = index.safeParse(parsed(note.value)).data ?? [];
      found.push(...named);
      if (named.length < pageSize) return ok(found);
    }
  };
  /** The last page is never a full one, so that whoever reads knows where to stop. */
  const write = async (accounts: KeptAccount[]): Promise<Result<null, AppError>> => {
    for (let page = 0; page * pageSize <= accounts.length; page += 1) {
      const named = accounts.slice(page * pageSize, (page + 1) * pageSize);
      const written = await keyStore.writeNote(indexNote(page), JSON.stringify(named));
      if (!written.ok) return written;
    }
    return ok(null);
  };

  const keyOf = async (identity: string): Promise<Result<string, AppError>> => {
    const key = await keyStore.readNote(keyNote(identity));
    if (!key.ok) return key;
    return key.value === null ? err(appErrorOf("key.missing")) : ok(key.value);
  };

  return {
    all,
    async keep(identity, key) {
      const known = await all();
      if (!known.ok) return known;
      const account = { identity, keyHint: keyHint(key), testKey: isTestKey(key) };
      const isThere = known.value.some((each) => each.identity === identity);
      const accounts = isThere
        ? known.value.map((each) => (each.identity === identity ? account : each))
        : [...known.value, account];
      // The key first: an entry without one could not be switched to.
      const written = await keyStore.writeNote(keyNote(identity), key);
      return written.ok ? write(accounts) : written;
    },
    keyOf,
    async ownerOf(key) {
      const known = await all();
      if (!known.ok) return known;
      for (const { identity } of known.value.filter((each) => each.keyHint === keyHint(key))) {
        const kept = await keyOf(identity);
        if (kept.ok && kept.value === key) return ok(identity);
        if (!kept.ok && kept.error.code !== "key.missing") return kept;
      }
      return ok(null);
    },
    async forget(identity) {
      const removed = await keyStore.removeNote(keyNote(identity));
      if (!removed.ok) return removed;
      const known = await all();
      return known.ok ? write(known.value.filter((each) => each.identity !== identity)) : known;
    },
  };
}

function parsed(note: string | null): unknown {
  try {
    return JSON.parse(note ?? "[]");
  } catch {
    // Whatever wrote there, it is no index of ours: the accounts are connected anew.
    return [];
  }
}
