import { expect, test } from "./service.ts";
import * as steps from "./steps.ts";

test("numbers typed by hand become a saved list, and the list a campaign without whoever must not be texted or was", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService({ pace: { messagesPerSecond: 500, deliverySeconds: [0, 1] } });
  const { page } = await launchConnected(service);
  const main = page.getByRole("navigation", { name: "Main" });

  await steps.newCampaign(page);
  await page.getByRole("button", { name: /^Paste from Excel/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("textbox")
    .fill("+380 67 123 45 67\n+380 50 123 45 67; +380 93 765 43 21\nnot a number");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Use \d lines?$/ })
    .click();
  await expect(page.getByRole("button", { name: /^Recipients/ })).toContainText("3 people");
  await page.getByRole("button", { name: "Save as a list" }).click();
  await page.getByRole("textbox", { name: "Name of the list" }).fill("Regulars");
  await page.getByRole("button", { name: "Save the list" }).click();
  await expect(main.getByRole("button", { name: "Lists 1" })).toBeVisible();

  await main.getByRole("button", { name: /^Never-text list/ }).click();
  await page.getByRole("button", { name: "Add numbers" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("+380 50 123 45 67");
  await page.getByRole("dialog").getByRole("button", { name: "Add 1 number" }).click();
  await expect(main.getByRole("button", { name: "Never-text list 1" })).toBeVisible();

  await main.getByRole("button", { name: /^Lists/ }).click();
  await page.getByRole("button", { name: "Use in a new campaign: Regulars" }).click();
  await expect(page.getByRole("button", { name: /^Recipients/ })).toContainText("2 people");
  expect(await steps.figure(page, "never text")).toBe(1);
  await steps.writeMessage(page, "We are closed on Monday. Flora");
  await steps.reviewAndConsent(page);
  await steps.confirm(page);
  await steps.sendNow(page);
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  expect(service.ledger().messages.map(({ phone }) => phone)).toEqual(["380671234567", "380937654321"]);

  await main.getByRole("button", { name: /^Lists/ }).click();
  await page.getByRole("button", { name: "Use in a new campaign: Regulars" }).click();
  await expect(page.getByText("2 of these people were texted in the last 7 days.")).toBeVisible();
  await page.getByRole("button", { name: /^Show \d+ (person|people)$/ }).click();
  await expect(page.getByRole("gridcell", { name: /^Ready.*Texted on/ })).toHaveCount(2);
  await expect(page.getByRole("gridcell", { name: "+380501234567" })).toBeHidden();
  await page.getByRole("button", { name: /^Leave out \d+ (person|people)$/ }).click();
  await expect(page.getByRole("button", { name: /^Recipients/ })).toContainText("0 people");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByRole("button", { name: /^Recipients/ })).toContainText("2 people");
  await expect(page.getByText("2 of these people were texted in the last 7 days.")).toBeVisible();
});

test("a list is renamed and deleted only after a question; a name that is taken is refused", async ({ launchApp }) => {
  const { page } = await launchApp();
  const main = page.getByRole("navigation", { name: "Main" });
  await steps.startPractice(page);
  for (const name of ["Regulars", "Wholesale"]) {
    await steps.newCampaign(page);
    await steps.chooseFile(page, {
      name: "People.csv",
      bytes: new TextEncoder().encode("Name;Phone\nOlena;+380671234567\n"),
    });
    await steps.looksRight(page);
    await page.getByRole("button", { name: "Save as a list" }).click();
    await page.getByRole("textbox", { name: "Name of the list" }).fill(name);
    await page.getByRole("button", { name: "Save the list" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  await main.getByRole("button", { name: "Lists 2" }).click();
  await page.getByRole("button", { name: "More: Regulars" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  const name = page.getByRole("dialog").getByRole("textbox", { name: "Name" });
  await name.fill("Wholesale");
  await page.getByRole("button", { name: "Rename the list" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toBeVisible();
  await name.fill("Best customers");
  await page.getByRole("button", { name: "Rename the list" }).click();
  await expect(page.getByRole("button", { name: "Use in a new campaign: Best customers" })).toBeVisible();

  await page.getByRole("button", { name: "More: Wholesale" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("dialog")).toContainText("1 person is on it.");
  await page.getByRole("button", { name: "Delete the list" }).click();
  await expect(main.getByRole("button", { name: "Lists 1" })).toBeVisible();
});

test("cells copied in Excel keep every digit of a number that Excel shows shortened", async ({ launchApp }) => {
  const { page } = await launchApp();
  await steps.startPractice(page);
  await steps.newCampaign(page);
  await page.evaluate(() => {
    const clipboard = new DataTransfer();
    clipboard.setData("text/plain", "Name\tPhone\nOlena\t3.80671E+11\n");
    clipboard.setData(
      "text/html",
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>
       <tr><td>Name</td><td>Phone</td></tr>
       <tr><td>Olena</td><td x:num="380671234567">3.80671E+11</td></tr></table></body></html>`,
    );
    window.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, cancelable: true }));
  });
  await steps.looksRight(page);
  await page.getByRole("button", { name: /^Take \d+ numbers? with \+$/ }).click();
  await expect(page.getByRole("button", { name: /^Recipients/ })).toContainText("1 person");
  await expect(page.getByText("380671234567", { exact: true }).first()).toBeVisible();
});
