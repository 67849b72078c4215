import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../..");
const start = promisify(execFile);

/** Runs a script of `apart/` in a process of its own; gives the number it prints last. */
export function measuredApart(script: string, args: readonly string[] = []): Promise<number> {
  return lastNumber([join(root, "tests/bench/apart", script), ...args]);
}

/** The same for a script that starts the program and looks at its window; builds the program when it is old. */
export function measuredInWindow(script: string, args: readonly string[] = []): Promise<number> {
  return lastNumber([join(root, "build/with-electron.mjs"), "script", `tests/bench/apart/${script}`, ...args]);
}

async function lastNumber(args: readonly string[]): Promise<number> {
  const env = { ...process.env, STAND_IN_HEADLESS: "1" };
  const { stdout } = await start(process.execPath, [...args], { cwd: root, env, maxBuffer: 64 * 1024 * 1024 });
  const number = Number(stdout.trim().split("\n").at(-1));
  if (!Number.isFinite(number)) throw new Error(`${args.join(" ")} has printed no number:\n${stdout}`);
  return number;
}

/** A folder for what is measured, removed when the bench ends. */
export function benchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "desk-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
