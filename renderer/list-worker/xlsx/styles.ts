import { builtInPattern } from "./number-format.ts";
import { type Package, scanPart } from "./parts.ts";
import { longestPattern } from "./shown-pattern.ts";
import { attribute } from "./xml-text.ts";

const mostStyles = 65_536;

/** The number format of every cell style, in order. */
export async function readPatterns(source: Package, part: string | null, locale: string): Promise<string[]> {
  const custom = new Map<number, string>();
  const used: number[] = [];
  let inCellStyles = false;
  // Conditional formats have some too, under numbers of their own.
  let inNumberFormats = false;
  if (part !== null) {
    await scanPart(source, part, {
      open(name, bytes, from, to) {
        if (name === "cellXfs") inCellStyles = true;
        else if (name === "numFmts") inNumberFormats = true;
        else if (name === "numFmt" && inNumberFormats) {
          const id = Number(attribute(bytes, from, to, "numFmtId"));
          const code = attribute(bytes, from, to, "formatCode") ?? "General";
          if (custom.size < mostStyles) custom.set(id, code.length > longestPattern ? "General" : code);
        } else if (name === "xf" && inCellStyles && used.length < mostStyles) {
          used.push(Number(attribute(bytes, from, to, "numFmtId") ?? 0));
        }
      },
      close(name) {
        if (name === "cellXfs") inCellStyles = false;
        else if (name === "numFmts") inNumberFormats = false;
      },
      text() {},
    });
  }
  return used.map((id) => custom.get(id) ?? builtInPattern(id, locale));
}
