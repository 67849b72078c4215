import { type AppError, appErrorOf } from "../../shared/errors.ts";
import { createTurns, type InTurn } from "../../shared/in-turn.ts";
import type { PersonTrace, PrivacyState, WaitingErasure } from "../../shared/privacy.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import type { KeyStore } from "../account/key-store.ts";
import type { Database } from "../database/database.ts";
import { logEvent } from "../log.ts";
import { erasingKey, readErasingKey } from "./erasing-key.ts";

export type PrivacyOptions = {
  database: Pick<Database, "privacy" | "journalProblem">;
  /** Where the key of the marks is. */
  keyStore: KeyStore;
  /** ms since 1970. */
  now: () => number;
  /** Drafts, lists or campaigns have changed. */
  changed: () => void;
};

/** What a side keeps of people, and how it is erased. */
export type Privacy = {
  /** Takes the key of the marks if any of them needs it. Answers when it was asked for, whether or not it was there. */
  unlock: () => Promise<void>;
  state: () => Promise<PrivacyState>;
  /** Why nobody can say who is never to be texted: `never-text.sealed`, or `never-text.key-lost`; null: everybody can be told. */
  sealed: () => Promise<AppError | null>;
  /**
   * Forgets the erased people who are never to be texted, when the key that knows them is gone: then they may be texted
   * again, and campaigns can be sent again. With the key there nothing is forgotten. `keychain.unavailable` while nobody
   * can say whether it is gone.
   */
  forgetMarks: () => Promise<Result<null, AppError>>;
  trace: (number: string) => Promise<PersonTrace>;
  /**
   * Erases a number, in campaigns as soon as they are over.
   * @param pastTheGate awaited last before that: who is to stay out gets on the never-text list with it, and so never
   * between a POST's last look at the list and its first byte
   * @returns what is waited for; `keychain.unavailable` or `never-text.key-lost` when the person is to stay out and no mark
   * can be made, and the journal's problem while it cannot be used
   */
  erase: (
    number: string,
    choice: { keepOut: boolean; deleteDrafts: string[] },
    pastTheGate?: () => Promise<void>,
  ) => Promise<Result<WaitingErasure | null, AppError>>;
  /**
   * For what reads people in one file and writes them into the other, as a confirmation does: nobody is erased in between,
   * or the record of what was sent would get a number again of which it was said that it is erased.
   */
  whileNobodyIsErased: InTurn;
  /** Erases what waited and can go now, and people and texts kept for longer than so many months; null: for ever. */
  sweep: (keepMonths: number | null) => Promise<void>;
};

export function createPrivacy({ database, keyStore, now, changed }: PrivacyOptions): Privacy {
  const store = database.privacy;
  const inTurn = createTurns();
  let unlocked = false;
  let problem: AppError | null = null;

  const take = async (key: Result<string | null, AppError>): Promise<boolean> => {
    // Somebody else who asked has got it meanwhile.
    if (unlocked) return true;
    problem = key.ok ? null : key.error;
    if (!key.ok) return false;
    if (key.value !== null) unlocked = await store.useKey(key.value);
    // The keychain has answered, and has none or another one.
    if (!unlocked && (await store.sealedMarks()) > 0) problem = appErrorOf("never-text.key-lost");
    return unlocked;
  };

  /** The key, made if need be: the first thing is about to be erased. */
  const ready = async (): Promise<Result<null, AppError>> => {
    if (unlocked) return ok(null);
    // While marks of another key are there, none is made in its place.
    const isLocked = (await store.sealedMarks()) > 0;
    const key = isLocked ? await readErasingKey(keyStore) : await erasingKey(keyStore);
    const taken = await take(key);
    if (!key.ok) return key;
    return taken ? ok(null) : err(problem ?? appErrorOf("never-text.sealed"));
  };

  const unlock = async (): Promise<void> => {
    if (!unlocked && (await store.needsKey())) await take(await readErasingKey(keyStore));
  };
  const isLost = () => problem?.code === "never-text.key-lost";

  return {
    unlock,
    state: async () => ({
      waiting: await store.waiting(now()),
      problem,
      lostMarks: isLost() ? await store.sealedMarks() : 0,
    }),
    async sealed() {
      await unlock();
      if ((await store.sealedMarks()) === 0) return null;
      return isLost() ? problem : appErrorOf("never-text.sealed");
    },
    async forgetMarks() {
      await unlock();
      if (unlocked) return ok(null);
      if (problem !== null && !isLost()) return err(problem);
      await store.forgetMarks();
      problem = null;
      changed();
      return ok(null);
    },
    whileNobodyIsErased: inTurn,
    trace: (number) => store.trace(number, now()),
    async erase(number, choice, pastTheGate) {
      // A number that stays in the record of what was sent is not erased.
      if (database.journalProblem !== null) return err(database.journalProblem);
      const key = await ready();
      // Without a keychain somebody can be forgotten, but not be known again.
      if (!key.ok && choice.keepOut) return key;
      // The keychain may have taken its time.
      await pastTheGate?.();
      const waiting = await inTurn(() => store.erase(number, choice, iso(now())));
      changed();
      return ok(waiting);
    },
    async sweep(keepMonths) {
      const before = keepMonths === null ? null : iso(monthsBefore(now(), keepMonths));
      if (!(await store.hasToSweep(iso(now()), before))) return;
      // Erased without the key they would not be known again: the same text could go to the same people once more.
      const key = await ready();
      if (!key.ok) return;
      const swept = await inTurn(() => store.sweep(iso(now()), before));
      if (swept.campaigns + swept.people === 0) return;
      logEvent("erased", { campaigns: swept.campaigns });
      changed();
    },
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** The same day and time so many months earlier, or the last day of a shorter month (UTC). */
export function monthsBefore(ms: number, months: number): number {
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, last));
}
