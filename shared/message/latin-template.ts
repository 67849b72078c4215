import { written, type LatinStandard } from "./latin.ts";
import { parseTemplate, printTemplate } from "./template.ts";

/** A template as it is shown once it was sent: its own words in Latin letters, the names of its fields as they are. */
export function writtenTemplate(text: string, columns: readonly string[], standard: LatinStandard | null): string {
  if (standard === null) return text;
  const template = parseTemplate(text, columns);
  const segments = template.segments.map((segment) => {
    if (segment.kind === "text") return { ...segment, text: written(segment.text, standard) };
    return segment.fallback === null ? segment : { ...segment, fallback: written(segment.fallback, standard) };
  });
  return printTemplate({ ...template, segments });
}
