import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import type { Page } from "@playwright/test";
import keytar from "keytar";
import { filesWith } from "./files-with.ts";
import type { RunningApp } from "./launch-app.ts";
import { expect, test } from "./service.ts";
import {
  chooseFile,
  confirm,
  connectAccount,
  looksRight,
  newCampaign,
  reviewAndConsent,
  sendNow,
  startPractice,
  writeMessage,
} from "./steps.ts";

const key = "live_privacyCanaryKeyX8k";
const count = 10_000;
const first = 380_671_000_000;
const canaries = Array.from({ length: count }, (_, index) => String(first + index));
const olena = String(first);
const people = {
  name: "Canaries.csv",
  bytes: new TextEncoder().encode(
    ["Name;Phone", ...canaries.map((number, index) => `Canarina ${index};+${number}`)].join("\n"),
  ),
};
const few = {
  name: "Few.csv",
  bytes: new TextEncoder().encode("Name;Phone\nFewina One;+380509990001\nFewina Two;+380509990002"),
};

async function openSettings(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: "Settings" }).click();
}

async function send(page: Page, file: typeof people, text: string): Promise<void> {
  await newCampaign(page);
  await chooseFile(page, file);
  await looksRight(page);
  await writeMessage(page, text);
  await reviewAndConsent(page);
  await confirm(page);
  await sendNow(page);
}

/** Errors of every kind while canaries are at hand: refused commands, a window that dies, what nobody caught. */
async function makeFailures(app: RunningApp): Promise<Page> {
  const { electron, page } = app;
  await page.evaluate(async (number) => {
    await window.desk.addNeverText({ numbers: [number] });
    await window.desk.saveList({ name: number, draftId: number });
    await window.desk.openCampaign({ id: number });
    await window.desk.connectAccount({ key: `live_${number}` });
  }, olena);
  await electron.evaluate((_modules, number) => {
    setTimeout(() => {
      throw new Error(`nobody caught ${number}`);
    });
    void Promise.reject(new Error(`nobody waited for ${number}`));
  }, olena);
  return app.windowOpenedBy(() =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()),
  );
}

test("what is kept of people stays out of the logs, goes person by person, and goes as a whole", async ({
  startService,
  launchApp,
}) => {
  const service = await startService({
    keys: { [key]: 7_200_003 },
    switches: { duplicateSeconds: { campaigns: 0 } },
  });
  const app = await launchApp({ env: { BSG_API_URL: service.url } });
  await connectAccount(app.page, key);
  await send(app.page, people, "Hello {Name}, the canary sings. Flora");
  await expect.poll(() => service.ledger().messages.length, { timeout: 60_000 }).toBe(count);
  // One whose fate nobody knows.
  service.setSwitches({
    faults: [{ method: "POST", path: "/api/campaigns/sms/*", act: "reset", accepts: false }],
  });
  await send(app.page, few, "Hello {Name}, the tulips are here. Flora");
  await expect(app.page.getByText("Not certain").first()).toBeVisible();
  const page = await makeFailures(app);
  // Whatever was sent is delivered by then, and no word of it changes any more.
  service.advance(3 * 3600);
  await page.evaluate(() => window.desk.refreshCampaigns({ id: null }));

  await test.step("no number, key or text is in a log", () => {
    const logs = join(app.userData, "logs");
    expect(filesWith(logs, ['"place":"uncaught"'])).not.toEqual([]);
    for (const name of readdirSync(logs)) {
      const lines = readFileSync(join(logs, name), "utf8").replaceAll(/"at":"[^"]*"/g, "");
      const digits = lines.replaceAll(/[\s().\-/]/g, "");
      expect(canaries.filter((number) => digits.includes(number))).toEqual([]);
      expect(lines).not.toMatch(/\d{9}|anary|Fewina|tulips|live_/);
    }
    expect(app.output).not.toContain(olena);
  });

  await test.step("what is known of one person is a file", async () => {
    await openSettings(page);
    await page.getByRole("textbox", { name: "Their number" }).fill("+380 67 100 00 00");
    await page.getByRole("button", { name: "Save what is known" }).click();
    await expect(page.getByText(`Saved as What is known of ${olena}.xlsx.`)).toBeVisible();
    const book = read(readFileSync(join(app.saveFolder, `What is known of ${olena}.xlsx`)));
    const rows = utils.sheet_to_json<string[]>(book.Sheets["Person"] ?? {}, { header: 1 });
    expect(rows.map(([kind]) => kind)).toEqual(["What", "Campaign", "Never-text list"]);
    expect(rows[1]?.[1]).toBe("Canaries");
    expect(rows[1]?.[3]).toContain("Hello Canarina 0, the canary sings. Flora");
  });

  await test.step("a shorter time of keeping asks first", async () => {
    const keep = page.getByRole("combobox", { name: "Keep people and texts of finished campaigns for" });
    await keep.click();
    await page.getByRole("option", { name: "1 month", exact: true }).click();
    await expect(page.getByRole("dialog").getByText("Keep them for 1 month only?")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Leave it as it is" }).click();
    await expect(keep).toHaveValue("12 months");
  });

  await test.step("one person is erased, from the campaign where they were found, and stays out", async () => {
    await page.getByRole("navigation").getByRole("button", { name: "Campaigns" }).click();
    await page.getByRole("button", { name: "Canaries" }).first().click();
    await page.getByRole("searchbox", { name: "Search name or number" }).fill(olena);
    await page.getByRole("button", { name: "Erase this person" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("name, number and text in 1 campaign")).toBeVisible();
    await expect(dialog.getByRole("checkbox", { name: "Never text this number again" })).toBeChecked();
    await dialog.getByRole("button", { name: "Erase this person" }).click();
    await expect(page.getByText("Nobody matches this search and filter.")).toBeVisible();
    expect(filesWith(app.userData, [String(first + 1)])).not.toEqual([]);
    expect(filesWith(app.userData, [olena, "Canarina 0;"])).toEqual([]);
    await page.getByRole("navigation").getByRole("button", { name: "Never-text list" }).click();
    await expect(page.getByText("1 erased person is kept out as well.")).toBeVisible();
  });

  await test.step("everything is refused while something is not over, and then goes", async () => {
    await openSettings(page);
    await page.getByRole("button", { name: "Erase everything" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Erase everything" }).click();
    await expect(dialog.getByText("1 campaign is not over")).toBeVisible();
    expect(filesWith(app.userData, ["380509990001"])).not.toEqual([]);
    await dialog.getByRole("button", { name: "Erase everything all the same" }).click();
    await expect(page.getByRole("button", { name: "Start in practice mode" })).toBeVisible({ timeout: 60_000 });
    expect(await keytar.findCredentials(`Campaign Desk (${app.userData})`)).toEqual([]);
    const canary = ["anarina", "Fewina", "38067100", "38050999", "the canary sings", "tulips are here", key.slice(5)];
    expect(filesWith(app.userData, canary)).toEqual([]);
  });

  await test.step("the program starts as new", async () => {
    await startPractice(page);
    await app.relaunch();
    expect(filesWith(app.userData, ["anarina", key.slice(5)])).toEqual([]);
  });
});
