import { describe, expect, it } from "vitest";
import { openList } from "../open-list.ts";

const heading = "<tr><th>Name</th><th>Phone</th></tr>";
const page = (rows: readonly string[], top = heading): string =>
  `<table>${top}${rows.map((row) => `<tr><td>${row.replace(",", "<td>")}</td></tr>`).join("")}</table>`;
const one = page(["Anna,380671111111", "Bob,380672222222", "Cara,380673333333"]);
const two = page(["Dan,380674444444", "Eve,380675555555"]);

const open = async (html: string) => {
  const { engine, understood } = await openList(`<html><body>${html}</body></html>`);
  return { understood, numbers: (await engine.people(0)).numbers.map((number) => number.slice(-1)).join("") };
};

describe("a list that a report spreads over the pages of a web page, each a table with the same heading", () => {
  it("is one list, as a spreadsheet shows it, whose heading stands there once", async () => {
    const { understood, numbers } = await open(`${one}<p>Page 1</p><table><tr><td>1 / 2</table>${two}`);
    expect(numbers).toBe("12345");
    expect(understood.sheets.map(({ rows }) => rows)).toEqual([6, 1]);
    expect(understood).toMatchObject({ rows: 5, leftOut: { titleRows: 0, blankRows: 0, otherSheets: 1 } });
  });

  it("is one list also where all pages stand in a cell around them", async () => {
    const { numbers } = await open(`<table><tr><td>Report<td>${one}<br>${two}<tr><td>end</table>`);
    expect(numbers).toBe("12345");
  });

  it("keeps numbers of rows that go on, numbers behind what is shown, and what is hidden", async () => {
    const more = `<table>${heading}<tr hidden><td>x<td>380679999999<tr><td>Dan<td x:num="380674444444">3.8E+11<td style="display:none">secret</table>`;
    const { engine, understood } = await openList(`<html>${one}${more}</html>`);
    const people = await engine.people(0);
    expect(people.numbers.at(-1)).toBe("380674444444");
    expect(people.rows).toEqual([2, 3, 4, 7]);
    expect(understood.leftOut).toMatchObject({ hiddenRows: 1, hiddenColumns: 1 });
  });

  it.each([
    ["another heading", page(["Dan,380674444444"], "<tr><th>Name<th>Mobile</tr>")],
    ["no heading", page(["Dan,380674444444"], "")],
    ["a heading of one word", `<table><tr><th>Phone<tr><td>380674444444</table>`],
    ["the same heading within another table", `<table><tr><td>x<td>${two}</table>`],
    ["the same heading where nobody sees it", `<div hidden>${two}</div>`],
  ])("is not put together with a table of %s", async (_, other) => {
    expect((await open(`${one}${other}`)).numbers).toBe("123");
  });

  it("is two lists where people stand in both first rows", async () => {
    const person = "<tr><td>Anna<td>380671111111</tr>";
    const { understood } = await open(page(["Bob,380672222222"], person) + page(["Dan,380674444444"], person));
    expect(understood.sheets).toHaveLength(2);
  });
});
