import type { AppError } from "../errors.ts";
import type { PlannedStart } from "./schedule.ts";

/**
 * Everything that can happen to a part. Times are milliseconds; `attempt` ties what became of a POST to that POST, so
 * that a late answer never decides over a later one.
 */
export type PartEvent =
  // Before posting
  | { kind: "undo" }
  | { kind: "ask"; question: "restarted" | "time-passed" }
  /** The user's Send now to such a question. */
  | { kind: "go-on" }
  /** The user's Send at … to such a question. Numbers, texts and ids stay as they were confirmed. */
  | { kind: "send-at"; start: PlannedStart }
  /** It cannot have its turn yet; said, and tried again later. */
  | { kind: "hindered"; why: AppError }
  /** Somebody else posted it already: another computer, or a backup restored here. */
  | { kind: "found-before-posting"; watchUntil: number }
  | { kind: "pause"; reason: AppError }
  | { kind: "resume" }
  // Posting
  | { kind: "post"; watchUntil: number }
  | { kind: "not-begun"; attempt: number; why: AppError }
  | { kind: "withheld"; attempt: number; why: AppError }
  | { kind: "taken"; attempt: number; serviceId: string }
  | { kind: "refused"; attempt: number; reason: AppError; shared: boolean }
  | { kind: "key-refused"; attempt: number; why: AppError }
  | { kind: "unclear"; attempt: number; why: AppError }
  // Looking
  | { kind: "found-all"; serviceIds: string[] }
  | { kind: "found-some"; serviceIds: string[]; found: number }
  /** The service has finished taking it in and `missing` people are not there. */
  | { kind: "taken-in"; missing: number }
  | { kind: "empty"; attempt: number; monotonic: number; serviceDate: number | null; authority: boolean }
  /** Nobody could look: offline, another account, a malformed answer. No vote. */
  | { kind: "blind"; attempt: number; monotonic: number; why: AppError }
  | { kind: "watch-over"; read: boolean }
  /**
   * The campaigns of an accepted part are over without `missing` of its people, or the service does not know them at
   * all: those people are looked for from now on.
   */
  | { kind: "incomplete"; missing: number }
  // The user
  | { kind: "send-again" }
  | { kind: "look-again" }
  | { kind: "drop" }
  | { kind: "cancel" }
  /** Every campaign of it has a final answer to the stop; `missing` people were never seen at the service. */
  | { kind: "stopped"; missing: number }
  // The program
  /** The program was started: no POST is under way, and monotonic times of the last run mean nothing. */
  | { kind: "restart" }
  /** The journal is older than the number beside the key: it was restored from a backup. */
  | { kind: "restored"; watchUntil: number };
