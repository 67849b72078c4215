import type { Page } from "@playwright/test";
import { expect, test } from "./launch-app.ts";
import { chooseFile, newCampaign, startPractice } from "./steps.ts";

const columns = 16_384;

/** A text as wide as a sheet can be, with the phones in its last column. */
function wideText(): Uint8Array {
  const row = (cell: (column: number) => string): string =>
    Array.from({ length: columns }, (_, at) => cell(at)).join(";");
  const people = [1, 2, 3, 4, 5, 6].map((person) =>
    row((column) => (column === columns - 1 ? `+38067123450${person}` : column === 0 ? `Name ${person}` : `${column}`)),
  );
  return new TextEncoder().encode(
    [row((column) => (column === columns - 1 ? "Phone" : `Column no. ${column + 1}`)), ...people].join("\n"),
  );
}

const elements = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll("*").length);

test("a sheet of 16,384 columns is checked, matched by keyboard and listed, with only the columns in view drawn", async ({
  launchApp,
}) => {
  const { page } = await launchApp();
  await startPractice(page);
  await newCampaign(page);
  await chooseFile(page, { name: "wide.csv", bytes: wideText() });
  const grid = page.getByRole("grid", { name: "The first rows of the file" });
  await expect(grid).toHaveAttribute("aria-colcount", String(columns), { timeout: 60_000 });
  expect(await elements(page)).toBeLessThan(1_500);

  await page.getByRole("button", { name: "Column A: Field: Column no. 1" }).focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("button", { name: "Column XFD: Phone" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("gridcell", { name: "+380671234501" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  const last = page.getByRole("button", { name: /^Column XFC: / });
  await expect(last).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu", { name: /^Column XFC: / })).toBeVisible();
  await page.getByRole("menuitem", { name: "Unused" }).press("Enter");
  await expect(page.getByRole("button", { name: "Column XFC: Unused" })).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByRole("button", { name: "Column A: Field: Column no. 1" })).toBeFocused();

  await page.getByRole("button", { name: "Looks right" }).click();
  const list = page.getByRole("grid", { name: "Rows of the file", exact: true });
  await expect(list.getByRole("gridcell", { name: "Name 1", exact: true })).toBeVisible({ timeout: 60_000 });
  await list.getByRole("gridcell", { name: "Name 1", exact: true }).focus();
  await page.keyboard.press("End");
  await expect(list.getByRole("columnheader", { name: "Column no. 16382" })).toBeVisible();
  expect(await elements(page)).toBeLessThan(3_000);
});
