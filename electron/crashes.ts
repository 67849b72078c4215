import { logFailure } from "./log.ts";

/**
 * Failures that nobody caught are written to the log without their message, and kept from the terminal, where Node
 * would print it. No memory dumps are made (`crashReporter` is never started): they would hold numbers and texts.
 */
export function logWhatNobodyCaught(of: NodeJS.EventEmitter = process): void {
  of.on("uncaughtException", (error: unknown) => logFailure("uncaught", error));
  of.on("unhandledRejection", (reason: unknown) => logFailure("uncaught", reason));
}
