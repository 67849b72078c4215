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
   * erased, and the keychain before anything is read from it again, in this run or a later one; `erase.keychain-unnoted`
   * when a later one will not know, as the data folder cannot be written into; `erase.incomplete` when a file cannot be
   * deleted. The last three are in the state too, as what is left.
   */
  eraseEverything: (token: string) => Promise<Result<null, AppError>>;
};

/**
 * Opens the program behind a door: what asks it while everything is erased is answered by the new one. Where it cannot
 * be opened, at the start or then, the reason is the answer, and whoever asks next tries again.
 */
export async function openErasable(options: ErasableOptions): Promise<ErasableProgram> {
  const keychain = emptiedKeychain(options.keyStore, join(options.dataFolder, keychainLeft));
  let left: AppError | null = null;
  let token: string | null = null;
  let erasing = false;

  const anew = async (): Promise<Result<Program, AppError>> => {
    try {
      return await options.open(keychain.keyStore);
    } catch (error) {
      logFailure("beginning", error);
      return err(cannotBegin(error));
    }
  };
  let current = anew();
  await current;

  const program = async (): Promise<Result<Program, AppError>> => {
    const last = current;
    const open = await last;
    if (open.ok) return open;
    if (current === last) current = anew();
    return current;
  };
  const on = async <T>(act: (program: Program) => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> => {
    const open = await program();
    return open.ok ? act(open.value) : open;
  };
  /** For what cannot be refused in words. */
  const of = async <T>(act: (program: Program) => Promise<T>): Promise<T> => {
    const open = await program();
    if (!open.ok) throw new Error(open.error.code);
    return act(open.value);
  };

  /** For what a program that is not open has nothing to do for. */
  const ifOpen = async (act: (program: Program) => Promise<void>): Promise<void> => {
    const open = await current;
    if (open.ok) await act(open.value);
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

  const eraseAll = async (before: Program): Promise<Result<null, AppError>> => {
    const keepsKey = await before.keepsKey();
    // Closed first: what is under way could write into the keychain again.
    await before.close();
    const forgotten = await keychain.keyStore.forgetAll();
    // A machine without a keychain has nothing there; one that keeps the key must not be passed over.
    if (!forgotten.ok && keepsKey === true) return err(appErrorOf("keychain.not-removed"));
    const wiped = await wipe();
    const isNoted = forgotten.ok || keychain.owe();
    options.erased();
    const mayHoldKey = !forgotten.ok && keepsKey === null;
    if (mayHoldKey && !isNoted) left = appErrorOf("erase.keychain-unnoted");
    else if (!wiped.ok) left = wiped.error;
    else left = mayHoldKey ? appErrorOf("erase.keychain") : null;
    return left === null ? ok(null) : err(left);
  };

  /** Whatever comes of it, the program is opened again. */
  const eraseAndOpen = async (): Promise<Result<null, AppError>> => {
    const last = current;
    const next = Promise.withResolvers<Result<Program, AppError>>();
    current = next.promise;
    try {
      const before = await last;
      return before.ok ? await eraseAll(before.value) : before;
    } finally {
      next.resolve(await anew());
    }
  };

  return {
    side: () => on((open) => open.side()),
    async state() {
      const state = await on((open) => open.state());
      // By now the keychain may have answered.
      const isOfKeychain = left?.code === "erase.keychain" || left?.code === "erase.keychain-unnoted";
      if (isOfKeychain && !keychain.isOwed()) left = null;
      return state.ok ? ok({ ...state.value, left }) : state;
    },
    settings: () => of((open) => open.settings()),
    campaign: (id) => of((open) => open.campaign(id)),
    changeSettings: (patch) => of((open) => open.changeSettings(patch)),
    connect: (key) => on((open) => open.connect(key)),
    removeAccount: () => on((open) => open.removeAccount()),
    accounts: () => of((open) => open.accounts()),
    switchAccount: (identity) => on((open) => open.switchAccount(identity)),
    forgetAccount: (identity) => on((open) => open.forgetAccount(identity)),
    usePractice: () => on((open) => open.usePractice()),
    leavePractice: () => on((open) => open.leavePractice()),
    keepsKey: () => of((open) => open.keepsKey()),
    notOver: () => of((open) => open.notOver()),
    suspend: () => ifOpen((open) => open.suspend()),
    resume: () => ifOpen((open) => open.resume()),
    close: () => ifOpen((open) => open.close()),
    async prepareErasing() {
      const open = await program();
      if (!open.ok) return open;
      token = randomUUID();
      return ok({ token, notOver: await open.value.notOver() });
    },
    async eraseEverything(given) {
      if (erasing || token === null || given !== token)
        return err(appErrorOf("input.invalid", { command: "eraseEverything" }));
      token = null;
      erasing = true;
      try {
        return await eraseAndOpen();
      } finally {
        erasing = false;
      }
    },
  };
}

/** Why the program's files cannot be opened: the system says no, or it is a fault of ours. */
function cannotBegin(error: unknown): AppError {
  const refused = error instanceof Error && typeof Reflect.get(error, "syscall") === "string";
  return refused ? appErrorOf("library.unreadable") : appErrorOf("internal", { where: "start" });
}
