import { describe, expect, it } from "vitest";
import { detectDelimiter, separatorLine } from "../../../../../renderer/list-worker/text/delimiter.ts";

const detect = (text: string): string => detectDelimiter(new TextEncoder().encode(text), 0);

describe("detectDelimiter", () => {
  it.each([
    ["commas", "Name,Phone\nAnna,+380671234567\n", ","],
    ["semicolons", "Name;Phone\nAnna;+380671234567\n", ";"],
    ["tabs", "Name\tPhone, mobile\nAnna\t1,5\n", "\t"],
    ["bars", "Name|Phone\nAnna|1,5\n", "|"],
    [
      "semicolons where every row but the heading has a decimal comma",
      "Name;Phone\nAnna;5,58199E+12\nPetro;3,80501E+11\n",
      ";",
    ],
    ["semicolons without a heading where all numbers have a decimal comma", "1,5;2,5\n3,5;4,5\n", ";"],
    ["commas where one column holds lists with semicolons", "Name,Tags,Phone\nAnna,a;b;c,1\nPetro,d;e;f,2\n", ","],
    ["commas among amounts in quotes", 'Name,Sum\nAnna,"1,234.50"\nPetro,"2,000.00"\n', ","],
    ["semicolons under a title with commas", "Customers, spring, 2024\nName;Phone\nAnna;1\nPetro;2\nOlha;3\n", ";"],
    ["semicolons where one column holds lists", "Name;Tags\nAnna;a, b, c\nPetro;d\nOlha;e, f\n", ";"],
    ["commas under a title", "Customers; spring\n\nName,Phone,City\nAnna,1,Kyiv\nPetro,2,Lviv\n", ","],
    ["semicolons in ragged rows", "Name;Phone;City\nAnna;1\nPetro;2;Lviv\nOlha;3;Odesa;;\n", ";"],
    ["semicolons within quoted commas", 'Name;Address\n"Anna";"Street, 5"\n"Petro";"Square, 7"\n', ";"],
    ["semicolons between cells that are sentences", "Surname, name;Mobile, work\nKoval, O.;067, 044\n", ";"],
    ["commas with a space behind them where nothing else parts the cells", "Name, Phone\nAnna, 1\nPetro, 2\n", ","],
  ])("finds %s", (_, text, delimiter) => {
    expect(detect(text)).toBe(delimiter);
  });

  it("gives a text of one column a delimiter that it does not hold", () => {
    expect(detect("Phone\n+380671234567\n+380501234567\n")).toBe(";");
    expect(detect("067;\n050;\n063\n093\n")).not.toBe("\t");
  });
});

describe("separatorLine", () => {
  it("obeys what Excel writes, and leaves the line out", () => {
    expect(separatorLine(new TextEncoder().encode("sep=;\r\nName;Phone"))).toEqual({ delimiter: ";", from: 7 });
    expect(separatorLine(new TextEncoder().encode('"sep=,"\nName'))).toEqual({ delimiter: ",", from: 8 });
    expect(separatorLine(new TextEncoder().encode("separate;b"))).toEqual({ delimiter: null, from: 0 });
  });
});
