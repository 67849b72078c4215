// Loads one bundle, lets it prepare itself where it does so, has it read one file, and says how long the reading took and how much memory the process ever had.
// Plain JavaScript, so that the process does not carry a compiler around. Arguments: the bundle, the file, "bytes" or "text".
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** Linux counts into `maxRSS` what the parent had when it started this process. */
function peakBytes() {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS * 1024;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"));
  return Number(kilobytes) * 1024;
}

const [bundle, file, kind] = process.argv.slice(2);
const { prepare, work } = await import(pathToFileURL(bundle).href);
await prepare?.();
const content = readFileSync(file);
// The window hands over plain bytes, not Node's kind of them.
const bytes = new Uint8Array(content.buffer, content.byteOffset, content.length);
const input = kind === "text" ? new TextDecoder().decode(bytes) : bytes;
const start = performance.now();
await work(input);
const milliseconds = performance.now() - start;
process.stdout.write(JSON.stringify({ milliseconds, peakBytes: peakBytes() }));
