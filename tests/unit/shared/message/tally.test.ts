import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countParts } from "../../../../shared/message/parts.ts";
import { createTally, type MessageTally } from "../../../../shared/message/tally.ts";
import { parseTemplate } from "../../../../shared/message/template.ts";
import { personOf } from "./person-of.ts";

const columns = ["Name", "City"];

function tally(
  text: string,
  people: readonly (readonly [name: string, city?: string, number?: string])[],
): MessageTally {
  const growing = createTally(parseTemplate(text, columns), columns);
  for (const [position, [name, city = "", number = "380671234567"]] of people.entries()) {
    growing.add(personOf(position, number, [name, city]));
  }
  return growing.result();
}

const causes = (result: MessageTally) => result.buckets.map(({ people, parts, cause }) => ({ people, parts, cause }));

describe("the tally", () => {
  test("puts people together whose message costs the same for the same reason", () => {
    const result = tally(`Hi {Name}! ${"x".repeat(148)}`, [["Al"], ["Bo"], ["Bartholomew"]]);
    expect(causes(result)).toEqual([
      { people: 2, parts: 1, cause: { kind: "plain" } },
      { people: 1, parts: 2, cause: { kind: "length", field: "Name" } },
    ]);
    expect(result).toMatchObject({ people: 3, parts: 4, problems: [] });
    expect(result.buckets[1]?.first).toBe(2);
    expect(result.buckets[0]?.countries).toEqual([{ country: "UA", people: 2 }]);
  });

  test("says that the text itself is long where no field is to blame", () => {
    expect(causes(tally("x".repeat(161), [["Al"]]))).toEqual([
      { people: 1, parts: 2, cause: { kind: "length", field: null } },
    ]);
  });

  test("tells the marks of the text from the letters of a value and from those of the text", () => {
    const marks = tally("Hi {Name}, “so”…", [["Al"], ["Олена"]]);
    expect(causes(marks)).toEqual([
      { people: 1, parts: 1, cause: { kind: "marks", marks: ["“", "”", "…"] } },
      { people: 1, parts: 1, cause: { kind: "field-script", field: "Name", script: "cyrillic" } },
    ]);
    expect(causes(tally("Привіт {Name}", [["Олена"]]))).toEqual([
      { people: 1, parts: 1, cause: { kind: "script", script: "cyrillic" } },
    ]);
    expect(causes(tally("Hi {Name}", [["O’Brien"]]))).toEqual([
      { people: 1, parts: 1, cause: { kind: "field-script", field: "Name", script: "other" } },
    ]);
  });

  test("names a field that makes a Cyrillic text longer", () => {
    expect(causes(tally(`${"ж".repeat(66)}{Name}`, [["Ян"], ["Олександра"]]))).toEqual([
      { people: 1, parts: 1, cause: { kind: "script", script: "cyrillic" } },
      { people: 1, parts: 2, cause: { kind: "length", field: "Name" } },
    ]);
  });

  test("says what replacing the marks would save, and nothing where it saves nothing", () => {
    const text = `“{Name}” ${"x".repeat(70)}`;
    expect(tally(text, [["Al"], ["Олена"], ["Bo"]]).saving).toEqual({
      marks: ["“", "”"],
      replaced: `"{Name}" ${"x".repeat(70)}`,
      people: 2,
      partsSaved: 2,
      costs: [
        { encoding: "gsm7", parts: 1, country: "UA", sample: "380671234567", people: 2 },
        { encoding: "ucs2", parts: 2, country: "UA", sample: "380671234567", people: 1 },
      ],
    });
    expect(tally("“Привіт”", [["Al"]]).saving).toBeNull();
    expect(tally("plain", [["Al"]]).saving).toBeNull();
  });

  test("gives one sample number a country for the price, without messages that are too long to send", () => {
    const result = tally("{Name}", [
      ["a", "", "380671234567"],
      ["b", "", "48501234567"],
      ["c", "", "380501112233"],
      ["x".repeat(800), "", "380501112234"],
    ]);
    expect(result.costs).toEqual([
      { encoding: "gsm7", parts: 1, country: "UA", sample: "380671234567", people: 2 },
      { encoding: "gsm7", parts: 1, country: "PL", sample: "48501234567", people: 1 },
    ]);
    expect(result.overLimit).toEqual({ people: 1, first: 3 });
  });

  test("counts people without a text apart", () => {
    const result = tally("{Name}", [["a"], [" "]]);
    expect(result.emptyText).toEqual({ people: 1, first: 1 });
    expect(result.buckets.map((bucket) => bucket.people)).toEqual([1]);
  });

  test("lists fields with empty cells; a fallback counts only where every use has it", () => {
    const people = [
      ["Al", "Kyiv"],
      ["", "Kyiv"],
      ["", ""],
    ] as const;
    expect(tally("{Name|friend} in {City}", people).emptyFields).toEqual([
      { key: "gap 0", field: "Name", people: 2, fallback: "friend", first: 1 },
      { key: "gap 1", field: "City", people: 1, fallback: null, first: 2 },
    ]);
    expect(tally("{Name|friend} {Name}", people).emptyFields[0]?.fallback).toBeNull();
  });

  test("points at the odd ones", () => {
    const odd = tally("Hi {Name}", [["Anna"], ["Al"], ["Bartholomew"], [""], ["Олена"]]).odd;
    expect(odd).toEqual({ longest: 2, shortest: 3, emptyField: 3, otherScript: 4 });
    expect(tally("Hi", [["a"], ["b"]]).odd).toEqual({
      longest: null,
      shortest: null,
      emptyField: null,
      otherScript: null,
    });
  });

  test("shows of empty cells whom the first field that has any lacks, which is the field that is named", () => {
    const { odd, emptyFields } = tally("Hi {Name} of {City}", [["Anna"], ["", "Lviv"]]);
    expect(emptyFields.map(({ field, first }) => [field, first])).toEqual([
      ["Name", 1],
      ["City", 0],
    ]);
    expect(odd.emptyField).toBe(1);
  });

  test("renders nothing while the text has problems", () => {
    expect(tally("Hi {Nam", [["a"], ["b"]])).toMatchObject({ people: 2, parts: 0, buckets: [], saving: null });
    expect(tally("Hi {Nmae}", [["a"]]).problems).toMatchObject([{ kind: "unknown-field", suggestion: "Name" }]);
  });

  test("adds up: every person is in one bucket or without a text, and the parts are theirs", () => {
    const cell = fc.constantFrom("", "Al", "Олена", "x".repeat(150), "“q”", "😀".repeat(40));
    fc.assert(
      fc.property(
        fc.constantFrom("Hi {Name}", "{Name} “{City|there}”", "Привіт {Name|друже}", "{Name}{City}"),
        fc.array(fc.tuple(cell, cell), { maxLength: 12 }),
        (text, people) => {
          const result = tally(text, people);
          const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
          expect(sum(result.buckets.map((b) => b.people)) + (result.emptyText?.people ?? 0)).toBe(people.length);
          expect(sum(result.buckets.map((b) => b.people * b.parts))).toBe(result.parts);
          const sendable = sum(result.costs.map((cost) => cost.people));
          expect(sendable).toBe(people.length - (result.emptyText?.people ?? 0) - (result.overLimit?.people ?? 0));
          if (result.saving !== null) expect(countParts(result.saving.replaced).parts).toBeLessThanOrEqual(5);
        },
      ),
    );
  });
});
