import { readFileSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./launch-app.ts";
import { chooseFile, figure, looksRight, newCampaign, startPractice, writeMessage } from "./steps.ts";

const fixtures = resolve(import.meta.dirname, "../fixtures/spreadsheets");
const fixture = (name: string): Uint8Array => readFileSync(join(fixtures, name));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = "Hello {Name|friend}, the tulips are here. Stop: flora.ua/stop";
const customers = { name: "Customers.csv", bytes: bytes("Name;Phone\nOlena;380671234567\nTaras;380501234568") };

const empty = "This file is empty.";
const notATable = "This file is not a table.";
const unknownKind = "This kind of file is not known here.";
const damaged = "This file is damaged or cut short.";
const locked = "This file is locked with a password.";
const tooLarge = "This file is larger than the program takes.";

const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * index * 31 + index * 7) % 251);
const workbook = fixture("customers.xlsx");

/** Every file by its name, with the sentence that its name and content have earned. */
const badFiles: [name: string, bytes: Uint8Array, sentence: string][] = [
  ["empty.xlsx", new Uint8Array(0), empty],
  ["blank.csv", bytes(" \r\n\t\r\n"), empty],
  ["heading.csv", bytes("Name;Phone\r\n"), "This table has a heading and no rows."],
  ["invoice.xlsx", bytes("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"), notATable],
  ["report.xls", bytes("<!DOCTYPE html><html><body><h1>Your session has ended</h1></body></html>"), notATable],
  ["photo.csv", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), notATable],
  ["export.csv", bytes('[{"phone":"+380671234567"}]'), notATable],
  ["noise.xlsx", noise, unknownKind],
  ["archive.xlsx", Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0), unknownKind],
  ["cut.xlsx", workbook.slice(0, workbook.length / 2), damaged],
  ["cut.xls", fixture("customers.xls").slice(0, 2000), damaged],
  ["locked.xlsx", fixture("locked.xlsx"), locked],
  ["locked.xls", fixture("locked.xls"), locked],
  ["locked.ods", fixture("locked.ods"), locked],
];

/** The draft on the screen as main has it, without the moment of its last save. */
const saved = (page: Page) =>
  page.evaluate(async () => {
    const draft = await window.desk.openDraft({ id: location.hash.split("/")[1] ?? "" });
    if (!draft.ok) throw new Error(draft.error.code);
    const { updatedAt: _at, ...rest } = draft.value;
    return rest;
  });

/** Chooses each bad file and one that is too large, and sees each named in one sentence of its own. */
async function tryAll(page: Page, folder: string): Promise<void> {
  for (const [name, content, sentence] of badFiles) {
    await chooseFile(page, { name, bytes: content });
    await expect(page.getByText(`${name}: ${sentence}`)).toBeVisible();
  }
  const large = join(folder, "large.csv");
  const file = await open(large, "w");
  await file.truncate(201 * 1024 * 1024);
  await file.close();
  await chooseFile(page, large);
  await expect(page.getByText(`large.csv: ${tooLarge}`)).toBeVisible();
  await rm(large);
}

test("a file that cannot be read is named in a plain sentence, and the draft is as it was before it", async ({
  launchApp,
}) => {
  const { page, saveFolder } = await launchApp();
  await startPractice(page);
  await newCampaign(page);
  await page.getByRole("textbox", { name: "Name of the campaign" }).fill("Tulips in May");
  const steps = page.getByRole("navigation", { name: "Steps of the campaign" });
  const toMessage = steps.getByRole("button", { name: /^Message/ });
  const toRecipients = steps.getByRole("button", { name: /^Recipients/ });
  await toMessage.click();
  await page.getByRole("textbox", { name: "Text" }).fill(text);
  await toRecipients.click();
  await expect.poll(async () => (await saved(page)).step).toBe("recipients");
  const before = await saved(page);
  expect(before).toMatchObject({ title: "Tulips in May", text, source: null });
  await tryAll(page, saveFolder);
  await expect(page.getByText("Drop a spreadsheet here")).toBeVisible();
  expect(await saved(page)).toEqual(before);

  await chooseFile(page, customers);
  await expect(page.getByText(tooLarge)).toBeHidden();
  await looksRight(page);
  const withList = await saved(page);
  expect(withList).toMatchObject({ text, source: { name: "Customers.csv" } });
  await tryAll(page, saveFolder);
  expect(await figure(page, "rows in the file")).toBe(2);
  await expect(page.getByRole("gridcell", { name: "Olena" })).toBeVisible();
  expect(await saved(page)).toEqual(withList);
  await toMessage.click();
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue(text);
});

test("a bad file dropped while the message is written leads back to the recipients, with everything there", async ({
  launchApp,
}) => {
  const { page } = await launchApp();
  await startPractice(page);
  await newCampaign(page);
  await chooseFile(page, customers);
  await looksRight(page);
  await writeMessage(page, text);
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["%PDF-1.7"], "invoice.pdf"));
    return transfer;
  });
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await expect(page.getByText(`invoice.pdf: ${notATable}`)).toBeVisible();
  expect(await figure(page, "rows in the file")).toBe(2);
  expect(await saved(page)).toMatchObject({ text, source: { name: "Customers.csv" } });
});

test("a table without phones is shown, and asks which column holds them", async ({ launchApp }) => {
  const { page } = await launchApp();
  await startPractice(page);
  await newCampaign(page);
  await chooseFile(page, {
    name: "cities.csv",
    bytes: bytes("City;Country\nKyiv;Ukraine\nLviv;Ukraine\nOdesa;Ukraine"),
  });
  await expect(page.getByText("First say which column holds the phone numbers.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Looks right" })).toBeDisabled();
  await chooseFile(page, customers);
  await looksRight(page);
  expect(await figure(page, "rows in the file")).toBe(2);
});

test("a file that is opened with the program and is not there, or too large, is told on the desk", async ({
  launchApp,
}) => {
  const folder = test.info().outputPath();
  const large = join(folder, "large.csv");
  const file = await open(large, "w");
  await file.truncate(201 * 1024 * 1024);
  await file.close();
  for (const [path, sentence] of [
    [large, tooLarge],
    [join(folder, "gone.csv"), "This file cannot be read just now."],
  ] as const) {
    const { page } = await launchApp({ args: [path] });
    await startPractice(page);
    await expect(page.getByText(sentence)).toBeVisible();
    await page.getByRole("button", { name: "Close this notice" }).click();
    await expect(page.getByText(sentence)).toBeHidden();
  }
  await rm(large);
});
