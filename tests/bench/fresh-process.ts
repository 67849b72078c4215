import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";
import { benchFolder } from "./apart.ts";

/** What a fresh process says: how long the work took once its bundle was loaded and prepared, and the most memory it ever had. */
export type Fresh = { milliseconds: number; peakBytes: number };

/** What a fresh process can do: see the files of these names in `fresh/`, and what each of them is given. */
const works = { "open-list": "bytes", "open-list-ready": "bytes", "papa-parse": "text" } as const;
export type FreshWork = keyof typeof works;

const here = resolve(import.meta.dirname, "fresh");

/**
 * Bundles the works as the program is bundled and writes the list down; gives what runs one of them in a process of its
 * own.
 */
export async function freshProcesses(list: Uint8Array): Promise<(work: FreshWork) => Promise<Fresh>> {
  const folder = benchFolder();
  const file = join(folder, "list.csv");
  writeFileSync(file, list);
  for (const work of Object.keys(works)) {
    await build({
      configFile: false,
      logLevel: "error",
      build: {
        ssr: join(here, `${work}.ts`),
        outDir: join(folder, work),
        minify: true,
        rollupOptions: { output: { entryFileNames: "[name].mjs", chunkFileNames: "[name].mjs" } },
      },
      ssr: { noExternal: true },
    });
  }
  return async (work) => {
    const bundle = join(folder, work, `${work}.mjs`);
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(here, "measure.mjs"),
      bundle,
      file,
      works[work],
    ]);
    return JSON.parse(stdout) as Fresh;
  };
}
