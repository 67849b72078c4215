import { read, utils } from "@e965/xlsx";
import { expect, test } from "vitest";
import { csvOf, defused, fileNameOf, workbookOf } from "../../../../renderer/ui/spreadsheet-file.ts";

test("what could begin a formula is defused, other text is left alone", () => {
  expect(["=1+1", "+380", "-2", "@x", "\tx", "Олена", "a=b"].map(defused)).toEqual([
    "'=1+1",
    "'+380",
    "'-2",
    "'@x",
    "'\tx",
    "Олена",
    "a=b",
  ]);
});

test("the workbook holds phones as text and counts as numbers", async () => {
  const bytes = await workbookOf("Report", [
    ["Person", "Number", "Parts"],
    ["=HYPERLINK(0)", "380671234567", 2],
    ["+1+1", "+48601234567", 1],
    ["+1-cmd", "+380 (67) 123-45 67", 1],
    ["-", "-150,50", 1],
    ["-2+3", "-1 234.50", 1],
  ]);
  const sheet = read(bytes).Sheets["Report"];
  if (sheet === undefined) throw new Error("no sheet named Report");
  expect(sheet["B2"]).toMatchObject({ t: "s", v: "380671234567" });
  expect(sheet["C2"]).toMatchObject({ t: "n", v: 2 });
  expect(sheet["A2"].f).toBeUndefined();
  expect([sheet["A3"].v, sheet["B3"].v, sheet["B3"].t]).toEqual(["'+1+1", "+48601234567", "s"]);
  expect([sheet["A4"].v, sheet["B4"].v, sheet["B4"].t]).toEqual(["'+1-cmd", "+380 (67) 123-45 67", "s"]);
  expect([sheet["A5"].v, sheet["B5"].v, sheet["B5"].t]).toEqual(["-", "-150,50", "s"]);
  expect([sheet["A6"].v, sheet["B6"].v]).toEqual(["'-2+3", "-1 234.50"]);
  expect(utils.sheet_to_json(sheet, { header: 1 })).toHaveLength(6);
});

test("the CSV has Excel's mark, quotes what needs it, and no cell begins a formula", async () => {
  const bytes = await csvOf([
    ["Name", "Number"],
    ["=1+1", "380671234567"],
    ['ТОВ "Роза"; Київ', null],
  ]);
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(
    `\ufeffName,Number\r\n"'=1+1",380671234567\r\n"ТОВ ""Роза""; Київ",\r\n`,
  );
});

test("a file name has nothing that a file system refuses and is not endless", () => {
  expect(fileNameOf('Report 3/4: "Roses"', "xlsx")).toBe("Report 3 4 Roses.xlsx");
  expect(fileNameOf("Roses", "csv")).toBe("Roses.csv");
  expect(fileNameOf("x".repeat(500), "csv").length).toBeLessThan(130);
});
