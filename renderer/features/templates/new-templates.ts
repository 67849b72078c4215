import { templateFileLimits, type FiledTemplate } from "../../../shared/message/template-file.ts";

/**
 * Which templates of a file are new: one with the name and text of another is not, and one that only shares its name
 * gets a number: "Sale (2)".
 */
export function newTemplates(filed: readonly FiledTemplate[], known: readonly FiledTemplate[]): FiledTemplate[] {
  const names = new Map(known.map(({ name, text }) => [name, text]));
  const texts = new Set(known.map(({ name, text }) => JSON.stringify([name, text])));
  const added: FiledTemplate[] = [];
  for (const { name, text } of filed) {
    if (texts.has(JSON.stringify([name, text]))) continue;
    let free = name;
    for (let number = 2; names.has(free); number++) {
      const ending = ` (${number})`;
      free = name.slice(0, templateFileLimits.name - ending.length) + ending;
    }
    names.set(free, text);
    texts.add(JSON.stringify([name, text]));
    added.push({ name: free, text });
  }
  return added;
}
