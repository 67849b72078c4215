import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { KeyStore } from "../account/key-store.ts";
import { logFailure } from "../log.ts";
import type { Program } from "../program.ts";
import { emptiedKeychain } from "./emptied-keychain.ts";

/** Everything that the program writes into its data folder. */
export const ownFolders = ["account", "practice", "logs"] as const;

/** Tells by being there that the keychain did not answer when everything was erased. */
const keychainLeft = "keychain-not-emptied";

export type ErasableOptions = {
  /** Opens the program on the data folder as it is then, with the keychain that it is to use. */
  open: (keyStore: KeyStore) => Promise<Result<Program, AppError>>;
  dataFolder: string;
  keyStore: KeyStore;
  /** Everything is erased: what was remembered of campaigns is of none that there is. */
  erased: () => void;
};

/** The program, with the way to erase all that it knows and to begin as new. */
export type ErasableProgram = Program & {
  /** What would be lost sight of, and the token that {@link eraseEverything} takes once. `notOver` null: nobody can say. */
  prepareErasing: () => Promise<Result<{ token: string; notOver: number | null }, AppError>>;
  /**
   * Erases the keychain's entries, both pairs of databases, logs and whatever else is there, and opens the program anew.
   * `input.invalid` for a token that was not given out last; `keychain.not-removed` when the keychain keeps the key, and
   * then nothing else is erased; `erase.keychain` when it did not answer, so that nobody knows what is in it: the rest is
   * erased, and the keychain before anything is read from it again, in this run or a later one; `erase.incomplete` when
   * a file cannot be deleted. The last two are in the state too, as what is left.
   */
  eraseEverything: (token: string) => Promise<Result<null, AppError>>;
};

/** Opens the program behind a door: what asks it while everything is erased is answered by the new one. */
export async function openErasable(options: ErasableOptions): Promise<Result<ErasableProgram, AppError>> {
  const keychain = emptiedKeychain(options.keyStore, join(options.dataFolder, keychainLeft));
  const opened = await options.open(keychain.keyStore);
  if (!opened.ok) return opened;
  let left: AppError | null = null;
  let current: Promise<Program> = Promise.resolve(opened.value);
  let token: string | null = null;
  let erasing = false;

  const anew = async (): Promise<Program> => {
    const next = await options.open(keychain.keyStore);
    if (!next.ok) throw new Error(next.error.code);
    return next.value;
  };

  /** With the program closed. What cannot be deleted is said, and the rest is gone all the same. */
  const wipe = async (): Promise<Result<null, AppError>> => {
    const removed = await Promise.allSettled(
      ownFolders.map((name) => rm(join(options.dataFolder, name), { recursive: true, force: true, maxRetries: 10 })),
    );
    const failed = removed.find((each) => each.status === "rejected");
    if (failed === undefined) return ok(null);
    logFailure("privacy", failed.reason);
    return err(appErrorOf("erase.incomplete"));
  };

  const eraseAll = async (): Promise<Result<null, AppError>> => {
    const before = current;
    const { promise, resolve, reject } = Promise.withResolvers<Program>();
    current = promise;
    current.catch((error: unknown) => logFailure("privacy", error));
    try {
      const program = await before;
      const keepsKey = await program.keepsKey();
      // Closed first: what is under way could write into the keychain again.
      await program.close();
      const forgotten = await keychain.keyStore.forgetAll();
      // A machine without a keychain has nothing there; one that keeps the key must not be passed over.
      if (!forgotten.ok && keepsKey === true) {
        resolve(await anew());
        return err(appErrorOf("keychain.not-removed"));
      }
      const wiped = await wipe();
      if (!forgotten.ok) keychain.owe();
      options.erased();
      const done = wiped.ok && !forgotten.ok && keepsKey === null ? err(appErrorOf("erase.keychain")) : wiped;
      left = done.ok ? null : done.error;
      resolve(await anew());
      return done;
    } catch (error) {
      reject(error);
      throw error;
    }
  };

  return ok({
    side: async () => (await current).side(),
    async state() {
      const state = await (await current).state();
      // By now the keychain may have answered.
      if (left?.code === "erase.keychain" && !keychain.isOwed()) left = null;
      return state.ok ? ok({ ...state.value, left }) : state;
    },
    settings: async () => (await current).settings(),
    campaign: async (id) => (await current).campaign(id),
    changeSettings: async (patch) => (await current).changeSettings(patch),
    connect: async (key) => (await current).connect(key),
    removeAccount: async () => (await current).removeAccount(),
    accounts: async () => (await current).accounts(),
    switchAccount: async (identity) => (await current).switchAccount(identity),
    forgetAccount: async (identity) => (await current).forgetAccount(identity),
    usePractice: async () => (await current).usePractice(),
    leavePractice: async () => (await current).leavePractice(),
    keepsKey: async () => (await current).keepsKey(),
    notOver: async () => (await current).notOver(),
    suspend: async () => (await current).suspend(),
    resume: async () => (await current).resume(),
    close: async () => (await current).close(),
    async prepareErasing() {
      token = randomUUID();
      return ok({ token, notOver: await (await current).notOver() });
    },
    async eraseEverything(given) {
      if (erasing || token === null || given !== token)
        return err(appErrorOf("input.invalid", { command: "eraseEverything" }));
      token = null;
      erasing = true;
      try {
        return await eraseAll();
      } finally {
        erasing = false;
      }
    },
  });
}
