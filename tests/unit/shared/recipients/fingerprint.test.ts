import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintOf, recallMatching, rememberMatching } from "../../../../shared/recipients/fingerprint.ts";
import type { ColumnRole } from "../../../../shared/recipients/reading.ts";

const columns = (...headings: string[]) =>
  headings.map((heading, index) => ({ letter: "ABCDEFGH"[index] ?? "Z", heading }));
const roles: ColumnRole[] = [
  { kind: "field", name: "Name" },
  { kind: "phone", order: 1 },
  { kind: "phone", order: 0 },
];

describe("the fingerprint of headings", () => {
  it("is the same for the same headings, whatever their case, spaces and Unicode form", () => {
    const print = fingerprintOf(columns("Name", "Телефон", "Móvil"));
    expect(fingerprintOf(columns(" name ", "ТЕЛЕФОН", "Mo\u0301vil"))).toBe(print);
    expect(fingerprintOf(columns("Name", "Телефон\n", "Móvil\u00a0"))).toBe(print);
  });

  it("is another for other headings, another order, one column more or less", () => {
    const print = fingerprintOf(columns("Name", "Phone", "Mobile"));
    for (const other of [
      ["Phone", "Name", "Mobile"],
      ["Name", "Phone"],
      ["Name", "Phone", "Mobile", ""],
      ["Name,Phone", "Mobile"],
    ])
      expect(fingerprintOf(columns(...other))).not.toBe(print);
  });

  it("tells any two lists of headings apart", () => {
    const headings = fc.array(fc.string({ unit: fc.constantFrom("a", "b", '"', ",", "[", "\\"), maxLength: 3 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(headings, headings, (one, other) => {
        fc.pre(one.some((heading) => heading !== "") && other.some((heading) => heading !== ""));
        expect(fingerprintOf(columns(...one)) === fingerprintOf(columns(...other))).toBe(
          JSON.stringify(one) === JSON.stringify(other),
        );
      }),
    );
  });

  it("does not exist where there is no heading", () => {
    expect(fingerprintOf(columns("", " "))).toBeNull();
    expect(fingerprintOf([])).toBeNull();
  });
});

describe("a matching", () => {
  it("is recalled for the next file with these headings, the newest of several", () => {
    const first = rememberMatching(columns("Name", "Phone", "Mobile"), roles);
    const changed = rememberMatching(columns("NAME", "Phone", "Mobile"), roles.toReversed());
    if (first === null || changed === null) throw new Error("not remembered");
    expect(recallMatching(columns("name", "phone", "mobile"), [first])).toEqual(roles);
    expect(recallMatching(columns("name", "phone", "mobile"), [first, changed])).toEqual(roles.toReversed());
  });

  it("is not made up for other headings, for none, or from half of one", () => {
    const matching = rememberMatching(columns("Name", "Phone", "Mobile"), roles);
    if (matching === null) throw new Error("not remembered");
    expect(recallMatching(columns("Name", "Phone"), [matching])).toBeNull();
    expect(recallMatching(columns("", "", ""), [matching])).toBeNull();
    expect(recallMatching(columns("Name", "Phone", "Mobile"), [{ ...matching, columns: roles.slice(1) }])).toBeNull();
    expect(rememberMatching(columns("", "", ""), roles)).toBeNull();
    expect(rememberMatching(columns("Name"), roles)).toBeNull();
  });
});
