import type { Page } from "@playwright/test";
import { expect, test } from "./service.ts";
import {
  chooseFile,
  confirm,
  connectAccount,
  looksRight,
  newCampaign,
  reviewAndConsent,
  waitLongForUndo,
  writeMessage,
} from "./steps.ts";

const first = { key: "live_firstAccountKeyX8k", account: 7_200_011 };
const second = { key: "live_secondAccountKeyY9z", account: 7_200_012 };
const people = {
  name: "People.csv",
  bytes: new TextEncoder().encode("Name;Phone\nOlena;+380671234567\nTaras;+380671234568"),
};

async function openSettings(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: "Settings" }).click();
}

test("an account switched in the middle keeps its campaign waiting, which goes out once, by the account it belongs to", async ({
  startService,
  launchApp,
}) => {
  const service = await startService({
    keys: { [first.key]: first.account, [second.key]: second.account },
  });
  const app = await launchApp({ env: { BSG_API_URL: service.url } });
  const { page } = app;
  await connectAccount(page, first.key);
  await waitLongForUndo(page);
  await newCampaign(page);
  await chooseFile(page, people);
  await looksRight(page);
  await writeMessage(page, "Hello {Name}, the tulips are here. Flora");
  await reviewAndConsent(page);
  await confirm(page);

  await openSettings(page);
  await page.getByRole("button", { name: "Add another account" }).click();
  await page.getByRole("textbox", { name: "API key" }).fill(second.key);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  const side = page.getByRole("complementary");
  await expect(side.getByText(`BSG account ${second.account}`)).toBeVisible();
  await page.getByRole("navigation").getByRole("button", { name: "Campaigns" }).click();
  await page.getByRole("button", { name: "People" }).first().click();
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByText("This campaign belongs to another account.").first()).toBeVisible();
  expect(service.ledger().messages).toEqual([]);

  await app.relaunch();
  await openSettings(app.page);
  await expect(app.page.getByText(`BSG account ${first.account}`)).toBeVisible();
  await app.page.getByRole("button", { name: `Use BSG account ${first.account}` }).click();
  await expect(app.page.getByRole("complementary").getByText(`BSG account ${first.account}`)).toBeVisible();
  await app.page.getByRole("navigation").getByRole("button", { name: "Campaigns" }).click();
  await app.page.getByRole("button", { name: "People" }).first().click();
  await app.page.getByRole("button", { name: /^Send/ }).first().click();
  await expect
    .poll(() => service.ledger().messages.map(({ phone, account }) => `${account} ${phone}`))
    .toEqual([`${first.account} 380671234567`, `${first.account} 380671234568`]);

  await openSettings(app.page);
  await app.page.getByRole("button", { name: "Remove the key", exact: true }).click();
  await app.page.getByRole("dialog").getByRole("button", { name: "Remove the key" }).click();
  await expect(app.page.getByRole("complementary").getByText(`BSG account ${second.account}`)).toBeVisible();
  await expect(app.page.getByText(`BSG account ${first.account}`)).toBeHidden();
});
