import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the browser that stands in for Electron notes, some seconds late, what is typed into its tabs. Electron has none. */
const tabs = join("stand-in-chromium", "Default", "Sessions");

/** The files below a folder that hold one of these, in whatever width Chromium or SQLite writes text. */
export function filesWith(folder: string, sought: readonly string[]): string[] {
  const wanted = sought.flatMap((text) => [Buffer.from(text), Buffer.from(text, "utf16le")]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith(tabs))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = bytesOf(file);
      return wanted.some((text) => bytes.includes(text));
    });
}

/** Chromium renames its files while they are looked at: what is gone holds nothing. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, "code") === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}
