/** The process that stands in for Electron's main process: sets the scene, then loads the app's own main file. */
import { readFileSync, statSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { readCommandLine } from "./command-line.ts";

const line = readCommandLine(process.argv.slice(2));
const standIn = pathToFileURL(join(import.meta.dirname, "electron.ts")).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron" || specifier === "electron/main"
      ? { url: standIn, format: "module-typescript", shortCircuit: true }
      : next(specifier, context),
});

// As Electron has it: its own executable, then the arguments as they came.
process.argv.splice(1, 1);
process.argv[0] = join(import.meta.dirname, "electron");

const { app, appInner } = await import("./app.ts");
const { directory, main } = entryOf(resolve(line.appPath ?? "."));
appInner.describe(app, directory, line.userData);

const require = createRequire(import.meta.url);
for (const module of line.required) require(module);

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
  process.on(signal, () => {
    app.quit();
  });
}

const fail = (error: unknown): void => {
  console.error(error);
  process.exit(1);
};
// Both at once: Electron, too, has its browser process running before the app's main file is read. "Ready" does not wait
// for the main file's end, which may itself await it.
import(pathToFileURL(main).href).catch(fail);
appInner.startBrowser(app, line).then(() => appInner.announceReady(app), fail);

function entryOf(path: string): { directory: string; main: string } {
  if (!statSync(path).isDirectory()) return { directory: dirname(path), main: path };
  const { main } = JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as { main?: string };
  return { directory: path, main: join(path, main ?? "index.js") };
}
