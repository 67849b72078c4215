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

  it("finds a heading that names days beside a phone, and takes no row of data with days for one", async () => {
    const days =
      "Група,ПІБ учня,01.09,08.09,15.09.2026,22.09,Мама тел\nА-1,Олена,+,н,+,+,0671234567\nА-1,Ігор,+,н,+,+,0501234567\n";
    expect(await headingOf(days)).toBe(1);
    expect(await headingOf("Anna,mobile,01.09,0671234567\nPetro,mobile,08.09,0501234567\n")).toBe(0);
    expect(await headingOf("Anna,mobile,01.09,\nPetro,mobile,08.09,0501234567\nVira,home,,0501234568\n")).toBe(0);
  });

  it.each([
    [
      "Name,Contacts,,City\n,Phone,Mail,\nAnna,0671234567,a@b.c,Kyiv\nBob,0501234567,b@b.c,Lviv\n",
      "Name,Phone,Mail,City",
    ],
    [
      "ПІБ,Контакти,,Місто\n,Телефон,Пошта,\nОлена,0671234567,,Київ\nІгор,0501234567,,Львів\n",
      "ПІБ,Телефон,Пошта,Місто",
    ],
    [
      "Name,Phone,,City\n,Mobile,Work,\nAnna,0671234567,0442345678,Kyiv\nBob,0501234567,,Lviv\n",
      "Name,Mobile,Work,City",
    ],
  ])(
    "a heading whose lower row names the parts of what the upper one names is one of two rows: %s",
    async (content, headings) => {
      const { understood } = await openList(content);
      expect(understood.columns.map(({ heading }) => heading).join()).toBe(headings);
      expect(understood).toMatchObject({ rows: 2, reading: { headerRow: 2 }, leftOut: { titleRows: 0 } });
    },
  );

  it("a first row of data without a number is no second row of the heading", async () => {
    expect(await headingOf("Name,Phone,City,Mail\nAnna,,Kyiv,a@b.c\nBob,0501234567,,b@b.c\n")).toBe(1);
    expect(await headingOf("Name,Phone\nName,Phone\nAnna,0671234567\n")).toBe(1);
    // "Viber" is what people write under "Channel", and a comment stands in a column without a heading.
    const channel = "Name,Phone,Channel,\nAnna,,Viber,call first\nBob,0671234567,SMS,\nCara,0671234568,Viber,\n";
    expect(await headingOf(channel)).toBe(1);
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
