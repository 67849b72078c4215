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

it("a column that only says what was sent to the phone, or when, is none to text", async () => {
  const sent = "Name;Phone;SMS ID;Viber ID\nAnna;0671234567;380501234567;0501234567\nIhor;;380501234568;0501234568\n";
  expect(await rolesOf(sent)).toEqual(["field", "phone 0", "field", "field"]);
  const verified = "Name;Phone;Phone verified;SMS\nAnna;0671234567;27.11.2026 10:00;2026-11-27 10:00:00\n";
  expect(await rolesOf(verified)).toEqual(["field", "phone 0", "field", "field"]);
});

it("numbers of documents are no phones of a list whose phones have no heading that is known", async () => {
  const bank = "Date;Document no;Client;Whom to reach\n27.11.2026;380501234567;Anna;0671234567\n";
  expect(await rolesOf(bank)).toEqual(["field", "field", "field", "phone 0"]);
  const papers = "Номер документа;Картка\n380671234567;*1234\n380671234568;*1234\n";
  expect(await rolesOf(papers)).toEqual(["field", "field"]);
});

it("lines of names and numbers are a column of phones, whose numbers are offered", async () => {
  const lines = "1. Olena - 067 123 45 67\n2. Ihor 0501234567 (evenings)\n3. Ira: +380661112233\n4. Nina\n";
  const { engine, understood } = await openList(lines);
  expect(understood.columns.map(({ role }) => describe(role))).toEqual(["phone 0"]);
  const { rows } = await engine.rows({ filter: "invalid", search: "", offset: 0, limit: 10 });
  expect(rows.map(({ offered }) => offered)).toEqual(["380671234567", "380501234567", "380661112233", null]);
});

it("numbers of orders that look like phones are none beside phones, whatever is empty among them", async () => {
  const rows = ["380501110001;Olena;0671234567", "380501110002;Ihor;", "380501110007;Ira;0661112233"];
  const more = ["380501110008;Lev;0631112233", ""];
  expect(await rolesOf([...rows, ...more].join("\n"))).toEqual(["field", "field", "phone 0"]);
  const headed = ["Number;Client;Contact", ...rows, ...more].join("\n");
  expect(await rolesOf(headed)).toEqual(["field", "field", "phone 0"]);
});
