import type { Page } from "@playwright/test";
import { expect, test } from "./launch-app.ts";
import { chooseFile, looksRight, newCampaign, startPractice } from "./steps.ts";

/** An export of a CRM: a title before the name, the manager's phone before the customer's, cells longer than any column. */
const crm = [
  "Title;First name;Manager's phone;Phone;Work phone;Comment",
  "Mrs;Olena;0671110000;0671234567;044 234 56 78;asked to be called only in the evenings, and never on Sundays at all",
  "Mr;Ihor;0671110000;3,80501E+11;(050) 765-43-21;",
  "Mr;Taras;0671110000;none;0631112233 (office of the shop), 0631112244 (at home);",
  "",
].join("\n");

/** Where the cells of each column begin, its heading among them, in pixels from the left. */
const leftEdges = (page: Page): Promise<number[][]> =>
  page.getByRole("grid", { name: "The first rows of the file" }).evaluate((grid) => {
    const rows = [...grid.querySelectorAll('[role="row"]')].map((row) =>
      [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().left)),
    );
    return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? -1));
  });

test("an export that nobody tidied is understood, and each row says whose number was passed over", async ({
  launchApp,
}) => {
  const { page } = await launchApp();
  await page.setViewportSize({ width: 1024, height: 700 });
  await startPractice(page);
  await page.evaluate(() => window.desk.changeSettings({ defaultCountry: "UA" }));
  await newCampaign(page);
  await chooseFile(page, { name: "CRM.csv", bytes: new TextEncoder().encode(crm) });

  // Every cell stands under its heading, however long the words of its row are.
  await expect(page.getByRole("gridcell", { name: "Olena" })).toBeVisible();
  const edges = await leftEdges(page);
  expect(edges.length).toBeGreaterThan(3);
  expect(edges.filter((column) => new Set(column).size > 1)).toEqual([]);

  // A menu of thirteen rows stays in a small window, and its last one can be reached.
  await page.getByRole("button", { name: "Change: Heading" }).click();
  const menu = page.getByRole("menu");
  await expect(menu).toBeVisible();
  await menu.getByRole("menuitem", { name: "Row 12" }).hover();
  const box = await menu.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(700);
  await page.keyboard.press("Escape");

  // The customer's phones are tried, never the manager's; the name stands beside them.
  await expect(page.getByRole("button", { name: "Column D: Phone", exact: true })).toBeVisible();
  await looksRight(page);
  const tried = "phones from column D “Phone” and E “Work phone”";
  await expect(page.getByText(tried)).toBeVisible();
  const list = page.getByRole("grid", { name: "Rows of the file" });
  const row = (name: string) =>
    list.getByRole("row").filter({ has: page.getByRole("gridcell", { name, exact: true }) });
  await expect(row("Olena").getByRole("gridcell", { name: "380671234567" })).toBeVisible();
  await expect(row("Ihor").getByText(/^“3,80501E\+11” is no clear number, another column taken/)).toBeVisible();
  await expect(list.getByRole("columnheader").nth(1)).toHaveText("First name");

  // What is too long for any column is read whole in the cell that is chosen, over the rows below it.
  const comment = list.getByText(/^asked to be called only in the evenings, and never on Sundays at all$/);
  const hidden = () => comment.evaluate((words) => words.scrollHeight - words.clientHeight);
  expect(await hidden()).toBeGreaterThan(1);
  await comment.click();
  await expect.poll(hidden).toBeLessThanOrEqual(1);
  const long = "0631112233 (office of the shop), 0631112244 (at home)";
  const phone = list.getByRole("gridcell", { name: long }).first();
  await phone.click();
  await expect(phone.getByText(long)).toBeVisible();
  expect(await phone.evaluate((whole) => whole.scrollHeight - whole.clientHeight)).toBeLessThanOrEqual(1);
});
