import { composed } from "./cell-value.ts";
import { nonGsmCharacters, replaceMarks, type NonGsmCharacter } from "./encoding.ts";
import type { Template } from "./template.ts";

/**
 * The marks with a lookalike that a template itself writes, in its text and its fallbacks. Those in the name of a field
 * (`{Ім’я}`) are sent to nobody.
 */
export function templateMarks(template: Template): NonGsmCharacter[] {
  return template.segments.flatMap((segment) => {
    const text = segment.kind === "text" ? segment.text : (segment.fallback ?? "");
    return nonGsmCharacters(text).filter(({ replacement }) => replacement !== null);
  });
}

/** The same template with the lookalikes of these marks. */
export function withoutMarks(template: Template): Template {
  const segments = template.segments.map((segment) => {
    if (segment.kind === "text") return { ...segment, text: replaceMarks(segment.text) };
    return segment.fallback === null ? segment : { ...segment, fallback: replaceMarks(segment.fallback) };
  });
  return { ...template, segments };
}

/** Whether a template's own words fit GSM 7-bit, so that it is only the values that could make a message a Unicode one. */
export function isPlain(template: Template): boolean {
  return template.segments.every((segment) => {
    const text = segment.kind === "text" ? segment.text : (segment.fallback ?? "");
    return nonGsmCharacters(composed(text)).length === 0;
  });
}
