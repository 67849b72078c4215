// `npm run kernel`: compiles the list worker's kernel from AssemblyScript and keeps its bytes as a list of numbers,
// which the bundles and the tests take like any other module.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, "renderer/list-worker/kernel");

/** Where the compiled kernel is kept. */
export const kernelFile = join(folder, "kernel-bytes.ts");

// In a process of its own: the compiler's types say what AssemblyScript's own numbers and arrays are, to everybody who
// imports them. It starts itself once more where source maps are not enabled.
const compiler = ["--enable-source-maps", join(root, "node_modules/assemblyscript/bin/asc.js")];
const options = ["--optimize", "--noAssert", "--runtime", "stub", "--initialMemory", "40"];

/** Compiles the kernel; gives the module that holds it. Throws with what the compiler says of a mistake. */
export async function compiledKernel(): Promise<string> {
  const temporary = mkdtempSync(join(tmpdir(), "desk-kernel-"));
  try {
    const [vectors, plain] = await Promise.all([
      compiled(join(temporary, "vectors.wasm"), "--enable"),
      compiled(join(temporary, "plain.wasm"), "--disable"),
    ]);
    return `// Made by \`npm run kernel\` from assembly/: not to be changed by hand.

/** The compiled kernel. */
export const kernelBytes: readonly number[] = [
${linesOf(vectors)}];

/** The same for older processors, which have no vectors (SSE 4.1). */
export const plainKernelBytes: readonly number[] = [
${linesOf(plain)}];
`;
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** The kernel's bytes, with or without vectors. */
async function compiled(wasm: string, vectors: "--enable" | "--disable"): Promise<Uint8Array> {
  const source = [join(folder, "assembly/index.ts"), "--baseDir", folder, "--outFile", wasm];
  await promisify(execFile)(process.execPath, [...compiler, ...source, ...options, vectors, "simd"]);
  return readFileSync(wasm);
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
