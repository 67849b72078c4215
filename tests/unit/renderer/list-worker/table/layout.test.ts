import { describe, expect, it } from "vitest";
import { openList } from "../open-list.ts";

const headingOf = async (content: string): Promise<number> => (await openList(content)).understood.reading.headerRow;

describe("layOut", () => {
  it.each([
    ["a heading in the first row", "Name,Phone\nAnna,0671234567\n", 1],
    ["a heading below titles and a blank line", "Customers of spring\n\nName;Phone;City\nAnna;0671234567;Kyiv\n", 3],
    ["a heading with words of its own", "Who,Where to reach\nAnna,0671234567\nPetro,0501234567\n", 1],
    ["no heading at all", "Anna,0671234567\nPetro,0501234567\n", 0],
    ["a column of bare numbers", "0671234567\n0501234567\n", 0],
    ["a column of numbers with its heading", "Телефон\n0671234567\n0501234567\n", 1],
  ])("finds %s", async (_, content, row) => {
    expect(await headingOf(content)).toBe(row);
  });

  it("names the columns by their letters where there is no heading", async () => {
    const { engine } = await openList("Anna,0671234567,Kyiv\nPetro,0501234567,Lviv\n");
    expect(await engine.fields()).toEqual(["A", "C"]);
  });

  it("obeys another choice of heading", async () => {
    const { understood } = await openList("Name,Phone\nAnna,0671234567\nPetro,0501234567\n", {
      reading: { headerRow: 2 },
    });
    expect(understood.rows).toBe(1);
    expect(understood.columns[0]?.heading).toBe("Anna");
    expect(understood.leftOut.titleRows).toBe(1);
  });

  it("counts blank rows beside the rows of the file", async () => {
    const { understood } = await openList("Name,Phone\n\nAnna,0671234567\n,\nPetro,0501234567\n\n");
    expect(understood).toMatchObject({ rows: 2, leftOut: { blankRows: 2, titleRows: 0 }, sampleRows: [3, 5] });
  });
});
