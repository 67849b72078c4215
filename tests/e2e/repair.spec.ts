import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./launch-app.ts";
import { chooseInMenu, correctCell, tabTo } from "./keyboard-steps.ts";
import { chooseFile } from "./steps.ts";

/** A list as people really have them: a title, two trunk eights, foreign numbers without a plus, words for numbers. */
const ugly = [
  "Customers of the flower shop;;;",
  "Name;Phone;City;Last order",
  "Olena;+380 67 123 45 67;Kiev;12.05.2026",
  "Ihor;none;Lviv;28.04.2026",
  "Taras;none;Kiev;03.05.2026",
  "Marta;8 (067) 765 43 21;Odesa;19.05.2026",
  "Jan;48512345678;Warszawa;02.06.2026",
  "Emma;447400123456;London;11.06.2026",
  "Sofiia;9592112345;Kiev;",
  "Ivan;9592112346;Lviv;",
  "Olena K;0671234567;;14.06.2026",
  "Zoya;+380931234567;Odesa;18.06.2026",
  "Yurii;+380661234567;Kiev;19.06.2026",
  "Petro;0501112233 / 0631112244;Kiev;16.06.2026",
  "",
].join("\r\n");

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const cell = (page: Page, name: string) => page.getByRole("gridcell", { name, exact: true });

