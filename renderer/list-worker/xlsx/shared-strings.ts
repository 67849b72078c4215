import type { HeldMemory } from "../source/held-memory.ts";
import { type Package, scanPart } from "./parts.ts";
import { TextPool } from "./text-pool.ts";

/** All shared strings: runs of rich text joined, phonetic readings left out, empty ones counted. */
export async function readSharedStrings(source: Package, part: string | null, memory: HeldMemory): Promise<TextPool> {
  const pool = new TextPool(memory);
  if (part === null) return pool;
  let inText = false;
  let phonetic = 0;
  await scanPart(source, part, {
    open(name) {
      if (name === "t") inText = phonetic === 0;
      else if (name === "rPh") phonetic++;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") phonetic--;
      else if (name === "si") pool.finish();
    },
    text(bytes, from, to, literal) {
      if (inText) pool.append(bytes, from, to, literal);
    },
  });
  return pool;
}
