// Starting programs the way every script of the project does. Plain JavaScript without dependencies.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment, needNode24, root } from "./node-24.mjs";

/** Runs a program with the project's environment, its output going where ours goes. Answers its exit code. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", env: { ...environment(), ...env } });
    const pass = (signal) => child.kill(signal);
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, pass);
    child.once("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.once("close", (code) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}

/** Runs a tool of node_modules (or a script of ours) under Node 24. */
export function runNode(script, args = [], env = {}) {
  return run(needNode24(), [join(root, script), ...args], env);
}

/**
 * The same as `runNode`, on Linux in a session of its own with an unlocked, empty keyring: the tests of the keychain
 * need a real one, and must never touch the developer's.
 */
export async function runNodeWithKeyring(script, args = [], env = {}) {
  if (process.platform !== "linux") return runNode(script, args, env);
  const folder = mkdtempSync(join(tmpdir(), "desk-keyring-"));
  const unlock = 'printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';
  const command = ["--", "sh", "-c", unlock, "sh", needNode24(), join(root, script), ...args];
  try {
    return await run("dbus-run-session", command, { ...env, XDG_DATA_HOME: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds the three bundles. */
export function build(env = {}) {
  return runNode("node_modules/electron-vite/bin/electron-vite.js", ["build"], env);
}

/** Builds when a source is younger than the bundles. */
export async function buildWhenOld(env = {}) {
  const sources = ["electron", "renderer", "shared", "electron.vite.config.ts", "package.json", "package-lock.json"];
  const bundles = ["out/main/main.js", "out/preload/preload.cjs", "out/renderer/index.html"];
  const oldest = Math.min(...bundles.map((file) => changed(file) ?? 0));
  if (Math.max(...sources.map((source) => changed(source) ?? 0)) <= oldest) return 0;
  return build(env);
}

/** When a file, or the youngest thing in a folder, was changed: ms since 1970. */
function changed(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined || !stats.isDirectory()) return stats?.mtimeMs;
  const inside = readdirSync(join(root, path)).map((name) => changed(join(path, name)) ?? 0);
  return Math.max(stats.mtimeMs, ...inside);
}
