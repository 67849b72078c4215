// Opens a file as the window does, in a process of its own, and prints by how many bytes that process had grown at most.
import { readFileSync } from "node:fs";
import { ListEngine } from "../../../renderer/list-worker/list-engine.ts";
import { openList } from "../open-list.ts";

const file = process.argv[2] ?? "";
const engine = new ListEngine(() => {});
// A small list first, so that what is counted is the file and not the program.
await openList(engine, "small.csv", new TextEncoder().encode("Name,Phone\nAnna,380671234567"));
globalThis.gc?.();
const before = process.memoryUsage.rss();
await openList(engine, file, new Uint8Array(readFileSync(file)));
process.stdout.write(`${process.resourceUsage().maxRSS * 1024 - before}\n`);
