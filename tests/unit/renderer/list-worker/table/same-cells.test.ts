import * as fc from "fast-check";
import { expect, test } from "vitest";
import { layOut } from "../../../../../renderer/list-worker/table/layout.ts";
import { ListRows } from "../../../../../renderer/list-worker/table/list-rows.ts";
import { readText } from "../../../../../renderer/list-worker/text/read-text.ts";
import { guessedReading } from "../../../../../shared/recipients/reading.ts";

test("cells compared by their bytes are the same, and empty, where those that are shown are", () => {
  const sign = fc.constantFrom("a", "b", " ", "\u00a0", "\0", "Я", '""', "0");
  const cell = fc.array(sign, { maxLength: 3 }).map((signs) => signs.join(""));
  const quoted = fc.tuple(cell, fc.constantFrom("", '"')).map(([text, quotes]) => quotes + text + quotes);
  const corrections = fc.array(fc.record({ row: fc.nat({ max: 11 }), value: cell }), { maxLength: 2 });
  fc.assert(
    fc.property(fc.array(quoted, { minLength: 2, maxLength: 12 }), corrections, (cells, corrections) => {
      const text = `x;Note;y\n${cells.map((one) => `1;${one};2\n`).join("")}`;
      const reading = { ...guessedReading, encoding: "utf-8", delimiter: ";" as const };
      const { table } = readText(new TextEncoder().encode(text), reading, () => {});
      const rows = new ListRows(table, layOut(table, 1));
      rows.add(["1", cells[0] ?? "", "2"]);
      for (const { row, value } of corrections) rows.correct(row, 1, value);
      for (let row = 0; row < rows.count; row++) {
        expect([text, row, rows.isEmptyCell(row, 1)]).toEqual([text, row, rows.ownCell(row, 1) === ""]);
        for (let other = 0; other < rows.count; other++) {
          const areSame = rows.ownCell(row, 1) === rows.ownCell(other, 1);
          expect([text, row, other, rows.isSameCell(row, other, 1)]).toEqual([text, row, other, areSame]);
        }
      }
    }),
    { numRuns: 500 },
  );
});
