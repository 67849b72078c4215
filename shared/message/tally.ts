import { countryOf } from "../recipients/phone-country.ts";
import { createCauseFinder, type Cause } from "./cause.ts";
import type { Encoding } from "./encoding.ts";
import { groupKeys } from "./group.ts";
import { written, type LatinStandard } from "./latin.ts";
import { countParts, maxParts, type PartCount } from "./parts.ts";
import { templateMarks, withoutMarks } from "./template-marks.ts";
import {
  compileTemplate,
  printTemplate,
  renderMessage,
  type CompiledTemplate,
  type Template,
  type TemplateProblem,
} from "./template.ts";

/** People whose message costs the same for the same reason. `first` is the position of the first of them. */
export type Bucket = { key: string; people: number; parts: number; encoding: Encoding; cause: Cause; first: number };

/** People of one country whose message costs the same, and a number that stands for them in a price request. */
export type Cost = { encoding: Encoding; parts: number; sample: string; people: number };

/** What everybody gets: computed over every rendered message. Positions count from 0. */
export type MessageTally = {
  people: number;
  parts: number;
  /** With any of these nothing was rendered: all the rest is zero or empty. */
  problems: TemplateProblem[];
  /** Everybody but the people without a text; few parts first, then many people first. */
  buckets: Bucket[];
  /** People whose message is over five parts. */
  overLimit: { people: number; first: number } | null;
  /** People whose message has no text at all. */
  emptyText: { people: number; first: number } | null;
  /** Fields of the text with empty cells; `fallback` null when the gap stays a gap somewhere. */
  emptyFields: { key: string; field: string; people: number; fallback: string | null; first: number }[];
  /** Positions of the odd ones, null where there is none. */
  odd: { longest: number | null; shortest: number | null; emptyField: number | null; otherScript: number | null };
  /** For the price: people by country, encoding and parts, of messages that can be sent. */
  costs: Cost[];
  /** What replacing the typographic marks of the text would save; null when nothing. */
  saving: { marks: string[]; replaced: string; people: number; partsSaved: number; costs: Cost[] } | null;
};

/** A tally that grows person by person. */
export type Tally = {
  /** `cell` gives the person's cell of a column, as displayed. */
  add(position: number, number: string, cell: (column: number) => string): void;
  result(): MessageTally;
};

/**
 * Starts the tally of one template over a list with these columns.
 * @param latin whose rules write every message in Latin letters; null for none.
 */
export function createTally(template: Template, columns: readonly string[], latin: LatinStandard | null = null): Tally {
  const compiled = compileTemplate(template, columns);
  return compiled.ok ? countingTally(template, compiled.value, columns, latin) : emptyTally(compiled.error);
}

function emptyTally(problems: TemplateProblem[]): Tally {
  let people = 0;
  const odd = { longest: null, shortest: null, emptyField: null, otherScript: null };
  const nothing = { parts: 0, problems, buckets: [], overLimit: null, emptyText: null, emptyFields: [], costs: [] };
  return {
    add: () => void people++,
    result: () => ({ ...nothing, people, odd, saving: null }),
  };
}

function countingTally(
  template: Template,
  compiled: CompiledTemplate,
  columns: readonly string[],
  latin: LatinStandard | null,
): Tally {
  const causeOf = createCauseFinder(compiled, columns, latin);
  const buckets = new Map<string, Bucket>();
  const costs = createCosts();
  // Latin letters come with plain marks: there is nothing left to replace.
  const saving = latin === null ? createSaving(template, columns) : null;
  const emptyFields = createEmptyFields(compiled, columns);
  const odd = createOdd();
  const overLimit = createGroup();
  const emptyText = createGroup();
  let people = 0;
  let parts = 0;

  return {
    add(position, number, cell) {
      people++;
      const text = written(renderMessage(compiled, cell), latin);
      emptyFields.add(position, cell);
      if (text.trim() === "") return emptyText.add(position);
      const count = countParts(text);
      parts += count.parts;
      if (count.overLimit) overLimit.add(position);
      const { key, cause } = causeOf(count, cell);
      addToBucket(buckets, key, count, cause, position);
      costs.add(number, count);
      saving?.add(number, count, cell);
      odd.add(position, count, cause);
    },
    result: () => ({
      people,
      parts,
      problems: [],
      buckets: [...buckets.values()].sort((a, b) => a.parts - b.parts || b.people - a.people || a.first - b.first),
      overLimit: overLimit.result(),
      emptyText: emptyText.result(),
      emptyFields: emptyFields.result(),
      odd: odd.result(emptyFields.first()),
      costs: costs.result(),
      saving: saving?.result() ?? null,
    }),
  };
}

