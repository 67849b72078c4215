import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { CommandName } from "../shared/ipc/contract.ts";
import { redacted } from "./privacy/redact.ts";

/** Where something can fail, in words of our own: nothing that came from outside can be one of these. */
export type LogPlace =
  | `command ${CommandName}`
  | "beginning"
  | "catching up"
  | "balance"
  | "quitting"
  | "saving a file"
  | "privacy"
  | "notices"
  | "uncaught"
  // The lanes and steps of sending.
  | "start"
  | "reconcile"
  | "cancel"
  | "pump"
  | "tracker"
  | "undo"
  | "gate"
  | "journal"
  | "sequence note";

/** What is worth a line besides failures, with its facts: counts and yes or no, never a word or a number of somebody. */
export type LogEvents = {
  "window gone": { crashes: number };
  erased: { campaigns: number };
};

let file: string | null = null;
const limit = 1_000_000;

/**
 * Logging goes to this file from now on; one older file is kept beside it, so there are never more than 2 MB. Nothing is
 * written before there is something to log: a folder that cannot be written into must not keep the program from saying so.
 */
export function logTo(path: string): void {
  file = path;
}

/**
 * Writes that something failed. By construction a line holds only words of our own source: the place, the kind of
 * error, its code and the functions it came through; never its message, which may quote a number, a text or a key.
 */
export function logFailure(place: LogPlace, error: unknown): void {
  const failure = error instanceof Error ? error : new Error("not an Error");
  write({ place, kind: kindOf(failure), code: codeOf(failure), frames: framesOf(failure) });
}

/** Writes that something happened. */
export function logEvent<E extends keyof LogEvents>(event: E, facts: LogEvents[E]): void {
  write({ event, ...facts });
}

function kindOf({ name }: Error): string {
  return /^[A-Za-z]{1,40}$/.test(name) ? name : "Error";
}

/** Node's and SQLite's codes are words in capitals or short figures; whatever else stands there is nobody's code. */
function codeOf(failure: Error): string | null {
  const code: unknown = Reflect.get(failure, "code");
  return typeof code === "string" && /^(?:[A-Z][A-Z_]{1,40}|\d{1,5})$/.test(code) ? code : null;
}

const frame =
  /^\s+at (?:async )?(?:([\w$.<>#]{1,80}(?: \[as [\w$]{1,40}\])?) \()?(?:.*[\\/])?([\w.-]{1,60}:\d+:\d+)\)?$/;

/** The functions an error came through: name, file and line, without the folder. What looks otherwise is left out. */
function framesOf({ stack = "" }: Error): string[] {
  return stack
    .split("\n")
    .flatMap((line) => {
      const [, called, place] = frame.exec(line) ?? [];
      return place === undefined ? [] : [called === undefined ? place : `${called} ${place}`];
    })
    .slice(0, 8);
}

type Entry = Record<string, string | number | boolean | null | string[]>;

function write(entry: Entry): void {
  const safe = Object.entries(entry).map(([name, value]): [string, Entry[string]] => [
    name,
    Array.isArray(value) ? value.map(redacted) : typeof value === "boolean" || value === null ? value : fact(value),
  ]);
  const line = `${JSON.stringify({ at: new Date().toISOString(), ...Object.fromEntries(safe) })}\n`;
  if (file === null) {
    process.stderr.write(line);
    return;
  }
  try {
    mkdirSync(dirname(file), { recursive: true });
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > limit) renameSync(file, `${file}.1`);
    appendFileSync(file, line);
  } catch {
    // A log that cannot be written (full disk) must not stop the program; the line still goes to the terminal.
    process.stderr.write(line);
  }
}

/** A count of nine digits is as likely a number of somebody. */
function fact(value: string | number): string | number {
  const safe = redacted(String(value));
  return safe === String(value) ? value : safe;
}
