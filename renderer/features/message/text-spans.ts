import { nonGsmCharacters } from "../../../shared/message/encoding.ts";
import { parseTemplate, type TemplateProblem } from "../../../shared/message/template.ts";

/** A stretch of the text as the editor draws it; a field with its name and its words for an empty cell. */
export type TextSpan =
  | { kind: "text" | "mark" | "problem"; text: string; start: number }
  | { kind: "field"; text: string; start: number; name: string; fallback: string | null };

/**
 * Cuts a text into what the editor draws: chips for fields, marks that force Unicode, stretches with a problem. Emoji and
 * signs are marks where they alone force it: among letters that do so too they cost nothing.
 */
export function textSpans(
  text: string,
  fields: readonly string[],
  problems: readonly Pick<TemplateProblem, "start" | "end">[],
): TextSpan[] {
  const spans: TextSpan[] = [];
  const { segments } = parseTemplate(text, fields);
  const signs = segments.every(({ kind, start, end }) => kind === "field" || isOfSigns(text.slice(start, end)));
  for (const segment of segments) {
    const { start, end } = segment;
    const wrong = problems.some((problem) => problem.start < end && start < problem.end);
    const words = text.slice(start, end);
    if (wrong) spans.push({ kind: "problem", text: words, start });
    else if (segment.kind === "text") spans.push(...markSpans(text, start, end, signs));
    else spans.push({ kind: "field", text: words, start, name: segment.name, fallback: segment.fallback });
  }
  return spans;
}

/** Whether no letter of these words forces Unicode. */
function isOfSigns(words: string): boolean {
  return nonGsmCharacters(words).every(({ name }) => name !== "letter");
}

function markSpans(text: string, start: number, end: number, signs: boolean): TextSpan[] {
  const spans: TextSpan[] = [];
  let from = start;
  const add = (kind: "text" | "mark", to: number) => {
    if (to > from) spans.push({ kind, text: text.slice(from, to), start: from });
    from = to;
  };
  for (const { index, char, replacement } of nonGsmCharacters(text.slice(start, end))) {
    if (replacement === null && !signs) continue;
    const at = start + index;
    const last = spans.at(-1);
    // The signs of one emoji are drawn as one only in one piece.
    if (replacement === null && last?.kind === "mark" && from === at) {
      last.text += char;
      from += char.length;
      continue;
    }
    add("text", at);
    add("mark", at + char.length);
  }
  add("text", end);
  return spans;
}
