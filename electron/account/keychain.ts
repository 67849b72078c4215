import { appErrorOf, type AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { KeyStore } from "./key-store.ts";

/** What is used of keytar. */
export type Keytar = {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
  findCredentials(service: string): Promise<{ account: string }[]>;
};

export type KeychainOptions = {
  /** Under which name the system lists the entries. */
  service: string;
  /** Milliseconds until a call counts as unanswered. */
  timeLimit?: number;
  load?: () => Promise<Keytar>;
};

const keyAccount = "api-key";
const noteAccount = (name: string) => `note:${name}`;

/** Loaded on first use, so that a machine without the system's library (libsecret) still starts the program. */
async function loadKeytar(): Promise<Keytar> {
  const { default: keytar } = await import("keytar");
  return keytar;
}

/**
 * The system's keychain by keytar. A call that is not answered within the time limit (5 s) is `keychain.unavailable`:
 * without a keyring, or with one that waits for a password, keytar hangs for over a minute. While one hangs the
 * others are refused at once, because each would block one of Node's four threads.
 */
export function createKeychain({ service, timeLimit = 5000, load = loadKeytar }: KeychainOptions): KeyStore {
  let hanging: Promise<unknown> | null = null;

  async function limited<T>(use: (keytar: Keytar) => Promise<T>): Promise<Result<T, AppError>> {
    if (hanging !== null) return err(appErrorOf("keychain.unavailable", { reason: "hanging" }));
    const work = load().then(use);
    const late = Promise.withResolvers<"late">();
    const timer = setTimeout(() => late.resolve("late"), timeLimit);
    try {
      const first = await Promise.race([work.then(ok), late.promise]);
      if (first !== "late") return first;
    } catch {
      // What keytar says may quote an entry, and no caller can do anything about it.
      return err(appErrorOf("keychain.unavailable", { reason: "refused" }));
    } finally {
      clearTimeout(timer);
    }
    const ended = () => {
      hanging = null;
    };
    hanging = work.then(ended, ended);
    return err(appErrorOf("keychain.unavailable", { reason: "time" }));
  }

  const read = (account: string) => limited((keytar) => keytar.getPassword(service, account));
  const write = (account: string, secret: string) =>
    limited((keytar) => keytar.setPassword(service, account, secret).then(() => null));
  return {
    read: () => read(keyAccount),
    write: (key) => write(keyAccount, key),
    remove: () => limited((keytar) => keytar.deletePassword(service, keyAccount).then(() => null)),
    readNote: (name) => read(noteAccount(name)),
    writeNote: (name, value) => write(noteAccount(name), value),
    removeNote: (name) => limited((keytar) => keytar.deletePassword(service, noteAccount(name)).then(() => null)),
    // One call for each entry: what does not answer is not followed by more, long after the caller has given up.
    async forgetAll() {
      const found = await limited((keytar) => keytar.findCredentials(service));
      if (!found.ok) return found;
      const accounts = found.value.map(({ account }) => account);
      for (const account of accounts.sort((one, other) => placeOf(one) - placeOf(other))) {
        const deleted = await limited((keytar) => keytar.deletePassword(service, account));
        if (!deleted.ok) return deleted;
      }
      return ok(null);
    },
  };
}

/**
 * The key goes first, the notes of the data folder last: whoever keeps the data because something could not be deleted
 * keeps the key of the never-text list's marks as well.
 */
function placeOf(account: string): number {
  if (account === noteAccount("erasing-key")) return 2;
  return account === noteAccount("journal-sequence") ? 1 : 0;
}
