import { createCauseFinder } from "./cause.ts";
import { written, type LatinStandard } from "./latin.ts";
import { countParts } from "./parts.ts";
import { compileTemplate, renderMessage, type Template } from "./template.ts";

/** The keys of the groups that a tally names, so that their people can be listed. */
export const groupKeys = {
  overLimit: "over",
  emptyText: "blank",
  emptyField: (column: number) => `gap ${column}`,
  bucket: (encoding: string, parts: number, cause: string) => `${encoding} ${parts} ${cause}`,
};

/**
 * Whether a person is in the group of the tally with this key: the same template, columns and standard give the same
 * groups. Nobody is while the template has problems.
 */
export function createGroupTest(
  template: Template,
  columns: readonly string[],
  latin: LatinStandard | null,
  key: string,
): (cell: (column: number) => string) => boolean {
  const compiled = compileTemplate(template, columns);
  if (!compiled.ok) return () => false;
  const { value } = compiled;
  const gap = value.fields.find((column) => groupKeys.emptyField(column) === key);
  if (gap !== undefined) return (cell) => cell(gap).trim() === "";
  const causeOf = createCauseFinder(value, columns, latin);
  return (cell) => {
    const text = written(renderMessage(value, cell), latin);
    if (text.trim() === "") return key === groupKeys.emptyText;
    const count = countParts(text);
    if (key === groupKeys.overLimit) return count.overLimit;
    return groupKeys.bucket(count.encoding, count.parts, causeOf(count, cell).key) === key;
  };
}
