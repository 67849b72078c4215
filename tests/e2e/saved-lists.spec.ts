import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import type { Locator, Page } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { expect, test } from "./launch-app.ts";
import * as steps from "./steps.ts";

const regulars = `Name;City;Phone
Олена;Київ;380671234567
Ihor;Lviv;380501112233
=Maria;Odesa;380937654321
Iryna;Poltava;380681239876
`;
const wholesale = `Phone;City;Mail
+380501112233;Rivne;ihor@example.com
+380671234567;Київ;
+48601234567;Gdańsk;jan@example.com
`;
const newer = `NAME,Card,Phone
Олена,gold,+380 67 123 45 67
Ihor,,0501112233
Марія,,380937654321
Jan,silver,+48 601 234 567
`;

/** Brings a spreadsheet in and keeps its people under a name. */
async function saveList(page: Page, name: string, csv: string): Promise<void> {
  await steps.newCampaign(page);
  await steps.chooseFile(page, { name: `${name}.csv`, bytes: new TextEncoder().encode(csv) });
  await steps.looksRight(page);
  await page.getByRole("button", { name: "Save as a list" }).click();
  await page.getByRole("textbox", { name: "Name of the list" }).fill(name);
  await page.getByRole("button", { name: "Save the list" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText(`Saved under Lists as “${name}”.`)).toBeVisible();
}

/** Everybody on the list that is shown, a row each, by what its cells say. */
async function shownPeople(page: Page): Promise<string[][]> {
  const rows = await page.getByRole("grid").getByRole("row").all();
  const cells = (row: Locator) => row.getByRole("gridcell").allInnerTexts();
  return (await Promise.all(rows.slice(1).map(cells))).map((texts) => texts.slice(0, -1));
}

test("lists are tagged, found, corrected, exported, updated from a newer file, merged and subtracted", async ({
  launchApp,
}) => {
  const app = await launchApp();
  const { page } = app;
  const main = page.getByRole("navigation", { name: "Main" });
  const dialog = page.getByRole("dialog");
  const grid = page.getByRole("grid", { name: "People of the list" });
  await steps.startPractice(page);
  await saveList(page, "Regulars", regulars);
  await saveList(page, "Wholesale", wholesale);

  await test.step("a tag finds a list again", async () => {
    await main.getByRole("button", { name: "Lists 2" }).click();
    await page.getByRole("button", { name: "More: Wholesale" }).click();
    await page.getByRole("menuitem", { name: "Tags" }).click();
    await dialog.getByRole("combobox", { name: "Tags" }).fill("B2B");
    await dialog.getByRole("button", { name: "Save the tags" }).click();
    await page.getByRole("button", { name: "B2B 1" }).click();
    await expect(page.getByRole("button", { name: "Regulars", exact: true })).toBeHidden();
    await page.getByRole("button", { name: "All 2" }).click();
    await page.getByRole("searchbox").fill("regu");
    await expect(page.getByRole("button", { name: "Wholesale", exact: true })).toBeHidden();
    await page.getByRole("searchbox").fill("");
    expect(await violationsOn(page, "with advice")).toEqual([]);
  });

  await test.step("people are corrected in place; a number that is none or somebody's is refused in words", async () => {
    await page.getByRole("button", { name: "Regulars", exact: true }).click();
    await expect(page.getByText("4 people", { exact: false }).first()).toBeVisible();
    await grid.getByRole("gridcell", { name: "Lviv" }).dblclick();
    await page.keyboard.type("Ternopil");
    await page.keyboard.press("Enter");
    await expect(grid.getByRole("gridcell", { name: "LvivTernopil" })).toBeVisible();
    await grid.getByRole("gridcell", { name: "380937654321", exact: true }).click();
    await page.keyboard.press("F2");
    await grid.getByRole("textbox").fill("093 765 43");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("The number is still 380937654321");
    await page.keyboard.press("F2");
    await grid.getByRole("textbox").fill("+380 67 123 45 67");
    await page.keyboard.press("Enter");
    await expect(page.getByText("This number is on the list already.")).toBeVisible();
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(grid.getByRole("gridcell", { name: "Lviv", exact: true })).toBeVisible();
  });

  await test.step("somebody is added, whom a search finds is removed, and Undo brings both back", async () => {
    await page.getByRole("button", { name: "Add a person" }).click();
    await dialog.getByRole("textbox", { name: "Phone" }).fill("+48 (601) 23-45-67");
    await expect(dialog.getByText("It will be kept as 48601234567.")).toBeVisible();
    await dialog.getByRole("textbox", { name: "Name" }).fill("Jan");
    await dialog.getByRole("button", { name: "Add the person" }).click();
    await expect(page.getByText("5 people", { exact: false }).first()).toBeVisible();
    await page.getByRole("searchbox").fill("0681239");
    await page.getByRole("button", { name: "Remove the 1 person found" }).click();
    await expect(page.getByText("1 person removed.")).toBeVisible();
    await page.getByRole("searchbox").fill("");
    await expect(page.getByText("4 people", { exact: false }).first()).toBeVisible();
    await grid.getByRole("gridcell", { name: "Jan", exact: true }).click();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(page.getByText("1 person added.")).toBeVisible();
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => shownPeople(page)).toHaveLength(4);
    expect(await violationsOn(page, "with advice")).toEqual([]);
  });

  await test.step("the exported workbook holds phones as text and no formulas", async () => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: /Excel/ }).click();
    await expect(page.getByText("Saved as Regulars.xlsx.")).toBeVisible();
    const sheet = read(await readFile(join(app.saveFolder, "Regulars.xlsx"))).Sheets["Regulars"];
    expect(utils.sheet_to_json(sheet ?? {}, { header: 1 })).toEqual([
      ["Phone", "Name", "City"],
      ["+380671234567", "Олена", "Київ"],
      ["+380501112233", "Ihor", "Lviv"],
      ["+380937654321", "'=Maria", "Odesa"],
      ["+380681239876", "Iryna", "Poltava"],
    ]);
    expect(sheet?.["A2"]).toMatchObject({ t: "s" });
  });

  await test.step("a newer file says who is the same, changed, new and gone, and one Undo takes it back", async () => {
    const before = await shownPeople(page);
    await steps.chooseFile(page, { name: "May.csv", bytes: new TextEncoder().encode(newer) });
    const sum = page.getByRole("group", { name: "People of the list and of the file" });
    await expect(sum.getByRole("button")).toHaveText([/1\s*same/, /2\s*changed/, /1\s*new/, /1\s*gone/]);
    await expect(page.getByRole("row", { name: /380937654321/ })).toContainText("=Maria → Марія");
    await sum.getByRole("button", { name: /gone/ }).click();
    await expect(page.getByRole("row", { name: /380681239876/ })).toContainText("Iryna");
    await page.getByRole("checkbox", { name: "Remove 1 person who is not in the file" }).check();
    await page.getByRole("button", { name: "Update the list to 4 people" }).click();
    await expect
      .poll(() => shownPeople(page))
      .toEqual([
        ["380671234567", "Олена", "Київ", "gold"],
        ["380501112233", "Ihor", "Lviv", "empty"],
        ["380937654321", "Марія", "Odesa", "empty"],
        ["48601234567", "Jan", "empty", "silver"],
      ]);
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect.poll(() => shownPeople(page)).toEqual(before);
  });

  await test.step("two lists are merged, after it is said what they come to, and one is taken from the other", async () => {
    await page.getByRole("button", { name: "All lists" }).click();
    await page.getByRole("checkbox", { name: "Choose Regulars" }).check();
    await page.getByRole("checkbox", { name: "Choose Wholesale" }).check();
    await page.getByRole("button", { name: "Merge 2 lists" }).click();
    await expect(dialog).toContainText("5 people");
    await expect(dialog).toContainText("4 of “Regulars”, 3 of “Wholesale”, 2 in both");
    await expect(dialog).toContainText("Columns: Name, City, and Mail.");
    await dialog.getByRole("radio", { name: /last: Wholesale/ }).check();
    expect(await violationsOn(page, "with advice")).toEqual([]);
    await dialog.getByRole("textbox", { name: "Name of the new list" }).fill("Everybody");
    await dialog.getByRole("button", { name: "Make the list of 5 people" }).click();
    await page.getByRole("checkbox", { name: "Choose Everybody" }).check();
    await page.getByRole("checkbox", { name: "Choose Wholesale" }).check();
    await page.getByRole("button", { name: "Subtract" }).click();
    await expect(dialog.getByRole("textbox", { name: "Name of the new list" })).toHaveValue(
      "Everybody without Wholesale",
    );
    await dialog.getByRole("button", { name: "Make the list of 2 people" }).click();
    await page.getByRole("button", { name: "Everybody", exact: true }).click();
    await expect
      .poll(() => shownPeople(page))
      .toEqual([
        ["380671234567", "Олена", "Київ", "empty"],
        ["380501112233", "Ihor", "Rivne", "ihor@example.com"],
        ["380937654321", "=Maria", "Odesa", "empty"],
        ["380681239876", "Iryna", "Poltava", "empty"],
        ["48601234567", "empty", "Gdańsk", "jan@example.com"],
      ]);
    await expect(main.getByRole("button", { name: "Lists 4" })).toBeVisible();
  });

  await test.step("the people of a draft update a list that is there, and the list page comes up beside them", async () => {
    await steps.newCampaign(page);
    const more = `${wholesale}+48600111222;Sopot;\n`;
    await steps.chooseFile(page, { name: "Fair.csv", bytes: new TextEncoder().encode(more) });
    await steps.looksRight(page);
    await page.getByRole("button", { name: "Save as a list" }).click();
    await dialog.getByRole("button", { name: "Update a list you have instead" }).click();
    await dialog.getByRole("button", { name: /^Wholesale/ }).click();
    await expect(page.getByRole("heading", { name: "Update “Wholesale”" })).toBeVisible();
    await page.getByRole("button", { name: "Update the list to 4 people" }).click();
    await expect(page.getByText("Updated: 1 person added, changed or removed.")).toBeVisible();
    await expect.poll(() => shownPeople(page)).toContainEqual(["48600111222", "Sopot", "empty"]);
  });
});
