// Starting programs the way every script of the project does. Plain JavaScript without dependencies.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { environment, needNode24, root } from "./node-24.mjs";

/** What ends us, and what a shell says of a program that was ended by it. */
const codeOf = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const signals = Object.keys(codeOf);

/**
 * Runs a program with the project's environment, its output going where ours goes. Answers its exit code. When this
 * process is told to end meanwhile, the program is, and then there is no answer: nothing comes after it.
 * @param group whether the program only starts others, which would go on without it: then all of them are told.
 */
export function run(command, args, env = {}, group = false) {
  const own = group && process.platform !== "win32";
  return new Promise((resolve) => {
    const options = { cwd: root, stdio: "inherit", env: { ...environment(), ...env }, detached: own };
    const child = spawn(command, args, options);
    let told;
    let toldAt = 0;
    const pass = (signal) => {
      // The terminal tells everybody, and whoever started us passes that on: heard twice, it would mean "at once".
      if (told === signal && performance.now() - toldAt < 1000) return;
      told = signal;
      toldAt = performance.now();
      if (own) tellGroup(child.pid, signal);
      else child.kill(signal);
    };
    for (const signal of signals) process.on(signal, pass);
    child.once("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.once("close", async (code, signal) => {
      if (own) await groupGone(child.pid);
      // A signal that came in the same moment is heard first.
      await nextTurn();
      for (const each of signals) process.off(each, pass);
      const ended = told ?? signals.find((each) => each === signal || codeOf[each] === code);
      if (ended !== undefined) process.exit(codeOf[ended]);
      resolve(code ?? 1);
    });
  });
}

/** Whether there was somebody to tell. Signal 0 only asks. */
function tellGroup(leader, signal) {
  try {
    return process.kill(-leader, signal);
  } catch {
    return false; // All of them are gone.
  }
}

/** Whoever is left of a group whose leader has ended has ten seconds to clear away what is its own. */
async function groupGone(leader) {
  for (let tries = 0; tries < 100 && tellGroup(leader, 0); tries++) await wait(100);
  tellGroup(leader, "SIGKILL");
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
  const clear = () => rmSync(folder, { recursive: true, force: true });
  // However it ends: a run that is stopped ends this process.
  process.once("exit", clear);
  const code = await run("dbus-run-session", command, { ...env, XDG_DATA_HOME: folder }, true);
  process.off("exit", clear);
  clear();
  return code;
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
