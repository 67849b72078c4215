// The whole main job as a user does it, in practice mode: what `npm run demo` shows and `npm run screenshots` photographs.
import { join, relative, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { expect } from "../tests/e2e/launch-app.ts";
import * as steps from "../tests/e2e/steps.ts";
import { demoList } from "./make-demo-list.ts";

/** Takes a picture of what the window shows. */
export type Picture = (name: string) => Promise<void>;

const text =
  "Hello {Name|friend}! Tulip and crocus bulbs are in… Regular customers get “3 for 2” until Sunday in {City}. No more texts? flora.ua/stop";
const root = resolve(import.meta.dirname, "..");

/** Numbered pictures of a window of 1200 × 780 in `folder`, each said as it is taken. `first` is the first number. */
export async function picturesOf(page: Page, folder: string, first = 1): Promise<Picture> {
  await page.setViewportSize({ width: 1200, height: 780 });
  let number = first;
  return async (name) => {
    const file = join(folder, `${String(number).padStart(2, "0")}-${name}.png`);
    number += 1;
    await page.mouse.move(0, 0);
    await page.screenshot({ path: file, animations: "disabled" });
    process.stdout.write(`  ${relative(root, file)}\n`);
  };
}

/** From the welcome to a finished and to a cancelled campaign; the report is then in the save folder. */
export async function walk(page: Page, customers: string, picture: Picture): Promise<void> {
  await expect(page.getByRole("button", { name: "Start in practice mode" })).toBeVisible();
  await picture("welcome");

  say("A spreadsheet becomes a list");
  await steps.startPractice(page);
  await steps.newCampaign(page);
  await picture("recipients-empty");
  await steps.chooseFile(page, customers);
  await expect(page.getByRole("button", { name: "Looks right" })).toBeVisible();
  await picture("recipients-check");
  await steps.looksRight(page);
  await picture("recipients");
  await page.getByRole("button", { name: /\d invalid$/ }).click();
  await picture("recipients-invalid");

  say("A message, and what everybody gets");
  await steps.writeMessage(page, text);
  await expect(page.getByRole("button", { name: /^Replace/ })).toBeVisible();
  await expect(page.getByText(/people, .* parts, €/)).toBeVisible();
  await picture("message");
  await page.getByRole("button", { name: /^Replace/ }).click();
  await expect(page.getByRole("button", { name: /^Replace/ })).toBeHidden();
  await expect(page.getByText(/people, .* parts, €/)).toBeVisible();
  await picture("message-cheaper");

  say("Review, confirmation, and a moment to undo");
  await steps.reviewAndConsent(page);
  await picture("review");
  await page.getByRole("button", { name: /^Send to/ }).click();
  await picture("confirmation");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Send to/ })
    .click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await picture("undo");

  say("Sending");
  await steps.sendNow(page);
  await expect(page.getByText(/^[1-9]\d* delivered$/).first()).toBeVisible({ timeout: 60_000 });
  await picture("campaign-sending");
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 180_000 });
  await picture("campaign-finished");
  await page.getByRole("button", { name: "Export report" }).click();
  await expect(page.getByText(/^Saved as /)).toBeVisible({ timeout: 60_000 });

  say("A second campaign, to ten times as many, is cancelled");
  await steps.newCampaign(page);
  // So many that some wait on a slow computer too when they are cancelled.
  await steps.chooseFile(page, { name: "All customers.xlsx", bytes: demoList(4000) });
  await steps.looksRight(page);
  await steps.writeMessage(page, "Hello {Name|friend}, we are closed on Monday. Flora");
  await steps.review(page);
  await page.getByRole("button", { name: "Keep them" }).click();
  await steps.consent(page);
  await picture("review-again");
  await steps.confirm(page);
  await steps.sendNow(page);
  await expect(page.getByText(/^[1-9]\d* on the way$/).first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Cancel what is not sent yet" }).click();
  await expect(page.getByRole("dialog")).toContainText("texted already");
  await picture("campaign-cancel");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Cancel/ })
    .click();
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  await picture("campaign-cancelled");

  say("The desk, in the dark and in Ukrainian");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("button", { name: /^Campaigns/ })
    .click();
  await expect(page.getByRole("button", { name: "Check now" })).toBeVisible();
  await picture("campaigns");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("button", { name: /^Settings/ })
    .click();
  await page.getByText("Dark", { exact: true }).click();
  await picture("settings-dark");
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Українська" }).click();
  await page.getByRole("button", { name: /^Кампанії/ }).click();
  await expect(page.getByRole("heading", { name: "Кампанії" })).toBeVisible();
  await picture("campaigns-dark-ukrainian");
}

/** Says what comes next. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
