import { sameMeaning } from "./field-concepts.ts";
import { fieldNames } from "./field-names.ts";
import { parseTemplate, printTemplate } from "./template.ts";

/**
 * A text whose fields are matched to the columns of a list: `{Name|friend}` becomes `{Ім’я|friend}` where the list calls
 * it so. A field that is a column already, or that nothing matches, stays.
 */
export function matchFields(text: string, columns: readonly string[]): string {
  const names = fieldNames(columns);
  const template = parseTemplate(text, columns);
  const segments = template.segments.map((segment) => {
    if (segment.kind === "text" || names.indexOf(segment.name) >= 0) return segment;
    return { ...segment, name: sameMeaning(segment.name, columns) ?? segment.name };
  });
  return printTemplate({ ...template, segments });
}
