import { expect, test } from "vitest";
import { changeRole } from "../../../../../renderer/features/recipients/column-roles.ts";
import type { ColumnView } from "../../../../../renderer/list-worker/protocol.ts";

const columns: ColumnView[] = [
  { letter: "A", heading: "Phone", role: { kind: "phone", order: 0 }, samples: [] },
  { letter: "B", heading: "Billing country", role: { kind: "country", name: "Billing country" }, samples: [] },
  { letter: "C", heading: "Country", role: { kind: "field", name: "Country" }, samples: [] },
  { letter: "D", heading: "", role: { kind: "unused" }, samples: [] },
];

test("one column names the country: the one that did before is a field then", () => {
  expect(changeRole(columns, 2, "country")).toEqual([
    { kind: "phone", order: 0 },
    { kind: "field", name: "Billing country" },
    { kind: "country", name: "Country" },
    { kind: "unused" },
  ]);
  expect(changeRole(columns, 3, "country")[3]).toEqual({ kind: "country", name: "D" });
});

test("a column of countries becomes a field, a phone or unused like any other, and stays when another changes", () => {
  expect(changeRole(columns, 1, "field")[1]).toEqual({ kind: "field", name: "Billing country" });
  expect(changeRole(columns, 1, "unused")[1]).toEqual({ kind: "unused" });
  expect(changeRole(columns, 1, "next-phone")[1]).toEqual({ kind: "phone", order: 1 });
  expect(changeRole(columns, 3, "field")[1]).toEqual({ kind: "country", name: "Billing country" });
});

test("of two columns with one heading each has a name of its own again after one was not used for a while", () => {
  const twice: ColumnView[] = [
    { letter: "A", heading: "Name", role: { kind: "field", name: "Name" }, samples: [] },
    { letter: "B", heading: "name", role: { kind: "unused" }, samples: [] },
  ];
  expect(changeRole(twice, 1, "field")).toEqual([
    { kind: "field", name: "Name" },
    { kind: "field", name: "name 2" },
  ]);
});
