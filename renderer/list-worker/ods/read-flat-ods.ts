import { HeldMemory } from "../source/held-memory.ts";
import type { SourceOptions } from "../source/read-source.ts";
import { Refusal } from "../source/refusal.ts";
import type { SourceBook } from "../source/source-table.ts";
import { XmlScanner } from "../xlsx/xml-scanner.ts";
import { odsBook } from "./ods-book.ts";
import { OdsContent } from "./ods-content.ts";

const piece = 256 * 1024;

/** Reads `.fods`: what `content.xml` of an `.ods` has, and all the rest, as one file of XML. Throws {@link Refusal}. */
export function readFlatOds(bytes: Uint8Array, { reading, onProgress }: SourceOptions): Promise<SourceBook> {
  return odsBook(reading.sheet, async (wanted) => {
    const content = new OdsContent(wanted, new HeldMemory(bytes.length));
    const scanner = new XmlScanner(content);
    for (let at = 0; at < bytes.length; at += piece) {
      scanner.push(bytes.subarray(at, at + piece));
      onProgress("reading", at, bytes.length);
    }
    scanner.end();
    if (!content.isComplete) throw new Refusal("file.unreadable");
    return content;
  });
}
