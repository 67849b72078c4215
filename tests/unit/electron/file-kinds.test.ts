import { expect, test } from "vitest";
import { fileKinds } from "../../../electron/file-kinds.ts";
import { menuWords } from "../../../electron/menu-words.ts";

test("the dialog that saves a file offers the one kind that the file is of, in the language of the program", () => {
  expect(fileKinds("Report 3.5.xlsx", menuWords("en-GB"))).toEqual([{ name: "Excel workbook", extensions: ["xlsx"] }]);
  expect(fileKinds("Шаблони.CSV", menuWords("uk"))).toEqual([{ name: "Файл CSV", extensions: ["csv"] }]);
  expect(fileKinds("Отчёт.xlsx", menuWords("ru"))).toEqual([{ name: "Книга Excel", extensions: ["xlsx"] }]);
});

test("a file of no kind that the program writes may be saved under any name", () => {
  expect(fileKinds("Notes", menuWords("en"))).toEqual([]);
});
