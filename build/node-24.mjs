// Plain JavaScript without dependencies, also for old Nodes: what runs before anything is known of the machine.
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = resolve(fileURLToPath(import.meta.url), "../..");

/** The Node that Electron embeds: the one that `npm ci` brought, or the one that runs this. Undefined: there is none. */
export function findNode24() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = process.platform === "win32" ? "node.exe" : "node";
  const brought = join(root, "node_modules", `node-${platform}-${process.arch}`, "bin", name);
  if (existsSync(brought)) return brought;
  return Number.parseInt(process.versions.node, 10) >= 24 ? process.execPath : undefined;
}

/** The same, or a sentence and the end. */
export function needNode24() {
  if (!existsSync(join(root, "node_modules"))) return end('Nothing is installed yet: run "npm ci" first.');
  return (
    findNode24() ??
    end(
      `Campaign Desk needs Node 24, and this is ${process.version}: install Node 24 from nodejs.org and run "npm ci" with it.`,
    )
  );
}

/** This process's environment, in which `node` and the tools of the project come first. */
export function environment() {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, PATH: path };
}

/** Says why nothing more can be done. */
export function end(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
