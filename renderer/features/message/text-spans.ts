import { nonGsmCharacters } from "../../../shared/message/encoding.ts";
import { parseTemplate, type TemplateProblem } from "../../../shared/message/template.ts";

/** A stretch of the text as the editor draws it; a field with its name and its words for an empty cell. */
export type TextSpan =
  | { kind: "text" | "mark" | "problem"; text: string; start: number }
  | { kind: "field"; text: string; start: number; name: string; fallback: string | null };

/** Cuts a text into what the editor draws: chips for fields, marks that force Unicode, stretches with a problem. */
export function textSpans(
  text: string,
  fields: readonly string[],
  problems: readonly Pick<TemplateProblem, "start" | "end">[],
): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const segment of parseTemplate(text, fields).segments) {
    const { start, end } = segment;
    const wrong = problems.some((problem) => problem.start < end && start < problem.end);
    const words = text.slice(start, end);
    if (wrong) spans.push({ kind: "problem", text: words, start });
    else if (segment.kind === "text") spans.push(...markSpans(text, start, end));
    else spans.push({ kind: "field", text: words, start, name: segment.name, fallback: segment.fallback });
  }
  return spans;
}

function markSpans(text: string, start: number, end: number): TextSpan[] {
  const spans: TextSpan[] = [];
  let from = start;
  const add = (kind: "text" | "mark", to: number) => {
    if (to > from) spans.push({ kind, text: text.slice(from, to), start: from });
    from = to;
  };
  for (const { index, char, replacement } of nonGsmCharacters(text.slice(start, end))) {
    if (replacement === null) continue;
    add("text", start + index);
    add("mark", start + index + char.length);
  }
  add("text", end);
  return spans;
}