/** Goes to a control by Tab and presses a key on it. */
async function press(page: Page, target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test("an ugly list is repaired by keyboard alone, and every number adds up on the way", async ({ launchApp }) => {
  test.setTimeout(120_000);
  const { page, saveFolder } = await launchApp();
  await page.setViewportSize({ width: 1200, height: 780 });
  await press(page, button(page, "Start in practice mode"), "Space");
  await press(page, button(page, "New campaign"));
  await tabTo(page, button(page, "Choose a file"));
  await chooseFile(page, { name: "Ugly.csv", bytes: new TextEncoder().encode(ugly) });
  await press(page, button(page, "Looks right"));
  await expect(page.getByText("2 numbers do not exist in Ukraine.")).toBeVisible();
  await expect(page.getByText("1 number begins with 8.")).toBeVisible();
  expect(await sum(page)).toEqual({ rows: 12, ready: 0, repaired: 4, decide: 3, duplicate: 1, invalid: 4, empty: 0 });
  await press(page, button(page, "Ukraine"));
  await press(page, page.getByRole("button", { name: /^Take \d+ numbers? with \+$/ }));
  await expect(page.getByText("do not exist in Ukraine")).toBeHidden();
  expect(await sum(page)).toEqual({ rows: 12, ready: 0, repaired: 7, decide: 0, duplicate: 1, invalid: 4, empty: 0 });

  // A cell is corrected, and then all that read the same.
  await tabTo(page, cell(page, "Olena"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await correctCell(page, "+380 50 765 43 22");
  await expect(page.getByText("“none” became “+380 50 765 43 22”.")).toBeVisible();
  await press(page, button(page, "Change the other cell like this as well"));
  await expect(page.getByText("became")).toBeHidden();
  expect(await sum(page)).toEqual({ rows: 12, ready: 0, repaired: 8, decide: 0, duplicate: 2, invalid: 2, empty: 0 });

  // What a cell offers is taken with its key, and what those like it offer with it.
  await expect(page.getByRole("gridcell", { name: "+380 50 765 43 22" }).first()).toBeFocused();
  for (let rows = 0; rows < 5; rows++) await page.keyboard.press("ArrowDown");
  await expect(cell(page, "9592112345")).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await press(page, button(page, "Take the other as well"));
  await expect(page.getByRole("gridcell", { name: "+9592112346" }).first()).toBeVisible();
  expect(await sum(page)).toEqual({ rows: 12, ready: 0, repaired: 10, decide: 0, duplicate: 2, invalid: 0, empty: 0 });

  // Find and replace says how much it changes before it does, and is one step back and one forth.
  await page.keyboard.press("Control+h");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("textbox", { name: "Find" })).toBeFocused();
  await page.keyboard.type("kiev");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Kyiv");
  await expect(dialog.getByText(/^5 cells change, in /)).toBeVisible();
  await press(page, dialog.getByRole("button", { name: "Replace in 5 cells" }));
  await expect(dialog).toBeHidden();
  await expect(cell(page, "Kyiv")).toHaveCount(5);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(cell(page, "Kiev")).toHaveCount(5);
  await expect(button(page, "Redo")).toBeVisible();
  await page.keyboard.press("Control+y");
  await expect(cell(page, "Kyiv")).toHaveCount(5);
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(cell(page, "Kyiv")).toHaveCount(5);
  await expect(button(page, "Redo")).toBeHidden();

  // Duplicates: what differs is shown, and the gaps of the row that stays are filled from the other.
  await expect(page.getByText("Row 5 has Name “Taras”, row 4 “Ihor”.")).toBeVisible();
  await press(page, button(page, "Take the last instead"));
  await press(page, button(page, /^\d+ duplicate$/));
  await press(page, button(page, "Fill 1 empty cell from the others"));
  await expect(page.getByText("Its empty cells are filled from the others.")).toBeVisible();

  // A person more.
  await press(page, button(page, "Add a person"));
  await expect(dialog.getByRole("textbox", { name: "Phone" })).toBeFocused();
  await page.keyboard.type("067 999 88 77");
  await expect(dialog.getByText("Will be texted as 380679998877")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Nadiia");
  await page.keyboard.press("Enter");
  await press(page, button(page, /^13 rows, 1 added$/));
  await expect(cell(page, "added")).toBeVisible();
  expect(await sum(page)).toEqual({ rows: 13, ready: 0, repaired: 11, decide: 0, duplicate: 2, invalid: 0, empty: 0 });

  // What is left out goes into a workbook with its reasons.
  await press(page, button(page, "Export the 2 rows left out"));
  await expect(page.getByRole("menuitem", { name: "As a CSV (.csv)" })).toBeVisible();
  await chooseInMenu(page, "As an Excel workbook (.xlsx)");
  const exported = join(saveFolder, "Ugly left out.xlsx");
  await expect.poll(() => existsSync(exported)).toBe(true);
  const book = read(readFileSync(exported), { type: "buffer" });
  const rows: unknown[][] = utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { header: 1 });
  expect(rows[0]).toEqual(["Row", "Name", "Phone", "City", "Last order", "Why it was left out"]);
  expect(rows.slice(1).map(([row, name, phone, , , why]) => [row, name, phone, why])).toEqual([
    [3, "Olena", "+380 67 123 45 67", "Same number as row 11; Spaces and signs removed"],
    [4, "Ihor", "+380 50 765 43 22", "Same number as row 5; Spaces and signs removed"],
  ]);

  await press(page, button(page, "Write the message"));
  await expect(page.getByRole("textbox", { name: "Text", exact: true })).toBeVisible();
});

test("the main stretch of it in Ukrainian: nothing is cut, and no button speaks English", async ({ launchApp }) => {
  test.setTimeout(120_000);
  const { page } = await launchApp();
  await page.setViewportSize({ width: 1024, height: 700 });
  await press(page, button(page, "Start in practice mode"));
  await page.evaluate(() => window.desk.changeSettings({ language: "uk", theme: "dark" }));
  await press(page, button(page, "Нова кампанія"));
  await tabTo(page, button(page, "Вибрати файл"));
  await chooseFile(page, { name: "Ugly.csv", bytes: new TextEncoder().encode(ugly) });
  await press(page, button(page, "Усе правильно"));
  await press(page, button(page, "Україна"));
  await press(page, page.getByRole("button", { name: /^Узяти \d+ номер\S* з \+$/ }));
  await tabTo(page, cell(page, "Olena"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await correctCell(page, "+380 50 765 43 22");
  await expect(page.getByText("«none» замінено на «+380 50 765 43 22».")).toBeVisible();
  await press(page, button(page, "Змінити так само ще 1 таку клітинку"));
  await page.keyboard.press("Control+h");
  await expect(page.getByRole("dialog").getByRole("textbox", { name: "Знайти" })).toBeFocused();
  await page.keyboard.type("kiev");
  await expect(page.getByText("Зміниться 5 клітинок.")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(button(page, /^Повторити дію/)).toBeVisible();
  const english = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button")]
      .map(({ innerText }) => innerText)
      .filter((words) => /[a-z]{3}/i.test(words) && !/[а-яіїєґ]/i.test(words)),
  );
  expect(english).toEqual([]);
  // As many rows as a sheet has, all of them repaired.
  for (const name of [/рядк\S* у файлі$/, /виправлен\S*$/]) {
    await page.getByRole("button", { name }).evaluate((figure) => {
      if (figure.firstElementChild !== null) figure.firstElementChild.textContent = "1\u00a0048\u00a0575";
    });
  }
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main, main > div, main button, [data-fits], [role=columnheader] span")]
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth ||
          // Words in a row of the table have two lines.
          (element.closest("[role=row]") !== null && element.scrollHeight > element.clientHeight + 1),
      )
      .map(({ textContent }) => textContent.slice(0, 60)),
  );
  expect(cut).toEqual([]);
});

/** The figures above the table, by the words under them. */
async function sum(page: Page): Promise<Record<string, number>> {
  const figures = await page.getByRole("group", { name: "Rows by what became of them" }).getByRole("button").all();
  const texts = await Promise.all(figures.map((one) => one.innerText()));
  const [rows = 0, ready = 0, repaired = 0, decide = 0, duplicate = 0, invalid = 0, empty = 0, neverText = 0] =
    texts.map((text) => Number(text.split("\n")[0]));
  expect(ready + repaired + decide + duplicate + invalid + empty + neverText).toBe(rows);
  return { rows, ready, repaired, decide, duplicate, invalid, empty };
}
