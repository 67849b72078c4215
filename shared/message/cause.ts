import { nonGsmCharacters } from "./encoding.ts";
import { written, type LatinStandard } from "./latin.ts";
import { countParts, type PartCount } from "./parts.ts";
import { scriptOf, type ForeignScript } from "./script.ts";
import { renderMessage, type CompiledTemplate } from "./template.ts";

/** Why a message has the encoding and the number of parts it has. */
export type Cause =
  | { kind: "marks"; marks: string[] }
  | { kind: "script"; script: ForeignScript }
  | { kind: "field-script"; field: string; script: ForeignScript }
  | { kind: "length"; field: string | null }
  | { kind: "plain" };

/** A cause with a key that is the same for the same cause. */
export type KeyedCause = { key: string; cause: Cause };

/**
 * Finds the cause of one message's cost, the first that holds: letters of the text itself, letters of a field's value,
 * typographic marks of the text, a value that made it longer than the text alone, the text's own length, nothing.
 * @param latin whose rules write the messages in Latin letters: only what these leave can be a cause.
 */
export function createCauseFinder(
  compiled: CompiledTemplate,
  columns: readonly string[],
  latin: LatinStandard | null = null,
): (count: PartCount, cell: (column: number) => string) => KeyedCause {
  const literals = written(compiled.segments.filter((segment) => typeof segment === "string").join(""), latin);
  const literalScript = scriptOf(literals);
  const marks = marksOf(literals);
  const ownParts = countParts(literals).parts;
  const nameOf = (column: number) => columns[column] ?? "";
  const filledIn = new Map(compiled.fields.map((column) => [column, onlyField(compiled, column)]));
  /** All that a field puts into the message, fallbacks included. */
  const valueOf = (column: number, cell: (column: number) => string) => {
    const segments = filledIn.get(column);
    return segments === undefined ? "" : written(renderMessage(segments, cell), latin);
  };

  const lengthCause = (count: PartCount, cell: (column: number) => string): KeyedCause => {
    if (count.parts > Math.max(ownParts, 1)) {
      const field = nameOf(longestField(compiled.fields, (column) => valueOf(column, cell)));
      return { key: `length ${field}`, cause: { kind: "length", field } };
    }
    if (count.parts > 1) return { key: "length", cause: { kind: "length", field: null } };
    return { key: "plain", cause: { kind: "plain" } };
  };
  const fieldCause = (column: number, script: ForeignScript): KeyedCause => {
    const field = nameOf(column);
    return { key: `field ${script} ${field}`, cause: { kind: "field-script", field, script } };
  };

  return (count, cell) => {
    if (count.encoding === "gsm7") return lengthCause(count, cell);
    if (literalScript !== "latin") {
      if (count.parts > Math.max(ownParts, 1)) return lengthCause(count, cell);
      return { key: `script ${literalScript}`, cause: { kind: "script", script: literalScript } };
    }
    for (const column of compiled.fields) {
      const script = scriptOf(valueOf(column, cell));
      if (script !== "latin") return fieldCause(column, script);
    }
    if (marks.length > 0) return { key: "marks", cause: { kind: "marks", marks } };
    const column = compiled.fields.find((field) => marksOf(valueOf(field, cell)).length > 0);
    return fieldCause(column ?? -1, "other");
  };
}

/** The different marks of a text that have a lookalike, in order. */
export function marksOf(text: string): string[] {
  const found = nonGsmCharacters(text).filter((character) => character.replacement !== null);
  return [...new Set(found.map((character) => character.char))];
}

/** The template with nothing left but one field. */
function onlyField(compiled: CompiledTemplate, column: number): CompiledTemplate {
  const segments = compiled.segments.filter((segment) => typeof segment !== "string" && segment.column === column);
  return { segments, fields: [column] };
}

function longestField(fields: readonly number[], valueOf: (column: number) => string): number {
  let longest = -1;
  let length = -1;
  for (const column of fields) {
    const value = valueOf(column);
    if (value.length > length) {
      longest = column;
      length = value.length;
    }
  }
  return longest;
}