function addToBucket(
  buckets: Map<string, Bucket>,
  causeKey: string,
  { encoding, parts }: PartCount,
  cause: Cause,
  position: number,
): void {
  const key = groupKeys.bucket(encoding, parts, causeKey);
  const bucket = buckets.get(key);
  if (bucket === undefined) buckets.set(key, { key, people: 1, parts, encoding, cause, first: position });
  else bucket.people++;
}

/** How many people something is true of, and where the first one is. */
function createGroup() {
  let people = 0;
  let first = 0;
  return {
    add(position: number) {
      if (people++ === 0) first = position;
    },
    result: () => (people === 0 ? null : { people, first }),
  };
}

function createCosts() {
  const costs = new Map<string, Cost>();
  return {
    add(number: string, { encoding, parts }: PartCount) {
      if (parts > maxParts) return;
      const key = `${countryOf(number)} ${encoding} ${parts}`;
      const cost = costs.get(key);
      if (cost === undefined) costs.set(key, { encoding, parts, sample: number, people: 1 });
      else cost.people++;
    },
    result: () => [...costs.values()],
  };
}

/** Counts a second time with the marks of the text replaced; null when there is none to replace. */
function createSaving(template: Template, columns: readonly string[]) {
  const replacedTemplate = withoutMarks(template);
  const marks = templateMarks(template).map(({ char }) => char);
  const compiled = compileTemplate(replacedTemplate, columns);
  if (marks.length === 0 || !compiled.ok) return null;
  const costs = createCosts();
  let people = 0;
  let partsSaved = 0;
  return {
    add(number: string, before: PartCount, cell: (column: number) => string) {
      const after = countParts(renderMessage(compiled.value, cell));
      costs.add(number, after);
      if (after.parts < before.parts) people++;
      partsSaved += before.parts - after.parts;
    },
    result: () => {
      if (partsSaved <= 0) return null;
      const replaced = printTemplate(replacedTemplate);
      return { marks: [...new Set(marks)], replaced, people, partsSaved, costs: costs.result() };
    },
  };
}

function createEmptyFields(compiled: CompiledTemplate, columns: readonly string[]) {
  const groups = compiled.fields.map((column) => ({ column, group: createGroup() }));
  const gaps = createGroup();
  return {
    add(position: number, cell: (column: number) => string) {
      let empty = false;
      for (const { column, group } of groups) {
        if (cell(column).trim() !== "") continue;
        group.add(position);
        empty = true;
      }
      if (empty) gaps.add(position);
    },
    first: () => gaps.result()?.first ?? null,
    result: () =>
      groups.flatMap(({ column, group }) => {
        const found = group.result();
        if (found === null) return [];
        const key = groupKeys.emptyField(column);
        return [{ key, field: columns[column] ?? "", fallback: fallbackOf(compiled, column), ...found }];
      }),
  };
}

function fallbackOf(compiled: CompiledTemplate, column: number): string | null {
  const fallbacks = compiled.segments.flatMap((s) =>
    typeof s !== "string" && s.column === column ? [s.fallback] : [],
  );
  return fallbacks.includes(null) ? null : (fallbacks[0] ?? null);
}

function createOdd() {
  let longest = { position: -1, units: -1, parts: -1 };
  let shortest = { position: -1, units: Infinity, parts: Infinity };
  let otherScript: number | null = null;
  return {
    add(position: number, { units, parts }: PartCount, cause: Cause) {
      if (parts > longest.parts || (parts === longest.parts && units > longest.units)) {
        longest = { position, units, parts };
      }
      if (parts < shortest.parts || (parts === shortest.parts && units < shortest.units)) {
        shortest = { position, units, parts };
      }
      if (cause.kind === "field-script") otherScript ??= position;
    },
    result(emptyField: number | null): MessageTally["odd"] {
      const differ = longest.position !== shortest.position;
      return {
        longest: differ ? longest.position : null,
        shortest: differ ? shortest.position : null,
        emptyField,
        otherScript,
      };
    },
  };
}
