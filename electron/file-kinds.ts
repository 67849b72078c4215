import { extname } from "node:path";
import type { MenuWords } from "./menu-words.ts";

/** What the kinds of files are called that the program writes. */
const names: Record<string, keyof MenuWords> = { ".xlsx": "workbook", ".csv": "commaSeparated" };

/**
 * The kind of a file for the dialog that saves it, by the ending of its name: the system shows others of the kind beside
 * it, and puts the ending back where somebody types a name without one. None for an ending that the program does not write.
 */
export function fileKinds(name: string, words: MenuWords): { name: string; extensions: string[] }[] {
  const ending = extname(name).toLowerCase();
  const said = names[ending];
  return said === undefined ? [] : [{ name: words[said], extensions: [ending.slice(1)] }];
}
