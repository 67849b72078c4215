import { expect, it } from "vitest";
import type { ColumnRole } from "../../../../../shared/recipients/reading.ts";
import { openList } from "../open-list.ts";

const rolesOf = async (text: string): Promise<string[]> => {
  const { understood } = await openList(text);
  return understood.columns.map(({ role }) => describe(role));
};
const describe = (role: ColumnRole): string => (role.kind === "phone" ? `phone ${role.order}` : role.kind);

it("where a column is called phone and is one, others with numbers are fields, and empty ones without a heading unused", async () => {
  expect(await rolesOf("Phone;Other;;;Total\n0671234567;0501234567;0631234567;x;380671234567\n")).toEqual([
    "phone 0",
    "field",
    "field",
    "field",
    "field",
  ]);
  expect(await rolesOf('Phone;Name;\n0671234567;Anna;""\n0501234567;Petro; \n')).toEqual([
    "phone 0",
    "field",
    "unused",
  ]);
});

it("a column that is called phone and holds words leaves it to the others' cells", async () => {
  expect(await rolesOf("Phone;Line;Total\nyes;0671234567;380671234567\nno;0501234567;380501234567\n")).toEqual([
    "field",
    "phone 0",
    "field",
  ]);
});

it("an empty column that is called mobile does not stand in for one that is called phone and filled", async () => {
  expect(await rolesOf("Mobile;Phone;Name\n;0671234567;Anna\n;0501234567;Petro\n")).toEqual([
    "field",
    "phone 0",
    "field",
  ]);
});
