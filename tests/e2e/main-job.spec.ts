import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Papa from "papaparse";
import type { LedgerMessage } from "../../electron/practice/ledger.ts";
import { expect, swift, test } from "./service.ts";
import * as steps from "./steps.ts";

const spreadsheets = resolve(import.meta.dirname, "../fixtures/spreadsheets");

test("a workbook by LibreOffice becomes a finished campaign: each person once, the right text, the right parts", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService({ pace: swift });
  const { page } = await launchConnected(service);
  await steps.newCampaign(page);
  await steps.chooseFile(page, resolve(spreadsheets, "flower-shop.xlsx"));
  await steps.looksRight(page);

  // The sum of the screen is that of the file: the 400 rows below title and heading.
  const figures = await Promise.all(
    ["rows in the file", "ready", "repaired", "to decide", "duplicate", "invalid", "empty", "never text"].map((word) =>
      steps.figure(page, word),
    ),
  );
  const [rows = 0, ready = 0, repaired = 0, ...leftOut] = figures;
  expect(rows).toBe(400);
  expect(ready + repaired + leftOut.reduce((sum, count) => sum + count, 0)).toBe(rows);

  await steps.writeMessage(
    page,
    "Hello {Name|friend}! Bulbs are in: 3 for 2 until Sunday in {City}. Stop: flora.ua/stop",
  );
  await steps.reviewAndConsent(page);
  const shownParts = await page.getByText("Parts", { exact: true }).locator("..").innerText();
  await steps.confirm(page);
  expect(service.ledger().messages, "nothing leaves while it can be undone").toEqual([]);
  await steps.sendNow(page);
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 90_000 });

  const { messages, campaigns } = service.ledger();
  expect(campaigns).toHaveLength(1);
  expect(messages).toHaveLength(ready + repaired);
  expect(new Set(messages.map(({ phone }) => phone)).size).toBe(messages.length);
  expect(new Set(messages.map(({ sender }) => sender))).toEqual(new Set(["FloraKyiv"]));
  const parts = messages.reduce((sum, message) => sum + message.parts, 0);
  expect(shownParts).toContain(parts.toLocaleString("en-US"));
  const wrong = messages.filter(
    (message) =>
      !rowsOf(message).some(
        ({ Name, City }) =>
          message.text === `Hello ${Name}! Bulbs are in: 3 for 2 until Sunday in ${City}. Stop: flora.ua/stop`,
      ),
  );
  expect(wrong).toEqual([]);
});

test("a semicolon file in windows-1251 by LibreOffice becomes a cancelled campaign: what went out is what the page says", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService({ pace: { messagesPerSecond: 2, deliverySeconds: [0, 1] } });
  const { page } = await launchConnected(service);
  await steps.newCampaign(page);
  await steps.chooseFile(page, resolve(spreadsheets, "flower-shop-windows-1251.csv"));
  await expect(page.getByText("Cyrillic (Windows)")).toBeVisible();
  await expect(page.getByText("Semicolon ;")).toBeVisible();
  await expect(page.getByText("Марія Lysenko")).toBeVisible();
  await steps.looksRight(page);
  const people = (await steps.figure(page, "ready")) + (await steps.figure(page, "repaired"));

  // One text for all: the other way to create a campaign.
  await steps.writeMessage(page, "We are closed on Monday. Flora. Stop: flora.ua/stop");
  await steps.reviewAndConsent(page);
  await steps.confirm(page);
  await steps.sendNow(page);
  await expect(page.getByText(/^[1-9]\d* delivered$/).first()).toBeVisible({ timeout: 60_000 });
  await steps.cancelCampaign(page);

  const { messages, campaigns } = service.ledger();
  expect(campaigns.map(({ kind, haltStatus }) => ({ kind, haltStatus }))).toEqual([
    { kind: "send", haltStatus: "stopped" },
  ]);
  expect(messages).toHaveLength(people);
  expect(new Set(messages.map(({ phone }) => phone)).size).toBe(people);
  const gone = messages.filter(({ goes }) => goes).length;
  expect(gone).toBeGreaterThan(0);
  expect(gone).toBeLessThan(people);
  await expect(page.getByText(`${people - gone} not sent`, { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: /^Cancel what/ })).toBeHidden();
});

type Row = { Name: string; Phone: string; City: string };

/** The rows of the file whose phone ends in the same nine digits: an oracle that knows nothing of our reading. */
function rowsOf({ phone }: LedgerMessage): Row[] {
  return table().filter((row) => row.Phone.replace(/\.0$/, "").replaceAll(/\D/g, "").includes(phone.slice(-9)));
}

let cached: Row[] | null = null;
function table(): Row[] {
  const bytes = readFileSync(resolve(spreadsheets, "flower-shop-windows-1251.csv"));
  const text = new TextDecoder("windows-1251").decode(bytes);
  cached ??= Papa.parse<Row>(text.slice(text.indexOf("\n") + 1), {
    header: true,
    delimiter: ";",
    skipEmptyLines: true,
  }).data;
  return cached;
}
