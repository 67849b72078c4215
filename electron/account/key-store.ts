import type { AppError } from "../../shared/errors.ts";
import { ok, type Result } from "../../shared/result.ts";

/** Where the key is kept, with a few short notes beside it that must not travel with the data folder. */
export interface KeyStore {
  /** The key, null when there is none. Everything here answers `keychain.unavailable` when it cannot be had. */
  read(): Promise<Result<string | null, AppError>>;
  write(key: string): Promise<Result<null, AppError>>;
  remove(): Promise<Result<null, AppError>>;
  /** A note, such as the journal's sequence number; null when it was never written. */
  readNote(name: string): Promise<Result<string | null, AppError>>;
  writeNote(name: string, value: string): Promise<Result<null, AppError>>;
  removeNote(name: string): Promise<Result<null, AppError>>;
  /** Forgets the key and every note, that of the erasing key last; what could not be forgotten is left with what follows. */
  forgetAll(): Promise<Result<null, AppError>>;
}

/** A key store that forgets: for practice mode, whose key is no secret, and for tests. */
export function createMemoryKeyStore(first: string | null = null): KeyStore {
  let key = first;
  const notes = new Map<string, string>();
  return {
    read: async () => ok(key),
    async write(next) {
      key = next;
      return ok(null);
    },
    async remove() {
      key = null;
      return ok(null);
    },
    readNote: async (name) => ok(notes.get(name) ?? null),
    async writeNote(name, value) {
      notes.set(name, value);
      return ok(null);
    },
    async removeNote(name) {
      notes.delete(name);
      return ok(null);
    },
    async forgetAll() {
      key = null;
      notes.clear();
      return ok(null);
    },
  };
}
