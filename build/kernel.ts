// `npm run kernel`: compiles the list worker's kernel from AssemblyScript and keeps its bytes as a list of numbers, which the
// bundles and the tests take like any other module.
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createMemoryStream, main } from "assemblyscript/asc";

const folder = resolve(import.meta.dirname, "../renderer/list-worker/kernel");

/** Where the compiled kernel is kept. */
export const kernelFile = join(folder, "kernel-bytes.ts");

const options = ["--optimize", "--noAssert", "--runtime", "stub", "--enable", "simd", "--initialMemory", "40"];

/** Compiles the kernel; gives the module that holds it. Throws with what the compiler says of a mistake. */
export async function compiledKernel(): Promise<string> {
  let binary: Uint8Array | undefined;
  const stderr = createMemoryStream();
  const { error } = await main(
    [join(folder, "assembly/index.ts"), "--baseDir", folder, "--outFile", "kernel.wasm", ...options],
    { stderr, writeFile: (_name, contents) => void (binary = contents as Uint8Array) },
  );
  if (error !== null || binary === undefined) throw new Error(`The kernel does not compile:\n${stderr.toString()}`);
  const note = "// Made by `npm run kernel` from assembly/: not to be changed by hand.";
  return `${note}\n\n/** The compiled kernel. */\nexport const kernelBytes: readonly number[] = [\n${linesOf(binary)}];\n`;
}

/** Numbers in lines as the formatter breaks them. */
function linesOf(bytes: Uint8Array): string {
  let text = "";
  let line = " ";
  for (const byte of bytes) {
    const next = ` ${byte},`;
    if (line.length + next.length > 120) {
      text += `${line}\n`;
      line = " ";
    }
    line += next;
  }
  return `${text}${line}\n`;
}

if (import.meta.main) writeFileSync(kernelFile, await compiledKernel());
