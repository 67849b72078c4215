import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import type { ElectronApplication } from "@playwright/test";
import Papa from "papaparse";
import { expect, test } from "./service.ts";
import * as steps from "./steps.ts";

const people = 60;
const headings = ["Name", "City", "Phone", "Note", "Note", "=1+1", "__proto__", "State"];
/** Cells as people's spreadsheets have them, and what would be a formula in one that is opened. */
const cells = [
  'Kyiv; "the centre"',
  "two\nlines",
  '=HYPERLINK("http://evil.example","click")',
  "@SUM(1)",
  "-5",
  "00123",
  "12345678901234567890",
  "שלום 😀",
  "constructor",
  "",
];
const list = [
  headings,
  ...Array.from({ length: people }, (_, row) => {
    const cell = (column: number) => cells[(row + column) % cells.length] ?? "";
    const phone = `+380 67 110-00-${String(row).padStart(2, "0")}`;
    return [`Person ${row}`, cell(0), phone, cell(1), cell(2), cell(3), cell(4), cell(5)];
  }),
];
const file = { name: "Customers.csv", bytes: new TextEncoder().encode(Papa.unparse(list, { delimiter: ";" })) };

/** What a cell looks like in a file that defuses formulas. */
const defused = (cell: string): string => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell);

declare global {
  var notified: { title: string; body: string; click: () => void }[];
  var drawn: number[];
}

/** Makes main say what it tells outside its window, as if the user looked at something else. */
async function lookAway(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ BrowserWindow, Notification }) => {
    globalThis.notified = [];
    globalThis.drawn = [];
    BrowserWindow.getFocusedWindow = () => null;
    Notification.prototype.show = function show() {
      globalThis.notified.push({ title: this.title, body: this.body, click: () => void this.emit("click") });
    };
    for (const window of BrowserWindow.getAllWindows()) {
      window.setProgressBar = (share) => void globalThis.drawn.push(share);
    }
  });
}

test("after a campaign: a notification leads to it, the report has the user's own columns, those not reached become a draft", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService({ pace: { messagesPerSecond: 500, deliverySeconds: [0, 1] } });
  const { electron, page, saveFolder } = await launchConnected(service);
  await lookAway(electron);
  await steps.newCampaign(page);
  await steps.chooseFile(page, file);
  await steps.looksRight(page);
  await steps.writeMessage(page, "Hello {Name}, roses are here");
  await steps.reviewAndConsent(page);
  await steps.confirm(page);
  await steps.sendNow(page);
  await expect(page.getByText("what the service charges in the end is not known yet")).toBeVisible();
  await page.getByRole("navigation").getByRole("button", { name: "Settings" }).click();

  // The user is elsewhere; the system says that it is finished, and nothing of whom or what.
  await expect.poll(() => electron.evaluate(() => globalThis.notified.length), { timeout: 90_000 }).toBe(1);
  const [told] = await electron.evaluate(() => globalThis.notified.map(({ title, body }) => `${title}. ${body}`));
  expect(told).toMatch(/^A campaign has finished\. Delivered: \d+ of 60\./);
  expect(told).not.toMatch(/Customers|roses|\d{5}/);
  const drawn = await electron.evaluate(() => globalThis.drawn);
  expect(drawn.some((share) => share >= 0 && share <= 1)).toBe(true);
  expect(drawn.at(-1)).toBe(-1);
  await electron.evaluate(() => globalThis.notified[0]?.click());
  await expect(page.getByRole("heading", { name: "Customers", exact: true })).toBeVisible();
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText("The service is still counting")).toBeHidden({ timeout: 90_000 });

  // What was confirmed and what was charged, and the outcomes by country, of which there is one.
  const charged = service.ledger().messages.reduce((sum, { price }) => sum + price, 0) / 1_000_000;
  await expect(page.getByText(`The service charged €${charged.toFixed(2)}`)).toBeVisible();
  await expect(
    page
      .getByRole("row", { name: /^Ukraine/ })
      .getByRole("cell")
      .first(),
  ).toHaveText("60");

  // The people by what became of them.
  const filters = page.getByRole("group", { name: "Which people" });
  const failed = Number((await filters.getByRole("button", { name: /^Failed/ }).innerText()).replaceAll(/\D/g, ""));
  await filters.getByRole("button", { name: /^Failed/ }).click();
  await expect(page.getByRole("table", { name: "People of this campaign" }).getByRole("row")).toHaveCount(failed + 1);
  await page.getByRole("searchbox", { name: "Search name or number" }).fill("person 59");
  await filters.getByRole("button", { name: /^All/ }).click();
  await expect(page.getByText("380671100059")).toBeVisible();

  for (const [button, ending] of [
    ["Export report", "xlsx"],
    ["As CSV", "csv"],
  ] as const) {
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByText(`Saved as Report Customers.${ending}`)).toBeVisible();
  }
  const sheet = read(readFileSync(join(saveFolder, "Report Customers.xlsx"))).Sheets["Report"];
  if (sheet === undefined) throw new Error("The workbook has no sheet named Report");
  const workbook = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: "" });
  const text = readFileSync(join(saveFolder, "Report Customers.csv"), "utf8").replace(/^\uFEFF/, "");
  const csv = Papa.parse<string[]>(text.trimEnd()).data;
  // The phones are there as they were written and as they were texted, and of two headings alike the second is numbered.
  const phones = list.map((row) => row[2] ?? "");
  const own = list.map((row) => row.toSpliced(2, 1));
  own[0]?.splice(3, 1, "Note 2");
  const width = headings.length;
  const added = ["Number texted", "State 2", expect.stringMatching(/^When, .+/), "Parts", "Price", "Currency"];
  for (const rows of [workbook, csv]) {
    expect(rows.map(([phone]) => phone)).toEqual(rows === csv ? phones.map(defused) : phones);
    // An amount below nothing calculates nothing in a workbook, where it is text.
    const harmless = (cell: string): string => (rows === workbook && cell === "-5" ? cell : defused(cell));
    expect(rows.map((row) => row.slice(1, width))).toEqual(own.map((row) => row.map(harmless)));
    expect(rows[0]?.slice(width)).toEqual(added);
    const states = rows.slice(1).map((row) => row[width + 1]);
    expect(states.filter((state) => ["Failed", "Not reached in time"].includes(state ?? ""))).toHaveLength(failed);
    expect(rows[8]?.[width]).toBe("380671100007");
    expect(rows[8]?.[width + 2]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  }
  expect(failed).toBeGreaterThan(0);

  await page.getByRole("button", { name: `New campaign to the ${failed} not reached` }).click();
  await expect(page.getByRole("button", { name: /^Recipients/ })).toContainText(
    failed === 1 ? "1 person" : `${failed} people`,
  );
  await page.getByRole("button", { name: "Write the message" }).click();
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue("Hello {Name}, roses are here");
  expect(service.ledger().campaigns, "nothing is sent by itself").toHaveLength(1);
});
