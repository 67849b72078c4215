import { err, ok, type Result } from "../result.ts";
import { cellValue, composed } from "./cell-value.ts";
import { fieldNames, type FieldNames } from "./field-names.ts";

/** A stretch of a message text. `start` and `end` are UTF-16 positions in the source. */
export type Segment =
  | { kind: "text"; text: string; start: number; end: number }
  | { kind: "field"; name: string; fallback: string | null; start: number; end: number };

/** What is wrong with a text. `fallback` and `service-field` only where the service fills the fields. */
export type TemplateProblem = {
  kind: "unclosed" | "unexpected-close" | "empty-field" | "unknown-field" | "fallback" | "service-field";
  start: number;
  end: number;
  /** The field's name as written, or the stretch at fault. */
  field: string;
  /** The name that was probably meant. */
  suggestion: string | null;
};

/** A text taken apart. A stretch with a problem is a text segment of its own, so that it prints as it was typed. */
export type Template = { segments: Segment[]; problems: TemplateProblem[] };

/**
 * Takes a message text apart. The language, in EBNF:
 *
 *     template = { field | alias | literal | text } ;
 *     field    = "{" , name , [ "|" , fallback ] , "}" ;
 *     alias    = "<" , name , [ "|" , fallback ] , ">" ;    (only where `knownNames` has the name: "3 <4> 5" is text)
 *     literal  = "{{" | "}}" ;                              (one brace)
 *     name     = any characters but { } | and line breaks, with something else than white space among them ;
 *     fallback = any characters but { } and line breaks ;   (in an alias not < > either)
 *     text     = anything else ;
 *
 * Doubled braces are read from the left: `{{{Name}}}` is a brace, a field and a brace. White space around a name means
 * nothing, within a fallback it stays. What fits no rule is a problem with its place, and prints as it was typed.
 */
export function parseTemplate(text: string, knownNames: readonly string[] = []): Template {
  const known = fieldNames(knownNames);
  const template: Template = { segments: [], problems: [] };
  let at = 0;
  while (at < text.length) {
    const next = nextPiece(text, at, known);
    addPiece(template, next);
    at = next.end;
  }
  return template;
}

type Piece = Segment & { problem?: TemplateProblem["kind"] };

function nextPiece(text: string, start: number, known: FieldNames): Piece {
  const sign = text[start];
  if (sign === "{") return text[start + 1] === "{" ? literal("{", start) : openedField(text, start);
  if (sign === "}") {
    return text[start + 1] === "}" ? literal("}", start) : faulty(text, start, start + 1, "unexpected-close");
  }
  const alias = sign === "<" ? aliasField(text, start, known) : null;
  if (alias !== null) return alias;
  let end = start + 1;
  while (end < text.length && !"{}<".includes(text[end]!)) end++;
  return { kind: "text", text: text.slice(start, end), start, end };
}

function literal(brace: string, start: number): Piece {
  return { kind: "text", text: brace, start, end: start + 2 };
}

function faulty(text: string, start: number, end: number, problem: TemplateProblem["kind"]): Piece {
  return { kind: "text", text: text.slice(start, end), start, end, problem };
}

function openedField(text: string, start: number): Piece {
  let end = start + 1;
  while (end < text.length && !"{}\n\r".includes(text[end]!)) end++;
  if (text[end] !== "}") return faulty(text, start, end, "unclosed");
  const field = fieldOf(text.slice(start + 1, end), start, end + 1);
  return field.name === "" ? faulty(text, start, end + 1, "empty-field") : field;
}

function aliasField(text: string, start: number, known: FieldNames): Piece | null {
  let end = start + 1;
  while (end < text.length && !"<>{}\n\r".includes(text[end]!)) end++;
  if (text[end] !== ">") return null;
  const field = fieldOf(text.slice(start + 1, end), start, end + 1);
  return known.indexOf(field.name) >= 0 ? field : null;
}

function fieldOf(inner: string, start: number, end: number): Segment & { kind: "field" } {
  const bar = inner.indexOf("|");
  const name = (bar < 0 ? inner : inner.slice(0, bar)).normalize("NFC").trim();
  return { kind: "field", name, fallback: bar < 0 ? null : inner.slice(bar + 1), start, end };
}

function addPiece(template: Template, { problem, ...segment }: Piece): void {
  const last = template.segments.at(-1);
  if (segment.kind === "text" && problem !== undefined) {
    const { start, end, text } = segment;
    template.problems.push({ kind: problem, start, end, field: text, suggestion: null });
  } else if (segment.kind === "text" && last?.kind === "text" && !isFaulty(template, last)) {
    last.text += segment.text;
    last.end = segment.end;
    return;
  }
  template.segments.push(segment);
}

