import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { read, write } from "@e965/xlsx";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import { expect, test } from "./launch-app.ts";
import { chooseFile, figure, looksRight, newCampaign, startPractice } from "./steps.ts";

const fixtures = resolve(import.meta.dirname, "../fixtures/spreadsheets");
const bytesOf = (name: string): Uint8Array => readFileSync(join(fixtures, name));

/** The customers as LibreOffice wrote them, cell by cell. */
const rows = Papa.parse<string[]>(new TextDecoder().decode(bytesOf("customers-utf-8.csv")), {
  skipEmptyLines: true,
}).data;
const text = (delimiter: string): Uint8Array => new TextEncoder().encode(Papa.unparse(rows, { delimiter }));

/** The same workbook as one that may hold macros. */
function macroWorkbook(): Uint8Array {
  const book = read(bytesOf("customers.xlsx"), { type: "buffer", cellNF: true });
  const bytes: ArrayBuffer = write(book, { type: "array", bookType: "xlsm" });
  return new Uint8Array(bytes);
}

const files: [name: string, bytes: Uint8Array][] = [
  ["Customers.csv", bytesOf("customers-utf-8.csv")],
  ["Customers.tsv", text("\t")],
  ["Customers.txt", text("|")],
  ["Customers.xlsx", bytesOf("customers.xlsx")],
  ["Customers.xlsm", macroWorkbook()],
  ["Customers.xls", bytesOf("customers.xls")],
  ["Customers.ods", bytesOf("customers.ods")],
  ["Customers.fods", bytesOf("customers.fods")],
];

const escaped = (cell: string): string =>
  cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table>`;
const plain = Papa.unparse(rows, { delimiter: "\t" });

/** The three who can be texted, whatever the file. */
const people = [
  ["Олена Коваленко", "380671234567"],
  ["Ігор Шевченко", "380501234567"],
  ['ТОВ "Ромашка"', "380631234567"],
];

/** Who of the table will be texted, by what the window shows of its rows. */
async function textedOn(page: Page): Promise<string[][]> {
  const shown = await page.getByRole("grid", { name: "Rows of the file" }).getByRole("rowgroup").getByRole("row").all();
  const cells = await Promise.all(shown.map((row) => row.getByRole("gridcell").allInnerTexts()));
  return cells
    .filter(([, , , , happened = ""]) => /^(?:Ready|Repaired)/.test(happened))
    .map(([, name = "", , digits = ""]) => [name, digits]);
}

async function expectTheSamePeople(page: Page, name: string): Promise<void> {
  await looksRight(page);
  await expect(page.getByRole("gridcell", { name: "Олена Коваленко", exact: true })).toBeVisible();
  // Rows come as they are drawn: a glance in between sees some of them.
  await expect.poll(() => textedOn(page), { message: name }).toEqual(people);
  expect([name, await figure(page, "rows in the file"), await figure(page, "duplicate")]).toEqual([name, 6, 1]);
}

/** Pastes as a spreadsheet program copies: its cells as text, and as a table of a web page. */
async function paste(page: Page, copied: Record<string, string>): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [kind, content] of Object.entries(given)) clipboardData.setData(kind, content);
    window.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, copied);
}

/** Who is crossed out in the file is not texted, which the list says, with a button for the opposite. */
async function expectCrossedOut(page: Page): Promise<void> {
  await newCampaign(page);
  await chooseFile(page, { name: "Crossed out.xlsx", bytes: bytesOf("crossed-out.xlsx") });
  await looksRight(page);
  const notice = page.getByRole("status").filter({ hasText: "4 rows are crossed out in the file." });
  await expect(notice).toContainText("They are not texted.");
  const names = async () => (await textedOn(page)).map(([name]) => name);
  await expect.poll(names).toEqual(["Olena", "Marko", "Zoia", "Anna"]);
  // Of a cell with an old number and a new one the old one is crossed out.
  expect((await textedOn(page))[2]).toEqual(["Zoia", "380501110007"]);
  await notice.getByRole("button", { name: "Show 4 rows" }).click();
  const list = page.getByRole("grid", { name: "Rows of the file" });
  await expect(list.getByText(/^Crossed out in the file/)).toHaveCount(4);
  await expect(list.getByRole("row")).toHaveCount(5);
  await notice.getByRole("button", { name: "Text them too" }).click();
  await expect(notice).toBeHidden();
  await expect.poll(async () => (await names()).length).toBe(8);
  await page.getByRole("button", { name: "Undo" }).click();
  await notice.getByRole("button", { name: "Show everybody" }).click();
  await expect.poll(names).toEqual(["Olena", "Marko", "Zoia", "Anna"]);

  // What was decided is there when the draft is opened again.
  await notice.getByRole("button", { name: "Text them too" }).click();
  await expect(notice).toBeHidden();
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("button", { name: /^Campaigns/ })
    .click();
  await page
    .getByRole("button", { name: /Crossed out/ })
    .first()
    .click();
  await expect.poll(async () => (await names()).length).toBe(8);
}

test("every format shows the same people, and so do cells that are pasted", async ({ launchApp }) => {
  test.setTimeout(120_000);
  const { page } = await launchApp();
  await startPractice(page);
  await page.evaluate(() => window.desk.changeSettings({ defaultCountry: "UA" }));
  await newCampaign(page);
  for (const [name, bytes] of files) {
    await chooseFile(page, { name, bytes });
    await expect(page.getByRole("heading", { name: "Do these look right?" })).toBeVisible();
    await expectTheSamePeople(page, name);
    await expect(page.getByText(name, { exact: true })).toBeVisible();
  }

  await newCampaign(page);
  await paste(page, { "text/plain": plain });
  await expectTheSamePeople(page, "pasted text");
  await newCampaign(page);
  await paste(page, { "text/plain": plain, "text/html": html });
  await expectTheSamePeople(page, "pasted table");

  await expectCrossedOut(page);

  // Two files at once: nobody could say which.
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    for (const name of ["One.csv", "Two.csv"]) dataTransfer.items.add(new File(["Phone\n1"], name));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText("One.csv, Two.csv: There are 2 files here, and a campaign takes one.")).toBeVisible();
  await expect.poll(async () => (await textedOn(page)).length).toBe(8);

  // The side bar counts as the list of campaigns does: drafts among them.
  const side = page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: /^Campaigns/ });
  await side.click();
  const all = await page.getByRole("button", { name: /^All \d+$/ }).innerText();
  expect((await side.innerText()).replaceAll(/\D/g, "")).toBe(all.replaceAll(/\D/g, ""));
});
