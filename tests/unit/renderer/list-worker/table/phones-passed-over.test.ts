import { describe, expect, it } from "vitest";
import { openList } from "../open-list.ts";
import { csvOf, seen } from "./seen-rows.ts";

const list = (rows: string[][]): string => csvOf([["Name", "Mobile", "Parent's phone"], ...rows]);

/** What the first row of such a list is told. */
async function toldOf(mobile: string, other: string) {
  const { engine } = await openList(list([["Oleh", mobile, other], ...plain]));
  const { rows } = await engine.rows({ filter: "all", search: "", offset: 0, limit: 1 });
  return rows[0];
}

const plain = [
  ["Olena", "0671234567", "0501234567"],
  ["Ihor", "0671234568", ""],
  ["Vira", "0671234569", "0501234569"],
];

describe("a row whose first phone is none, so that a later one is taken", () => {
  it("says first which cell was passed over", async () => {
    for (const mobile of ["+380XXXXXXXXX", "3,80671E+11", "067 123 45 6", "80671234561", "0671234561 Olha"]) {
      const row = await toldOf(mobile, "0507654321");
      expect([mobile, row?.verdict, row?.digits]).toEqual([mobile, "repaired", "380507654321"]);
      expect(row?.reasons[0]).toEqual({ code: "passed-over", params: { cell: mobile } });
    }
  });

  it("keeps a cell of many words short", async () => {
    const words = `067 ${"x".repeat(90)}`;
    const row = await toldOf(words, "0507654321");
    expect(row?.reasons[0]).toEqual({ code: "passed-over", params: { cell: `${words.slice(0, 39)}…` } });
  });

  it("says nothing of a cell that is blank or holds no digit", async () => {
    for (const mobile of ["", "-", "немає"]) {
      const row = await toldOf(mobile, "0507654321");
      expect(row?.reasons).toEqual([{ code: "trunk-replaced", params: { trunk: "0", code: "380" } }]);
    }
  });

  it("counts as what its own number is", async () => {
    const { engine } = await openList(list([["Oleh", "12345", "380507654321"], ...plain]));
    expect((await seen(engine))[0]).toEqual({
      verdict: "ready",
      digits: "380507654321",
      reasons: ["passed-over"],
    });
  });
});

describe("a row whose first phone is a landline", () => {
  const contacts = (rows: string[][]): string => csvOf([["Name", "Phone 1 - Value", "Phone 2 - Value"], ...rows]);

  it("names the mobile of a later column and offers it, to be taken with a click and taken back", async () => {
    const { engine } = await openList(contacts([["Olena", "044 234 56 78", "067 123 45 67"], ...plain]));
    const first = async () => (await engine.rows({ filter: "all", search: "", offset: 0, limit: 1 })).rows[0];
    expect(await first()).toMatchObject({
      digits: "380442345678",
      warning: "landline",
      offered: "380671234567",
      reasons: [{ code: "mobile-beside", params: { other: "380671234567" } }, { code: "trunk-replaced" }],
    });
    await engine.applyEdit({ kind: "take-offered", rows: [2], offered: ["380671234567"] });
    expect(await first()).toMatchObject({ digits: "380671234567", warning: null, offered: null });
    await engine.undoEdit();
    expect(await first()).toMatchObject({ digits: "380442345678" });
  });

  it("offers nothing where the later columns hold a landline, a refused cell or the same number", async () => {
    for (const later of ["044 234 56 79", "067 12", "", "+380 44 234 56 78"]) {
      const { engine } = await openList(contacts([["Olena", "044 234 56 78", later], ...plain]));
      const { rows } = await engine.rows({ filter: "all", search: "", offset: 0, limit: 1 });
      expect([later, rows[0]?.offered, rows[0]?.reasons.length]).toEqual([later, null, 1]);
    }
  });
});