function isFaulty(template: Template, segment: Segment): boolean {
  return template.problems.some((problem) => problem.start === segment.start);
}

/** Writes a template down again: `<Name>` becomes `{Name}`, everything else as it was. */
export function printTemplate(template: Template): string {
  return template.segments
    .map((segment) => {
      if (segment.kind === "field") return printField(segment.name, segment.fallback);
      return isFaulty(template, segment) ? segment.text : segment.text.replace(/[{}]/g, "$&$&");
    })
    .join("");
}

function printField(name: string, fallback: string | null): string {
  return fallback === null ? `{${name}}` : `{${name}|${fallback}}`;
}

/** A template whose fields are columns: literal text, and columns with the text for an empty cell. */
export type CompiledTemplate = {
  readonly segments: readonly (string | { readonly column: number; readonly fallback: string | null })[];
  /** The columns used, each once, in the order of the text. */
  readonly fields: readonly number[];
};

/** Finds the column of every field. Refused with every problem of the text, unknown fields with "did you mean". */
export function compileTemplate(
  template: Template,
  columns: readonly string[],
): Result<CompiledTemplate, TemplateProblem[]> {
  const names = fieldNames(columns);
  const problems = [...template.problems];
  const segments: CompiledTemplate["segments"][number][] = [];
  for (const segment of template.segments) {
    if (segment.kind === "text") {
      segments.push(composed(segment.text));
      continue;
    }
    const column = names.indexOf(segment.name);
    if (column < 0) problems.push(fieldProblem("unknown-field", segment, names.closest(segment.name)));
    else segments.push({ column, fallback: segment.fallback === null ? null : composed(segment.fallback) });
  }
  if (problems.length > 0) return err(problems.toSorted((a, b) => a.start - b.start));
  return ok({ segments, fields: [...new Set(segments.flatMap((s) => (typeof s === "string" ? [] : [s.column])))] });
}

function fieldProblem(
  kind: TemplateProblem["kind"],
  { name, start, end }: Segment & { kind: "field" },
  suggestion: string | null,
): TemplateProblem {
  return { kind, start, end, field: name, suggestion };
}

/**
 * One person's message. White space around a cell is left out; an empty cell, or one in which nothing can be seen, gives
 * the fallback. A value is never read as a template: braces in it stay braces, so nobody's field shows up in another's text.
 */
export function renderMessage(compiled: CompiledTemplate, cell: (column: number) => string): string {
  let text = "";
  for (const segment of compiled.segments) {
    text += typeof segment === "string" ? segment : cellValue(cell(segment.column)) || (segment.fallback ?? "");
  }
  return text;
}

/**
 * The text for Contact Book lists, where the service itself fills `{388077}` (a field's numeric id) for every contact.
 * Fallbacks do not exist there: each is a problem, as is a number in literal braces, which would be filled too.
 */
export function groupTemplate(
  template: Template,
  fields: readonly { id: string; name: string }[],
): Result<string, TemplateProblem[]> {
  const names = fieldNames(fields.map((field) => field.name));
  const problems = [...template.problems];
  let text = "";
  for (const segment of template.segments) {
    if (segment.kind === "text") {
      text += composed(segment.text);
      problems.push(...serviceFields(template, segment));
      continue;
    }
    const field = fields[names.indexOf(segment.name)];
    if (field === undefined) problems.push(fieldProblem("unknown-field", segment, names.closest(segment.name)));
    else if (segment.fallback !== null) problems.push(fieldProblem("fallback", segment, null));
    else text += `{${field.id}}`;
  }
  return problems.length > 0 ? err(problems.toSorted((a, b) => a.start - b.start)) : ok(text);
}

/** Numbers in literal braces, in their places in the source, where each brace stands twice. */
function serviceFields(template: Template, { text, start }: Segment & { kind: "text" }): TemplateProblem[] {
  if (template.problems.some((problem) => problem.start === start)) return [];
  const placeOf = (index: number) => start + index + text.slice(0, index).replace(/[^{}]/g, "").length;
  return [...text.matchAll(/\{\s*\d+\s*\}/g)].map(({ 0: field, index }) => {
    return {
      kind: "service-field",
      start: placeOf(index),
      end: placeOf(index + field.length),
      field,
      suggestion: null,
    };
  });
}
