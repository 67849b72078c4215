/** A field that is being typed: from its brace to the caret. */
export type OpenField = { start: number; caret: number; typed: string };

/** The field that the caret is in, if it is not closed yet: after `{` and before `}`, `|` or a line's end. */
export function openField(text: string, caret: number): OpenField | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf("{");
  if (start < 0 || (before[start - 1] === "{" && isEscaped(before, start))) return null;
  const typed = before.slice(start + 1);
  if (/[{}|\n\r]/.test(typed)) return null;
  return /^[^{\n\r]*\}/.test(text.slice(caret)) && typed !== "" ? null : { start, caret, typed };
}

/** `{{` is a literal brace: the second of a pair opens nothing. */
function isEscaped(before: string, brace: number): boolean {
  let braces = 0;
  for (let at = brace; at >= 0 && before[at] === "{"; at--) braces++;
  return braces % 2 === 0;
}

/** Where a field goes that is put in at a selection: in place of one that was begun there, as far as it was typed. */
export function placeForField(
  text: string,
  fields: readonly string[],
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  const open = start === end ? openField(text, start) : null;
  if (open === null || matchingFields(fields, open.typed).length === 0) return { start, end };
  return { start: open.start, end: open.caret + (text[open.caret] === "}" ? 1 : 0) };
}

/** The fields that go on as typed; those that begin so come before those that only contain it. */
export function matchingFields(fields: readonly string[], typed: string): string[] {
  const wanted = typed.trim().toLowerCase();
  const begins = fields.filter((field) => field.toLowerCase().startsWith(wanted));
  const contains = fields.filter((field) => !begins.includes(field) && field.toLowerCase().includes(wanted));
  return [...begins, ...contains];
}
