import Papa from "papaparse";
import { expect, test } from "vitest";
import { ownLines, ownReading } from "../../../../shared/library/own-table.ts";
import { openList } from "../../renderer/list-worker/open-list.ts";

async function readBack(columns: string[], people: { number: string; cells: string[] }[]) {
  const csv = Papa.unparse([...ownLines(columns, people)]);
  return openList(csv, { checked: true, reading: ownReading(columns, null) });
}

test("a list is texted at its own numbers, whatever its fields are called and hold", async () => {
  const { engine, understood } = await readBack(
    ["Name", "Mobile"],
    [{ number: "380671234567", cells: ["Olena", "+380501112233"] }],
  );
  expect(await engine.people(0)).toMatchObject({
    numbers: ["380671234567"],
    columns: ["Name", "Mobile"],
    cells: [["Olena"], ["+380501112233"]],
  });
  expect(understood.columns.map(({ role }) => role.kind)).toEqual(["phone", "field", "field"]);
});

test("its first line is its heading even where somebody's cells look like one", async () => {
  const { engine } = await readBack(["A", "B"], [{ number: "380671234567", cells: ["Phone", "Name"] }]);
  expect(await engine.state()).toMatchObject({ people: 1, sum: { rows: 1, ready: 1 } });
  expect(await engine.fields()).toEqual(["A", "B"]);
});

test("fields of one name are two fields, and a cell that is missing is empty", async () => {
  const { engine } = await readBack(["Name", "name"], [{ number: "380671234567", cells: ["Olena"] }]);
  expect(await engine.fields()).toEqual(["Name", "name 2"]);
  expect(await engine.people(0)).toMatchObject({ cells: [["Olena"], [""]] });
});
