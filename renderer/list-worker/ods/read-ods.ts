import { CellTable } from "../source/cell-table.ts";
import { HeldMemory } from "../source/held-memory.ts";
import type { SourceOptions } from "../source/read-source.ts";
import { Refusal } from "../source/refusal.ts";
import type { SourceBook } from "../source/source-table.ts";
import { InflateBudget } from "../xlsx/inflate.ts";
import { type Package, scanPart } from "../xlsx/parts.ts";
import type { ZipDirectory } from "../xlsx/zip-directory.ts";
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
  const memory = new HeldMemory(bytes.length);
  const content = new OdsContent(options.reading.sheet, memory);
  const present = await scanPart(source, "content.xml", content, (inflated, total) => {
    options.onProgress("reading", inflated, total);
    return true;
  });
  if (!present) throw new Refusal("file.unreadable");
  if (!content.isSpreadsheet) throw new Refusal("file.not-a-table");
  const { chosen } = content;
  if (chosen === null) {
    // A sheet that is wanted and not there, as when the settings are of another file: the usual choice.
    if (options.reading.sheet === null || content.tables.length === 0) throw new Refusal("file.empty");
    return readOds(bytes, directory, { ...options, reading: { ...options.reading, sheet: null } });
  }
  const { sheet, index } = chosen;
  const leftOut = { hiddenRows: sheet.hiddenRows, hiddenColumns: sheet.hiddenColumns };
  const table = new CellTable(sheet.store, sheet.texts.of(sheet.store), leftOut);
  const sheets = content.tables.map((view, at) => ({ index: at, ...view }));
  return { format: "ods", encoding: null, delimiter: null, sheet: index, sheets, table };
}
