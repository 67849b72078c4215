import { cellValue } from "./cell-value.ts";
import { marksOf, type Encoding } from "./encoding.ts";
import { written, type LatinStandard } from "./latin.ts";
import { hasMarks, lengthIn, measureOf, scriptIn, unmeasured, type Measure, type Person } from "./measure.ts";
import { countParts } from "./parts.ts";
import { scriptOf, type ForeignScript } from "./script.ts";
import type { CompiledTemplate } from "./template.ts";

/** Why a message has the encoding and the number of parts it has. */
export type Cause =
  | { kind: "marks"; marks: string[] }
  | { kind: "script"; script: ForeignScript }
  | { kind: "field-script"; field: string; script: ForeignScript }
  | { kind: "length"; field: string | null }
  | { kind: "plain" };

/** A cause with a key that is the same for the same cause; one finder gives the same object for it every time. */
export type KeyedCause = { readonly key: string; readonly cause: Cause };

/** What the text makes of one of its columns: `empty` stands for all its words for an empty cell. */
type Field = { column: number; uses: number; empty: Measure; causes: FieldCauses };
type FieldCauses = { length: KeyedCause; script: Record<ForeignScript, KeyedCause> };

/**
 * Finds the cause of one message's cost, the first that holds: letters of the text itself, letters of a field's value,
 * typographic marks of the text, a value that made it longer than the text alone, the text's own length, nothing.
 * @param latin whose rules write the messages in Latin letters: only what these leave can be a cause.
 */
export function createCauseFinder(
  compiled: CompiledTemplate,
  columns: readonly string[],
  latin: LatinStandard | null = null,
): (count: { encoding: Encoding; parts: number }, person: Person) => KeyedCause {
  const literals = written(compiled.segments.filter((segment) => typeof segment === "string").join(""), latin);
  const literalScript = scriptOf(literals);
  const marks = marksOf(literals);
  const ownParts = Math.max(countParts(literals).parts, 1);
  const fields = fieldsOf(compiled, columns, latin);
  const ofMarks: KeyedCause = { key: "marks", cause: { kind: "marks", marks } };
  const ofOwnScript = literalScript === "latin" ? null : scriptCause(literalScript);

  const valueOf = ({ column, empty }: Field, person: Person): Measure => {
    const value = person.measure(column);
    if (value === 0) return empty;
    return value === unmeasured ? measureOf(written(cellValue(person.cell(column)), latin)) : value;
  };
  const longestField = (person: Person): KeyedCause => {
    let longest = ownLength;
    let length = -1;
    for (const field of fields) {
      const uses = person.measure(field.column) === 0 ? 1 : field.uses;
      const own = lengthIn(valueOf(field, person)) * uses;
      if (own <= length) continue;
      longest = field.causes.length;
      length = own;
    }
    return longest;
  };
  const lengthCause = (parts: number, person: Person): KeyedCause => {
    if (parts > ownParts) return longestField(person);
    return parts > 1 ? ownLength : plain;
  };

  return ({ encoding, parts }, person) => {
    if (encoding === "gsm7") return lengthCause(parts, person);
    if (ofOwnScript !== null) return parts > ownParts ? lengthCause(parts, person) : ofOwnScript;
    for (const field of fields) {
      const script = scriptIn(valueOf(field, person));
      if (script !== "latin") return field.causes.script[script];
    }
    if (marks.length > 0) return ofMarks;
    return fields.find((field) => hasMarks(valueOf(field, person)))?.causes.script.other ?? ofNoField;
  };
}

const plain: KeyedCause = { key: "plain", cause: { kind: "plain" } };
const ownLength: KeyedCause = { key: "length", cause: { kind: "length", field: null } };
/** A mark that only came about where a value met the text. */
const ofNoField = fieldScriptCause("", "other");

function scriptCause(script: ForeignScript): KeyedCause {
  return { key: `script ${script}`, cause: { kind: "script", script } };
}

function fieldScriptCause(field: string, script: ForeignScript): KeyedCause {
  return { key: `field ${script} ${field}`, cause: { kind: "field-script", field, script } };
}

function fieldsOf(compiled: CompiledTemplate, columns: readonly string[], latin: LatinStandard | null): Field[] {
  return compiled.fields.map((column) => {
    const uses = compiled.segments.flatMap((segment) =>
      typeof segment !== "string" && segment.column === column ? [segment.fallback ?? ""] : [],
    );
    const empty = measureOf(written(uses.join(""), latin));
    return { column, uses: uses.length, empty, causes: causesOf(columns[column] ?? "") };
  });
}

function causesOf(field: string): FieldCauses {
  return {
    length: { key: `length ${field}`, cause: { kind: "length", field } },
    script: {
      cyrillic: fieldScriptCause(field, "cyrillic"),
      greek: fieldScriptCause(field, "greek"),
      emoji: fieldScriptCause(field, "emoji"),
      other: fieldScriptCause(field, "other"),
    },
  };
}
