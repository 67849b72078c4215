import { type InflateBudget, inflateEntry } from "./inflate.ts";
import type { XmlHandler } from "./xml-scanner.ts";
import { XmlScanner } from "./xml-scanner.ts";
import { type ZipDirectory, zipName } from "./zip-directory.ts";

/** XML of spreadsheets is packed to a tenth; whoever claims much more is not believed at once. */
const usualRatio = 25;

/** An opened workbook file: its bytes, what is in it, and what it may still inflate to. */
export type Package = { bytes: Uint8Array; directory: ZipDirectory; budget: InflateBudget };

/** Runs a part of the package through a handler; false when the package has no such part. Throws a refusal. */
export async function scanPart(
  source: Package,
  name: string,
  handler: XmlHandler,
  onPiece: (inflated: number, total: number) => boolean = () => true,
): Promise<boolean> {
  const entry = source.directory.get(zipName(name));
  if (!entry) return false;
  const scanner = new XmlScanner(handler);
  let inflated = 0;
  let goesOn = true;
  await inflateEntry(source.bytes, entry, source.budget, (piece) => {
    scanner.push(piece);
    inflated += piece.length;
    goesOn = onPiece(inflated, entry.size);
    return goesOn;
  });
  if (goesOn) scanner.end();
  return true;
}

/** How many bytes a part is said to inflate to, within what its packed bytes allow; 0 when there is none. */
export function statedSize({ directory }: Package, name: string): number {
  const entry = directory.get(zipName(name));
  return entry ? Math.min(entry.size, entry.compressedSize * usualRatio) : 0;
}

export type Relationship = { id: string; type: string; target: string };

/** The path that `target` means for a part in `folder` ("xl/"). */
export function resolveTarget(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
