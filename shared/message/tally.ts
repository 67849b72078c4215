import { createCauseFinder, type Cause, type KeyedCause } from "./cause.ts";
import { createCounter, type Counted } from "./counter.ts";
import type { Encoding } from "./encoding.ts";
import { groupKeys } from "./group.ts";
import type { LatinStandard } from "./latin.ts";
import type { Person } from "./measure.ts";
import { maxParts } from "./parts.ts";
import { templateMarks, withoutMarks } from "./template-marks.ts";
import {
  compileTemplate,
  printTemplate,
  type CompiledTemplate,
  type Template,
  type TemplateProblem,
} from "./template.ts";

/** People whose message costs the same for the same reason. `first` is the position of the first of them. */
export type Bucket = {
  key: string;
  people: number;
  parts: number;
  encoding: Encoding;
  cause: Cause;
  first: number;
  /** The same people by the country of their number, for the price. */
  countries: PeopleOfCountry[];
};
/** People by country (ISO 3166). */
export type PeopleOfCountry = { country: string; people: number };

/** People of one country whose message costs the same, and a number that stands for them in a price request. */
export type Cost = { encoding: Encoding; parts: number; country: string; sample: string; people: number };

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
  /** Positions of the odd ones, null where there is none; `emptyField` lacks the first of the `emptyFields`. */
  odd: { longest: number | null; shortest: number | null; emptyField: number | null; otherScript: number | null };
  /** For the price: people by country, encoding and parts, of messages that can be sent. */
  costs: Cost[];
  /** What replacing the typographic marks of the text would save; null when nothing. */
  saving: { marks: string[]; replaced: string; people: number; partsSaved: number; costs: Cost[] } | null;
};

/** A person whose message is counted, with what its price depends on. */
export interface CountedPerson extends Person {
  readonly position: number;
  /** In digits. */
  number(): string;
  /** ISO 3166 code of the number's country. */
  country(): string;
}

/** A tally that grows person by person. */
export type Tally = {
  /** The person is not kept: the same object may stand for the next one. */
  add(person: CountedPerson): void;
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
  const count = createCounter(compiled, latin);
  const causeOf = createCauseFinder(compiled, columns, latin);
  const buckets = createBuckets();
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
    add(person) {
      people++;
      const { position } = person;
      const counted = count(person);
      emptyFields.add(person);
      if (counted.blank) return emptyText.add(position);
      parts += counted.parts;
      if (counted.overLimit) overLimit.add(position);
      const caused = causeOf(counted, person);
      buckets.add(caused, counted, person);
      costs.add(person, counted);
      saving?.add(person, counted);
      odd.add(position, counted, caused.cause);
    },
    result() {
      const gaps = emptyFields.result();
      return {
        people,
        parts,
        problems: [],
        buckets: buckets.result().sort((a, b) => a.parts - b.parts || b.people - a.people || a.first - b.first),
        overLimit: overLimit.result(),
        emptyText: emptyText.result(),
        emptyFields: gaps,
        // Its field is the one that is named beside it.
        odd: odd.result(gaps[0]?.first ?? null),
        costs: costs.result(),
        saving: saving?.result() ?? null,
      };
    },
  };
}

/** People together by cause, encoding and parts. */
function createBuckets() {
  const byCause = new Map<KeyedCause, (GrowingBucket | undefined)[]>();
  return {
    add(caused: KeyedCause, { encoding, parts }: Counted, person: CountedPerson) {
      let ofCause = byCause.get(caused);
      if (ofCause === undefined) byCause.set(caused, (ofCause = []));
      const place = placeOf(encoding, parts);
      const bucket = (ofCause[place] ??= newBucket(caused, encoding, parts, person.position));
      bucket.people++;
      const country = person.country();
      bucket.countries.set(country, (bucket.countries.get(country) ?? 0) + 1);
    },
    result: (): Bucket[] =>
      [...byCause.values()].flat().flatMap((bucket) => {
        if (bucket === undefined) return [];
        const countries = [...bucket.countries].map(([country, people]) => ({ country, people }));
        return [{ ...bucket, countries }];
      }),
  };
}

type GrowingBucket = Omit<Bucket, "countries"> & { countries: Map<string, number> };

function newBucket({ key, cause }: KeyedCause, encoding: Encoding, parts: number, first: number): GrowingBucket {
  return {
    key: groupKeys.bucket(encoding, parts, key),
    people: 0,
    parts,
    encoding,
    cause,
    first,
    countries: new Map(),
  };
}

/** One small number for an encoding and a number of parts. */
function placeOf(encoding: Encoding, parts: number): number {
  return 2 * parts + (encoding === "gsm7" ? 0 : 1);
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
  const byCountry = new Map<string, (Cost | undefined)[]>();
  const costs: Cost[] = [];
  return {
    add(person: CountedPerson, { encoding, parts }: Counted) {
      if (parts > maxParts) return;
      const country = person.country();
      let ofCountry = byCountry.get(country);
      if (ofCountry === undefined) byCountry.set(country, (ofCountry = []));
      const place = placeOf(encoding, parts);
      const cost = ofCountry[place];
      if (cost !== undefined) {
        cost.people++;
        return;
      }
      const first = { encoding, parts, country, sample: person.number(), people: 1 };
      ofCountry[place] = first;
      costs.push(first);
    },
    result: () => costs.map((cost) => ({ ...cost })),
  };
}

/** Counts a second time with the marks of the text replaced; null when there is none to replace. */
function createSaving(template: Template, columns: readonly string[]) {
  const replacedTemplate = withoutMarks(template);
  const marks = templateMarks(template).map(({ char }) => char);
  const compiled = compileTemplate(replacedTemplate, columns);
  if (marks.length === 0 || !compiled.ok) return null;
  const count = createCounter(compiled.value);
  const costs = createCosts();
  let people = 0;
  let partsSaved = 0;
  return {
    add(person: CountedPerson, before: Counted) {
      const after = count(person);
      costs.add(person, after);
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
  return {
    add(person: CountedPerson) {
      for (const { column, group } of groups) if (person.measure(column) === 0) group.add(person.position);
    },
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
    add(position: number, { units, parts }: Counted, cause: Cause) {
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
