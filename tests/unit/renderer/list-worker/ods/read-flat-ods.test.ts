import { expect, test } from "vitest";
import { fixture, cellsOf, openList, refusalOf } from "../open-list.ts";

const root =
  '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">';
const cell = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const rows = (...lines: string[][]): string =>
  lines.map((line) => `<table:table-row>${line.map(cell).join("")}</table:table-row>`).join("");
const flat = (tables: string, kind = "spreadsheet"): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${root}<office:body><office:${kind}>${tables}</office:${kind}></office:body></office:document>`;
const people = `<table:table table:name="One">${rows(["Phone", "Name"], ["380671234567", "Anna"])}</table:table>`;

test("a flat file is read whatever it is called, and wherever its settings come from", async () => {
  const reading = { sheet: 4 };
  const { engine, understood } = await openList(flat(people), { name: "people.xml", reading });
  expect(understood).toMatchObject({ format: "ods", reading: { sheet: 0 }, sheets: [{ name: "One" }] });
  expect(await cellsOf(engine)).toEqual([["380671234567", "Anna"]]);
  expect((await openList(flat(people).replace(/^<\?xml.*\n/, ""))).understood.rows).toBe(1);
});

test("a chart over the sheet is no part of it, though its document has a table of its own", async () => {
  const { engine, understood } = await openList(fixture("chart.fods"));
  expect(understood.sheets).toHaveLength(1);
  expect(await cellsOf(engine)).toEqual([
    ["Olena", "380671234567", "3"],
    ["Taras", "380501234568", "5"],
    ["Nina", "380631112233", "2"],
  ]);
});

test("megabytes of a picture within it are passed over", async () => {
  const picture = `<table:shapes><draw:frame><draw:image><office:binary-data>${"iVBORw0KGgo\n".repeat(500_000)}</office:binary-data></draw:image></draw:frame></table:shapes>`;
  const { engine } = await openList(flat(people.replace('"One">', `"One">${picture}`)));
  expect(await cellsOf(engine)).toEqual([["380671234567", "Anna"]]);
});

test("a flat text is no table, one without rows is empty, and one that is cut is damaged", async () => {
  expect(await refusalOf(flat("<text:p>Dear Anna</text:p>", "text"))).toBe("file.not-a-table");
  expect(await refusalOf(flat('<table:table table:name="One"/>'))).toBe("file.empty");
  expect(await refusalOf(flat(people).replace("</office:document>", ""))).toBe("file.unreadable");
  expect(await refusalOf(flat(people).replace("<office:body>", "<!DOCTYPE x><office:body>"))).toBe("file.hostile");
});

test("as a sheet of an .ods it has so many rows and columns at most", async () => {
  const row = '<table:table-row table:number-rows-repeated="1048577">';
  expect(await refusalOf(flat(people.replace("<table:table-row>", row)))).toBe("file.hostile");
});
