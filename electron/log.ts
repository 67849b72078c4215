import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

let file: string | null = null;
const limit = 1_000_000;

/** Logging goes to this file from now on; one older file is kept beside it. */
export function logTo(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  file = path;
}

/**
 * Writes that something failed. By construction a line holds only words of our own source: the place, the kind of
 * error, its code and the functions it came through; never its message, which may quote a number, a text or a key.
 */
export function logFailure(place: string, error: unknown): void {
  const failure = error instanceof Error ? error : new Error("not an Error");
  const code: unknown = Reflect.get(failure, "code");
  const frames = (failure.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?\S*[\\/]([^\\/]+:\d+:\d+)\)?/, "$1"));
  write({ place, kind: failure.name, code: typeof code === "string" ? code : null, frames });
}

/** Writes that something happened, with figures and words of our own. */
export function logEvent(event: string, facts: Record<string, number | boolean> = {}): void {
  write({ event, ...facts });
}

function write(entry: Record<string, unknown>): void {
  const line = `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`;
  if (file === null) {
    process.stderr.write(line);
    return;
  }
  try {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > limit) renameSync(file, `${file}.1`);
    appendFileSync(file, line);
  } catch {
    // A log that cannot be written (full disk) must not stop the program; the line still goes to the terminal.
    process.stderr.write(line);
  }
}
