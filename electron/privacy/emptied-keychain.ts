import { existsSync, rmSync, writeFileSync } from "node:fs";
import type { KeyStore } from "../account/key-store.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { logFailure } from "../log.ts";

/** A keychain that may still have to be emptied: everything else was erased while it did not answer. */
export type EmptiedKeychain = {
  /** The same keychain; while it must be emptied, nothing is read from it or written into it before that is done. */
  keyStore: KeyStore;
  /** Remembers that it must be emptied. @returns whether that is written down for the next run too */
  owe: () => boolean;
  isOwed: () => boolean;
};

/** @param file tells by being there that the keychain must still be emptied */
export function emptiedKeychain(keyStore: KeyStore, file: string): EmptiedKeychain {
  let owed = existsSync(file);
  let emptying: Promise<Result<null, AppError>> | null = null;

  const emptied = async (): Promise<Result<null, AppError>> => {
    const forgotten = await keyStore.forgetAll();
    if (!forgotten.ok) return forgotten;
    owed = false;
    try {
      rmSync(file, { force: true });
    } catch (error) {
      // It is empty. That the next run will not know is no reason to keep the key from this one.
      logFailure("privacy", error);
    }
    return forgotten;
  };
  const first = async <T>(act: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> => {
    if (owed) {
      emptying ??= emptied().finally(() => (emptying = null));
      const done = await emptying;
      if (!done.ok) return done;
    }
    return act();
  };

  return {
    keyStore: {
      read: () => first(() => keyStore.read()),
      write: (key) => first(() => keyStore.write(key)),
      remove: () => first(() => keyStore.remove()),
      readNote: (name) => first(() => keyStore.readNote(name)),
      writeNote: (name, value) => first(() => keyStore.writeNote(name, value)),
      removeNote: (name) => first(() => keyStore.removeNote(name)),
      forgetAll: () => first(() => keyStore.forgetAll()),
    },
    owe() {
      owed = true;
      try {
        writeFileSync(file, "");
        return true;
      } catch (error) {
        logFailure("privacy", error);
        return false;
      }
    },
    isOwed: () => owed,
  };
}
