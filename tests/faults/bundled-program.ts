import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import { aFolder } from "./one-desk.ts";

/** The program that is killed and its database thread, each in one file, as the package of the program has them. */
export type BundledProgram = { program: string; worker: string };

const root = resolve(import.meta.dirname, "../..");
let made: Promise<BundledProgram> | null = null;

/**
 * Puts the program together, once for all that are started: reading and stripping a hundred sources is most of the
 * cost of a start, and whoever is killed keeps no compiled code. The files go when this process does.
 */
export function bundledProgram(): Promise<BundledProgram> {
  made ??= bundle();
  return made;
}

async function bundle(): Promise<BundledProgram> {
  const outDir = aFolder();
  process.on("exit", () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      minify: false,
      rollupOptions: {
        input: {
          program: resolve(import.meta.dirname, "killed-program.ts"),
          worker: resolve(root, "electron/database/worker.ts"),
        },
        output: { entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
      },
    },
    ssr: { noExternal: true, external: ["keytar"] },
  });
  return { program: join(outDir, "program.mjs"), worker: join(outDir, "worker.mjs") };
}
