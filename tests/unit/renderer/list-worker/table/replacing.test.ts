import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { serveList } from "../../../../../renderer/list-worker/serve.ts";
import { guessedReading } from "../../../../../shared/recipients/reading.ts";
import { cellsOf, fileOf, openList } from "../open-list.ts";
import { encode } from "../text/encode.ts";

const encodings = ["utf-8", "windows-1251"] as const;
/** Letters with twins outside ASCII, of three alphabets, with more than one small form, and what is left out or halved. */
const letters = [
  "k",
  "K",
  "\u212a",
  "s",
  "S",
  "ſ",
  "К",
  "к",
  "Ж",
  "ж",
  "ς",
  "Σ",
  "a",
  "A",
  "1",
  " ",
  '"',
  "\0",
  "$",
  ".",
];
const inWindows = letters.filter((letter) => !["\u212a", "ſ", "ς", "Σ"].includes(letter));

const listIn = fc.constantFrom(...encodings).chain((encoding) => {
  const unit = fc.constantFrom(...(encoding === "utf-8" ? letters : inWindows));
  const rows = fc.array(fc.tuple(fc.string({ unit, maxLength: 6 }), fc.string({ unit, maxLength: 6 })), {
    minLength: 1,
    maxLength: 8,
  });
  return fc.record({ encoding: fc.constant(encoding), rows });
});

/** Enough of it that a few odd signs make it no other kind of file. */
const plain = Array.from({ length: 40 }, (_, at) => `06712345${at + 10};Ann;Lviv`);

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

test("find and replace finds in bytes exactly what it finds in the cells as they are shown", async () => {
  const find = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 3 });
  const list = fc.tuple(listIn, find, fc.constantFrom("", "$&", "k"), fc.boolean(), fc.boolean());
  await fc.assert(
    fc.asyncProperty(list, async ([{ encoding, rows }, sought, by, whole, all]) => {
      const lines = rows.map(([name, city], at) => `067123456${at};${quoted(name)};${quoted(city)}`);
      const text = `${["Phone;Name;City", ...lines, ...plain].join("\n")}\n`;
      const bytes = encoding === "utf-8" ? new TextEncoder().encode(text) : encode(text, encoding);
      const columns = [
        { kind: "phone", order: 0 } as const,
        { kind: "field", name: "Name" } as const,
        { kind: "field", name: "City" } as const,
      ];
      const reading = { ...guessedReading, encoding, delimiter: ";", headerRow: 1, columns } as const;
      const { engine } = await openList(bytes, { reading: { ...reading, columns: [...columns] } });
      const edit = { kind: "replace", column: all ? null : 1, find: sought, by, whole } as const;
      const escaped = sought.replaceAll(/[$.*+?^()[\]{}|\\/]/g, "\\$&");
      const pattern = new RegExp(escaped, "giu");
      const mended = (await cellsOf(engine)).map((cells) =>
        cells.map((cell, column) => {
          if (!all && column !== 1) return cell;
          if (whole) return cell === sought ? by.trim() : cell;
          const after = cell.replace(pattern, () => by);
          return after === cell ? cell : after.trim();
        }),
      );
      const foreseen = await engine.foreseeReplace(edit);
      const { edits } = await engine.applyEdit(edit);
      expect([edits, await cellsOf(engine)]).toEqual([1, mended]);
      const { rows: shown } = await engine.rows({ filter: "all", search: "", offset: 0, limit: 500 });
      expect(foreseen.cells).toBe(shown.reduce((cells, { corrections }) => cells + corrections.length, 0));
    }),
  );
});

test("find and replace finds what a cell shows without the NUL that stands within", async () => {
  const { engine } = await openList(["Phone;Name", ...plain, "0671234509;An\0na", ""].join("\n"));
  const edit = { kind: "replace", column: 1, find: "anna", by: "Hanna", whole: false } as const;
  expect(await engine.foreseeReplace(edit)).toMatchObject({ cells: 1, samples: [{ before: "Anna", after: "Hanna" }] });
});

const many = 150_000;
const longList = `Phone;Name\n${Array.from({ length: many }, (_, row) => `067${1_000_000 + row};Ann ${row}`).join("\n")}\n`;
const annToAnna = { kind: "replace", column: 1, find: "ann", by: "Anna", whole: false } as const;

describe("while find and replace counts in a long list", () => {
  test("other questions are answered, and of two countings the one that is not waited for any more ends", async () => {
    const order: (string | number)[] = [];
    const serve = serveList((reply) => {
      if (reply.kind === "answer" || reply.kind === "failure") order.push(`${reply.kind} ${reply.id}`);
    });
    await serve({ id: 1, method: "open", args: [fileOf(longList)] });
    const counted = serve({ id: 2, method: "foreseeReplace", args: [annToAnna] });
    await new Promise((resolve) => void setTimeout(resolve));
    const next = serve({ id: 3, method: "foreseeReplace", args: [{ ...annToAnna, find: "ann 1" }] });
    await Promise.all([
      serve({ id: 2, method: "abandon" }),
      serve({ id: 4, method: "state", args: [] }),
      counted,
      next,
    ]);
    expect(order).toEqual(["answer 1", "answer 4", "failure 2", "answer 3"]);
  });

  test("rows that change meanwhile are counted anew", async () => {
    const { engine } = await openList(longList);
    const counting = engine.foreseeReplace(annToAnna);
    await engine.applyEdit({ kind: "cell", row: 2, column: 1, value: "Olena" });
    const { cells, samples } = await counting;
    expect([cells, samples[0]]).toEqual([many - 1, { row: 3, before: "Ann 1", after: "Anna 1" }]);
  });
});
