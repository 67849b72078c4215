import type { ReadingSettings } from "../../../shared/recipients/reading.ts";
import { Refusal } from "../source/refusal.ts";
import type { OnProgress, SourceBook } from "../source/source-table.ts";
import { detectDelimiter, separatorLine } from "./delimiter.ts";
import { asciiFamily, detectEncoding, isKnownEncoding } from "./encoding.ts";
import { scanTable } from "./text-table.ts";
import { unwrapped } from "./wrapped-lines.ts";

/** Reads `.csv`, `.tsv`, `.txt`, pasted cells and typed numbers. Throws {@link Refusal}. */
export function readText(bytes: Uint8Array, reading: ReadingSettings, onProgress: OnProgress): SourceBook {
  const wanted = reading.encoding !== null && isKnownEncoding(reading.encoding) ? reading.encoding : null;
  const choice = detectEncoding(bytes, wanted);
  const plain = unwrapped(asciiFamily(bytes, choice));
  const separator = separatorLine(plain);
  const { from } = separator;
  const announced = separator.delimiter !== null && plain.includes(separator.delimiter.charCodeAt(0), from);
  const said = announced ? separator.delimiter : null;
  const delimiter = reading.delimiter ?? said ?? detectDelimiter(plain, from);
  const { encoding, mixedWith } = choice;
  const table = scanTable(plain, { encoding, mixedWith, delimiter, from }, onProgress);
  if (table.columns === 0) throw new Refusal("file.empty");
  return { format: "csv", encoding, mixedWith, delimiter, sheet: null, sheets: [], table };
}
