import * as fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ListEngine } from "../../../../renderer/list-worker/list-engine.ts";
import { verdicts, type Edit } from "../../../../shared/recipients/reading.ts";
import { anyEdit, phoneCell } from "./any-edit.ts";
import { openList } from "./open-list.ts";

const neverText = { numbers: ["380991234567", "380501234567"], since: ["2026-01-02", "2026-01-03"] };

const anyTable = fc.array(fc.tuple(fc.constantFrom("Anna", "Петро", ""), phoneCell, phoneCell), {
  minLength: 1,
  maxLength: 12,
});
const anyCountry = fc.constantFrom("UA", "US", "RU", "PL");

const csvOf = (rows: readonly (readonly string[])[]): string =>
  Papa.unparse([["Name", "Mobile", "Phone", "Row"], ...rows.map((row, index) => [...row, `r${index}`])]);

async function everything(engine: ListEngine): Promise<unknown> {
  const rows = await engine.rows({ filter: "all", search: "", offset: 0, limit: 500 });
  const { undone: _undone, ...state } = await engine.state();
  return { state, rows, people: await engine.people(0), digest: await engine.digest("Hi {Name}") };
}

describe("the sum of the verdicts", () => {
  it("is the rows of the file and those typed by hand, after any edits, whatever the cells hold", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTable,
        fc.array(anyEdit, { maxLength: 8 }),
        anyCountry,
        async (table, edits, systemCountry) => {
          const { engine } = await openList(csvOf(table), { edits, neverText, systemCountry });
          const { sum, people, leftOutByHand, questions } = await engine.state();
          expect(verdicts.reduce((total, verdict) => total + sum[verdict], 0)).toBe(sum.rows);
          expect(sum.rows).toBe(table.length + edits.filter(({ kind }) => kind === "add-row").length);
          expect(people).toBe(sum.ready + sum.repaired - leftOutByHand);
          expect(questions.reduce((total, question) => total + question.people, 0)).toBe(sum["to-decide"]);
          const { numbers } = await engine.people(0);
          expect(numbers).toHaveLength(people);
          expect(new Set(numbers).size).toBe(people);
          expect(numbers.filter((number) => neverText.numbers.includes(number))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is what the filters show, one by one", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, fc.array(anyEdit, { maxLength: 4 }), async (table, edits) => {
        const { engine } = await openList(csvOf(table), { edits, neverText });
        const { sum } = await engine.state();
        const seen: number[] = [];
        for (const verdict of verdicts) {
          const { total, rows } = await engine.rows({ filter: verdict, search: "", offset: 0, limit: 500 });
          expect([verdict, total, rows.length]).toEqual([verdict, sum[verdict], sum[verdict]]);
          expect(rows.every((row) => row.verdict === verdict)).toBe(true);
          seen.push(...rows.map(({ row }) => row));
        }
        const all = await engine.rows({ filter: "all", search: "", offset: 0, limit: 500 });
        expect(seen.sort((a, b) => a - b)).toEqual(all.rows.map(({ row }) => row));
      }),
      { numRuns: 60 },
    );
  });
});

describe("edits", () => {
  it("give the same list made one by one, replayed at once, or made with others taken back in between", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTable,
        fc.array(fc.tuple(anyEdit, fc.nat({ max: 2 })), { maxLength: 7 }),
        async (table, steps) => {
          const { engine: made } = await openList(csvOf(table), { neverText });
          let kept: Edit[] = [];
          for (const [edit, back] of steps) {
            await made.applyEdit(edit);
            kept.push(edit);
            for (let step = 0; step < back; step++) await made.undoEdit();
            kept = kept.slice(0, Math.max(0, kept.length - back));
          }
          const { engine: replayed } = await openList(csvOf(table), { edits: kept, neverText });
          expect(await everything(made)).toEqual(await everything(replayed));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("taken back and made once more are as if nothing had been", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 6 }), fc.nat({ max: 8 }), async (edits, back) => {
        const { engine } = await openList(csvOf([["Anna", "0671234567", ""]]), { edits });
        const before = await everything(engine);
        for (let step = 0; step < back; step++) await engine.undoEdit();
        const redone: (Edit | null)[] = [];
        for (let step = 0; step < back; step++) redone.push((await engine.redoEdit()).edit);
        expect(await everything(engine)).toEqual(before);
        expect(redone.filter((edit) => edit !== null)).toEqual(edits.slice(Math.max(0, edits.length - back)));
        expect((await engine.state()).undone).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
