import { HeldMemory } from "../source/held-memory.ts";
import type { SourceOptions } from "../source/read-source.ts";
import { Refusal } from "../source/refusal.ts";
import type { SourceBook } from "../source/source-table.ts";
import { InflateBudget } from "../xlsx/inflate.ts";
import { type Package, scanPart } from "../xlsx/parts.ts";
import type { ZipDirectory } from "../xlsx/zip-directory.ts";
import { odsBook } from "./ods-book.ts";
import { StruckStyles } from "./struck-styles.ts";
import { OdsContent } from "./ods-content.ts";

/** A file with a password lists how each of its parts is encrypted (OpenDocument 1.3, part 2, chapter 4). */
async function isLocked(source: Package): Promise<boolean> {
  let locked = false;
  const handler = {
    open(name: string): void {
      if (name === "encryption-data") locked = true;
    },
    close(): void {},
    text(): void {},
  };
  await scanPart(source, "META-INF/manifest.xml", handler, () => !locked);
  return locked;
}

/**
 * Reads `.ods`. Every cell of it carries the text that it showed when it was saved, in the file's own locale, beside its
 * value: no format needs to be understood. Throws {@link Refusal}.
 */
export async function readOds(bytes: Uint8Array, directory: ZipDirectory, options: SourceOptions): Promise<SourceBook> {
  const source: Package = { bytes, directory, budget: new InflateBudget() };
  if (await isLocked(source)) throw new Refusal("file.locked");
  return odsBook(options.reading.sheet, async (wanted) => {
    const memory = new HeldMemory(bytes.length);
    const styles = new StruckStyles(memory);
    const content = new OdsContent(wanted, memory, styles);
    const budget = new InflateBudget();
    // The styles that have names stand apart from those that are made for their cells.
    await scanPart({ ...source, budget }, "styles.xml", styles);
    const present = await scanPart({ ...source, budget }, "content.xml", content, (done, total) => {
      options.onProgress("reading", done, total);
      return true;
    });
    if (!present) throw new Refusal("file.unreadable");
    return content;
  });
}
