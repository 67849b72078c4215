// The one way in which the program is started: `start`, `demo`, `screenshots`, `e2e [arguments of Playwright]`, `script`
// (one of ours that starts the program, with its arguments), or any other command that needs to find Electron. Plain
// JavaScript without dependencies, so that an old Node can say what is missing.
import { findElectron, hasDisplay, needKeyring, which } from "./needs.mjs";
import { end, needNode24 } from "./node-24.mjs";
import { buildWhenOld, run, runNode, runNodeWithKeyring } from "./run.mjs";

const [task, ...args] = process.argv.slice(2);
if (task === undefined) end("Say what to do: start, demo, screenshots, e2e, or a command.");
needNode24();
const electron = await findElectron();
process.stdout.write(`${electron.line}\n`);
// The real Electron needs some display; nobody looks at this one.
if (electron.kind === "real" && !hasDisplay() && !process.env.DESK_VIRTUAL_DISPLAY) {
  const again = ["-a", process.execPath, ...process.argv.slice(1)];
  process.exit(await run(which("xvfb-run"), again, { DESK_VIRTUAL_DISPLAY: "1" }));
}
process.exit(await perform());

async function perform() {
  if (task === "start" && canShow()) return (await buildWhenOld(electron.env)) || start();
  if (task === "start") {
    process.stdout.write("There is no display here, so this is the demo instead: it leaves a picture of every step.\n");
    return demo();
  }
  if (task === "demo") return demo();
  if (task === "screenshots") return withKeyring("build/screenshots.ts", args);
  if (task === "e2e") return withKeyring("node_modules/@playwright/test/cli.js", ["test", ...args]);
  if (task === "script") return withKeyring(args[0], args.slice(1));
  return run(task, args, electron.env);
}

function canShow() {
  return hasDisplay() && !process.env.DESK_VIRTUAL_DISPLAY;
}

function start() {
  // Electron refuses its sandbox to root.
  const root = process.platform === "linux" && process.getuid() === 0 ? ["--no-sandbox"] : [];
  return run(electron.executable, [...root, ".", ...args], electron.env);
}

async function demo() {
  const env = { ...electron.env, STAND_IN_HEADLESS: "1" };
  return (await buildWhenOld(env)) || runNode("build/demo.ts", args, env);
}

async function withKeyring(script, given) {
  const env = { ...electron.env, STAND_IN_HEADLESS: "1" };
  const runIt = needKeyring() ? runNodeWithKeyring : runNode;
  return (await buildWhenOld(env)) || runIt(script, given, env);
}
