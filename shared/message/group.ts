import { createCauseFinder } from "./cause.ts";
import { createCounter } from "./counter.ts";
import type { LatinStandard } from "./latin.ts";
import type { Person } from "./measure.ts";
import { compileTemplate, type Template } from "./template.ts";

/** The keys of the groups that a tally names, so that their people can be listed. */
export const groupKeys = {
  overLimit: "over",
  emptyText: "blank",
  emptyField: (column: number) => `gap ${column}`,
  bucket: (encoding: string, parts: number, cause: string) => `${encoding} ${parts} ${cause}`,
};

/**
 * Whether a person is in the group of the tally with this key: the same template, columns and standard give the same
 * groups. Nobody is while the template has problems.
 */
export function createGroupTest(
  template: Template,
  columns: readonly string[],
  latin: LatinStandard | null,
  key: string,
): (person: Person) => boolean {
  const compiled = compileTemplate(template, columns);
  if (!compiled.ok) return () => false;
  const { value } = compiled;
  const gap = value.fields.find((column) => groupKeys.emptyField(column) === key);
  if (gap !== undefined) return (person) => person.measure(gap) === 0;
  const count = createCounter(value, latin);
  const causeOf = createCauseFinder(value, columns, latin);
  return (person) => {
    const counted = count(person);
    if (counted.blank) return key === groupKeys.emptyText;
    if (key === groupKeys.overLimit) return counted.overLimit;
    return groupKeys.bucket(counted.encoding, counted.parts, causeOf(counted, person).key) === key;
  };
}
