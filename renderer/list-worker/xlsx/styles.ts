import { builtInPattern } from "./number-format.ts";
import { type Package, scanPart } from "./parts.ts";
import { saysYes } from "./rich-runs.ts";
import { longestPattern } from "./shown-pattern.ts";
import { attribute } from "./xml-text.ts";

const mostStyles = 65_536;

/** What is read of the cell styles: the number format of each, in order, and the numbers of those that cross out. */
export type CellStyles = { patterns: string[]; struck: ReadonlySet<number> };

/** Reads the cell styles of a workbook. A format that depends on a condition is not followed. */
export async function readStyles(source: Package, part: string | null, locale: string): Promise<CellStyles> {
  const custom = new Map<number, string>();
  const used: number[] = [];
  const struck = new Set<number>();
  const struckFonts = new Set<number>();
  let font = -1;
  let inFonts = false;
  let inCellStyles = false;
  // Conditional formats have some too, under numbers of their own.
  let inNumberFormats = false;
  if (part !== null) {
    await scanPart(source, part, {
      open(name, bytes, from, to) {
        if (name === "cellXfs") inCellStyles = true;
        else if (name === "numFmts") inNumberFormats = true;
        else if (name === "fonts") inFonts = true;
        else if (name === "font" && inFonts) font++;
        else if (name === "strike" && inFonts && font < mostStyles) {
          if (saysYes(bytes, from, to)) struckFonts.add(font);
        } else if (name === "numFmt" && inNumberFormats) {
          const id = Number(attribute(bytes, from, to, "numFmtId"));
          const code = attribute(bytes, from, to, "formatCode") ?? "General";
          if (custom.size < mostStyles) custom.set(id, code.length > longestPattern ? "General" : code);
        } else if (name === "xf" && inCellStyles && used.length < mostStyles) {
          if (struckFonts.has(Number(attribute(bytes, from, to, "fontId") ?? 0))) struck.add(used.length);
          used.push(Number(attribute(bytes, from, to, "numFmtId") ?? 0));
        }
      },
      close(name) {
        if (name === "cellXfs") inCellStyles = false;
        else if (name === "numFmts") inNumberFormats = false;
        else if (name === "fonts") inFonts = false;
      },
      text() {},
    });
  }
  return { patterns: used.map((id) => custom.get(id) ?? builtInPattern(id, locale)), struck };
}
